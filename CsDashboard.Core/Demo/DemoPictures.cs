using CsDashboard.Images;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Demo;

/// <summary>Drawn pictures of some products of the demo, brought, described and shown through the verbs; the same at every start.</summary>
public sealed class DemoPictures(Products products, ProductPictures gallery, Pictures pictures)
{
    private sealed record Drawing(string Product, string Alt, string AltAr, string Ground, string[] Shapes);

    public async Task Fill(Actor admin)
    {
        var shelf = (await products.Shelf(admin, new ProductFilter { Limit = 100 }, null)).Items.ToDictionary(p => p.NameEn, p => p.Number);
        foreach (var drawing in DemoCompany.Read<List<Drawing>>("drawings"))
        {
            var content = new MemoryStream(DrawnPicture.Png(drawing.Ground, drawing.Shapes));
            var id = await gallery.Add(admin, shelf[drawing.Product], $"{drawing.Product}.png", content);
            await pictures.Describe(admin, id, new PictureInput { AltEn = drawing.Alt, AltAr = drawing.AltAr });
        }
    }
}

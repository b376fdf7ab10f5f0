using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Advice;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Wishes;
using CsDashboard.Tests.Images;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The pictures of products, on each database.</summary>
public sealed class ProductPicturesTests
{
    [Theory, EachDatabase]
    public async Task Wherever_a_product_is_shown_its_first_picture_comes_along(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var (gallery, mug, pen) = (house.Get<ProductPictures>(), await house.Thing(), await house.Thing("Pen"));
        var (number, variant, sara) = (mug.Product.Number, mug.Product.Variants[0].Id, house.Sara.CustomerId!.Value);
        var first = await gallery.Add(house.Amina, number, "1.png", new MemoryStream(TestPictures.Png(1)));
        var second = await gallery.Add(house.Amina, number, "2.png", new MemoryStream(TestPictures.Png(2)));
        await house.Get<Wishlists>().Add(house.Sara, sara, number);
        await house.Get<Wishlists>().See(house.Sara, sara, number);
        await house.Get<ShoppingCarts>().Add(house.Sara, house.Sara.Cart(), variant, 1);
        var order = await house.Buy(house.Sara, variant);
        async Task<Guid?[]> Places() =>
            [
                (await house.Get<Products>().Of(house.Sara, number)).Pictures[0].Id,
                (await house.Get<Products>().List(house.Sara, new())).Items.Single(p => p.Product.Number == number).Pictures[0].Id,
                (await house.Get<Products>().Shelf(house.Karim, new(), null)).Items.Single(p => p.Number == number).Picture?.Id,
                (await house.Get<Wishlists>().List(house.Sara, sara))[0].Product.Pictures[0].Id,
                (await house.Get<Wishlists>().Seen(house.Sara, sara))[0].Product.Pictures[0].Id,
                (await house.Get<Recommendations>().Beside(house.David, pen.Product.Number))[0].Product.Pictures[0].Id,
                (await house.Get<ShoppingCarts>().Get(house.Sara, house.Sara.Cart())).Lines[0].Picture?.Id,
                (await house.Get<OwnOrders>().Get(house.Karim, order.Number)).Lines[0].Picture?.Id,
                (await house.Get<OwnOrders>().List(house.Sara, sara)).Orders[0].Lines[0].Picture?.Id,
            ];
        (await Places()).ShouldAllBe(id => id == first);
        await gallery.Order(house.Amina, number, [second, first]);
        (await Places()).ShouldAllBe(id => id == second);
        (await house.Get<Products>().Of(house.Sara, pen.Product.Number)).Pictures.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_product_shows_its_pictures_in_the_order_that_admins_give_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (gallery, mug) = (house.Get<ProductPictures>(), (await house.Thing()).Product);
        async Task<Guid> Added(int picture) =>
            await gallery.Add(house.Amina, mug.Number, $"{picture}.png", new MemoryStream(TestPictures.Png(picture)));
        async Task<Guid[]> Shown(Actor actor) =>
            (await gallery.Of(actor, [mug.Id])).TryGetValue(mug.Id, out var all) ? [.. all.Select(p => p.Id)] : [];
        (await Shown(house.Sara)).ShouldBeEmpty();
        var (one, two, three) = (await Added(1), await Added(2), await Added(3));
        (await Added(1)).ShouldBe(one);
        (await Shown(house.Sara)).ShouldBe([one, two, three]);
        await gallery.Order(house.Amina, mug.Number, [three, one, two]);
        (await Shown(house.Sara)).ShouldBe([three, one, two]);
        foreach (var order in new Guid[][] { [one, two], [one, two, two], [one, two, Guid.NewGuid()], [] })
        {
            var refused = await Should.ThrowAsync<Refusal>(() => gallery.Order(house.Amina, mug.Number, order));
            refused.Fields[0].Field.ShouldBe("order");
        }
        await house.Get<Pictures>().Describe(house.Amina, three, new() { AltEn = "A mug", AltAr = "كوب" });
        var first = (await gallery.Of(house.Sara, [mug.Id]))[mug.Id][0];
        (first.Alt("ar"), first.Alt("en"), first.Width).ShouldBe(("كوب", "A mug", 80));
        await gallery.Remove(house.Amina, mug.Number, one);
        (await Shown(house.Sara)).ShouldBe([three, two]);
        (await Should.ThrowAsync<Refusal>(() => house.Get<Pictures>().Get(house.Amina, one))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Shown(house.Omar)).ShouldBeEmpty();

        for (var picture = 4; picture < 4 + ProductPictures.Most - 2; picture++)
            await Added(picture);
        (await Should.ThrowAsync<Refusal>(() => Added(50))).Kind.ShouldBe(RefusalKind.Conflict);
        foreach (
            var act in new Func<Actor, Task>[]
            {
                who => gallery.Add(who, mug.Number, "a.png", new MemoryStream(TestPictures.Png())),
                who => gallery.Order(who, mug.Number, []),
                who => gallery.Remove(who, mug.Number, two),
            }
        )
        {
            (await Should.ThrowAsync<Refusal>(() => act(house.Omar))).Kind.ShouldBe(RefusalKind.NotFound);
            foreach (var who in new[] { house.Karim, house.Sara })
                (await Should.ThrowAsync<Refusal>(() => act(who))).Kind.ShouldBe(RefusalKind.Forbidden);
        }
    }
}

using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Products for tests, made through the verbs.</summary>
internal static class Shelf
{
    /// <summary>A thing with one variant and so many of it, published; its view has all ids.</summary>
    public static Task<ProductView> Thing(
        this House house,
        string name = "Mug",
        decimal price = 10,
        int stock = 20,
        Action<ProductInput>? with = null,
        Actor? by = null
    ) => Thing(house.Get<Products>(), by ?? house.Amina, name, price, stock, with);

    /// <inheritdoc cref="Thing(House, string, decimal, int, Action{ProductInput}?, Actor?)"/>
    public static async Task<ProductView> Thing(
        Products products,
        Actor admin,
        string name = "Mug",
        decimal price = 10,
        int stock = 20,
        Action<ProductInput>? with = null
    )
    {
        var number = await products.Save(admin, null, Input(name, price, stock, with));
        await products.Publish(admin, number);
        return await products.Of(admin, number);
    }

    public static ProductInput Input(string name = "Mug", decimal price = 10, int? stock = 20, Action<ProductInput>? with = null)
    {
        var input = new ProductInput
        {
            Name = name,
            Kind = GoodsKind.Physical,
            Variants = [new() { Price = price, Stock = stock }],
        };
        with?.Invoke(input);
        return input;
    }
}

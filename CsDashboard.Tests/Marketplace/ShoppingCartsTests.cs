using CsDashboard.Foundation;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Carts of customers and of visitors, on each database.</summary>
public sealed class ShoppingCartsTests
{
    private static Guid Variant(ProductView product) => product.Product.Variants[0].Id;

    [Theory, EachDatabase]
    public async Task A_cart_adds_up_and_never_takes_more_than_there_is(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (carts, mug, cart) = (house.Get<ShoppingCarts>(), Variant(await house.Thing(price: 4, stock: 5)), house.Sara.Cart());
        (await carts.Add(house.Sara, cart, mug, 2)).Quantity.ShouldBe(2);
        (await carts.Add(house.Sara, cart, mug, 3)).Quantity.ShouldBe(5);
        (await Till.Refused(() => carts.Add(house.Sara, cart, mug, 1))).ShouldSatisfyAllConditions(
            r => r.Kind.ShouldBe(RefusalKind.Invalid),
            r => r.Code.ShouldBe("sold_out"),
            r => r.Fields[0].Field.ShouldBe("quantity")
        );
        var view = await carts.Get(house.Sara, cart);
        (view.Lines.Single().Quantity, view.Subtotal, view.Items).ShouldBe((5, 20m, 5));
        (await carts.Set(house.Sara, cart, mug, 1))!.Quantity.ShouldBe(1);
        (await carts.Set(house.Sara, cart, mug, 0)).ShouldBeNull();
        (await Till.Refused(() => carts.Set(house.Sara, cart, mug, 1))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Till.Refused(() => carts.Remove(house.Sara, cart, mug))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public async Task A_quantity_is_a_few(int quantity)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var mug = Variant(await house.Thing());
        var refusal = await Till.Refused(() => house.Get<ShoppingCarts>().Add(house.Sara, house.Sara.Cart(), mug, quantity));
        refusal.Fields[0].Field.ShouldBe("quantity");
    }

    [Theory, EachDatabase]
    public async Task Nobody_reaches_another_cart_or_another_companys_goods(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var carts = house.Get<ShoppingCarts>();
        var mug = await house.Thing();
        (await Till.Refused(() => carts.Get(house.David, house.Sara.Cart()))).Kind.ShouldBe(RefusalKind.NotFound);
        (await carts.Get(house.Karim, house.Sara.Cart())).Lines.ShouldBeEmpty();
        // The other company has a product of the same number and none of ours.
        var elsewhere = Actor.System(house.Olga.TenantId, house.Clock);
        var refusal = await Till.Refused(() => carts.Add(elsewhere, CartOwner.Guest(Guid.NewGuid()), Variant(mug), 1));
        refusal.Code.ShouldBe("product_not_found");
        (await Till.Refused(() => carts.VariantOf(house.Olga, mug.Product.Number))).Fields[0].Field.ShouldBe("product_id");
        var draft = await house.Get<Products>().Save(house.Amina, null, Shelf.Input("Secret plan"));
        var hidden = Variant(await house.Get<Products>().Known(house.Amina, draft));
        (await Till.Refused(() => carts.Add(house.Sara, house.Sara.Cart(), hidden, 1))).Message.ShouldNotContain("Secret");
    }

    [Theory, EachDatabase]
    public async Task A_visitors_cart_comes_along_at_sign_in_with_what_is_left_and_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (carts, guest) = (house.Get<ShoppingCarts>(), Guid.NewGuid());
        var visitor = Actor.System(house.Sara.TenantId, house.Clock);
        var (mug, hat, pen) = (
            Variant(await house.Thing(stock: 3)),
            Variant(await house.Thing("Hat", stock: 1)),
            Variant(await house.Thing("Pen"))
        );
        await carts.Add(house.Sara, house.Sara.Cart(), mug, 2);
        await carts.Add(visitor, CartOwner.Guest(guest), mug, 2);
        await carts.Add(visitor, CartOwner.Guest(guest), hat, 1);
        await carts.Add(visitor, CartOwner.Guest(guest), pen, 4);
        await house.Sells();
        await house.Buy(house.David, hat);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => carts.Merge(house.Sara, guest)));
        var view = await carts.Get(house.Sara, house.Sara.Cart());
        var of = view.Lines.ToDictionary(l => l.VariantId);
        (of[mug].Quantity, of[mug].CappedFrom).ShouldBe((3, (int?)4));
        (of[hat].Fault, of[pen].Quantity).ShouldBe((CartFault.SoldOut, 4));
        view.CanBeBought.ShouldBeFalse();
        (await carts.Get(visitor, CartOwner.Guest(guest))).Lines.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_price_that_has_changed_is_said(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (carts, products) = (house.Get<ShoppingCarts>(), house.Get<Products>());
        var mug = await house.Thing(price: 10);
        await carts.Add(house.Sara, house.Sara.Cart(), Variant(mug), 1);
        await products.Save(house.Amina, mug.Product.Number, Shelf.Input(price: 12, stock: null));
        var line = (await carts.Get(house.Sara, house.Sara.Cart())).Lines.Single();
        (line.UnitPrice, line.PriceBefore).ShouldBe((12m, (decimal?)10m));
        await products.Archive(house.Amina, mug.Product.Number);
        (await carts.Get(house.Sara, house.Sara.Cart())).Lines.Single().Fault.ShouldBe(CartFault.Gone);
    }
}

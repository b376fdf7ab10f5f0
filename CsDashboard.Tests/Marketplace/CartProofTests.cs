using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// Carts while other things happen: they never block a sign-in, lose nothing and never sell what isn't there (contract: market, Cart).
/// </summary>
public sealed class CartProofTests
{
    private static Guid Variant(ProductView product) => product.Product.Variants[0].Id;

    private static async Task<string?> Outcome(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Code;
        }
    }

    [Theory, EachDatabase]
    public async Task The_last_one_in_both_carts_is_one_and_a_second_sign_in_changes_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (carts, guest, mug) = (house.Get<ShoppingCarts>(), Guid.NewGuid(), Variant(await house.Thing(stock: 1)));
        await carts.Add(house.Sara, house.Sara.Cart(), mug, 1);
        await carts.Add(house.Product, CartOwner.Guest(guest), mug, 1);
        await carts.Merge(house.Sara, guest);
        await carts.Merge(house.Sara, guest);
        var line = (await carts.Get(house.Sara, house.Sara.Cart())).Lines.ShouldHaveSingleItem();
        (line.Quantity, line.CappedFrom, line.Fault).ShouldBe((1, (int?)2, CartFault.None));
        // Another customer who signs in with that cookie finds nothing in it.
        await carts.Merge(house.David, guest);
        (await carts.Get(house.David, house.David.Cart())).Lines.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_cart_of_sold_out_archived_and_foreign_things_never_refuses_a_sign_in(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var (carts, guest) = (house.Get<ShoppingCarts>(), Guid.NewGuid());
        var (gone, last, kept) = (await house.Thing("Gone"), await house.Thing("Last", stock: 1), await house.Thing("Kept"));
        foreach (var thing in new[] { gone, last, kept })
            await carts.Add(house.Product, CartOwner.Guest(guest), Variant(thing), 1);
        await house.Get<Products>().Archive(house.Amina, gone.Product.Number);
        await house.Buy(house.David, Variant(last));
        await carts.Merge(house.Sara, guest);
        (await carts.Get(house.Sara, house.Sara.Cart()))
            .Lines.Select(l => (l.Name, l.Fault))
            .ShouldBe([("Gone", CartFault.Gone), ("Last", CartFault.SoldOut), ("Kept", CartFault.None)]);
        // What can't be bought is named, and nothing of the cart is ordered or lost.
        (await Till.Refused(() => house.Get<Checkouts>().Place(house.Sara, house.Sara.Cart(), Till.Order()))).Code.ShouldBe("product_gone");
        (await carts.Get(house.Sara, house.Sara.Cart())).Lines.Count.ShouldBe(3);
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task A_variant_that_is_archived_in_a_cart_is_not_ordered(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var (carts, products) = (house.Get<ShoppingCarts>(), house.Get<Products>());
        var shirt = await house.Thing(
            "Shirt",
            with: p =>
            {
                p.Options = "Size";
                p.Variants =
                [
                    new()
                    {
                        Values = ["S"],
                        Price = 10,
                        Stock = 5,
                    },
                    new()
                    {
                        Values = ["M"],
                        Price = 10,
                        Stock = 5,
                    },
                ];
            }
        );
        var small = shirt.Product.Variants.Single(v => v.Option1 == "S").Id;
        await carts.Add(house.Sara, house.Sara.Cart(), small, 2);
        var input = ProductInput.Of(await products.Known(house.Amina, shirt.Product.Number));
        input.Variants!.Single(v => v.Id == small).IsActive = false;
        await products.Save(house.Amina, shirt.Product.Number, input);
        (await carts.Get(house.Sara, house.Sara.Cart())).Lines.Single().Fault.ShouldBe(CartFault.Gone);
        (await Till.Refused(() => house.Get<Checkouts>().Place(house.Sara, house.Sara.Cart(), Till.Order()))).Code.ShouldBe("product_gone");
        (await Till.Refused(() => house.Buy(house.David, small))).Code.ShouldBe("product_gone");
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task A_sign_in_while_the_other_tab_checks_out_loses_and_doubles_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var (carts, mug) = (house.Get<ShoppingCarts>(), Variant(await house.Thing(stock: 1_000)));
        for (var i = 0; i < 8; i++)
        {
            var guest = Guid.NewGuid();
            await carts.Add(house.Sara, house.Sara.Cart(), mug, 2);
            await carts.Add(house.Product, CartOwner.Guest(guest), mug, 3);
            var outcomes = await Task.WhenAll(
                Outcome(() => carts.Merge(house.Sara, guest)),
                Outcome(() => house.Get<Checkouts>().Place(house.Sara, house.Sara.Cart(), Till.Order())),
                Outcome(() => carts.Merge(house.Sara, guest))
            );
            outcomes.ShouldAllBe(o => o == null);
            await using var db = house.Store.Open(house.Amina);
            var ordered = (await db.Orders.Include(o => o.Lines).OrderByDescending(o => o.SequenceNumber).FirstAsync()).Lines.Sum(l =>
                l.Quantity
            );
            var left = (await carts.Get(house.Sara, house.Sara.Cart())).Items;
            (ordered + left).ShouldBe(5);
            ordered.ShouldBeOneOf(2, 5);
            await carts.Clear(house.Sara, house.Sara.Cart());
        }
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task What_is_far_too_many_or_too_dear_is_refused_in_words(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var checkouts = house.Get<Checkouts>();
        var dear = Variant(await house.Thing("Castle", price: 900_000_000_000, stock: 1_000_000));
        foreach (var quantity in new[] { 0, -1, 100_001, int.MaxValue, int.MinValue })
        {
            (await Till.Refused(() => house.Buy(house.Sara, dear, quantity))).Fields[0].Field.ShouldBe("items");
            if (quantity > 0)
                (await Till.Refused(() => house.Get<ShoppingCarts>().Add(house.Sara, house.Sara.Cart(), dear, quantity)))
                    .Fields[0]
                    .Field.ShouldBe("quantity");
        }
        // Two of them cost more than any amount may be, and a hundred thousand more than a decimal of the database holds.
        foreach (var quantity in new[] { 2, 100_000 })
            (await Till.Refused(() => house.Buy(house.Sara, dear, quantity))).Fields[0].Field.ShouldBe("quantity");
        var input = Till.Order(dear);
        input.Items = [.. Enumerable.Range(0, 100).Select(_ => new CheckoutItem { VariantId = dear, Quantity = 100_000 })];
        (await Till.Refused(() => checkouts.Place(house.Sara, house.Sara.Cart(), input))).Fields[0].Field.ShouldBe("quantity");
        await house.ShopShouldAddUp(house.Nour);
    }
}

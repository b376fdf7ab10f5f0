using CsDashboard.Foundation;
using CsDashboard.Marketplace.Advice;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Wishes;

namespace CsDashboard.Tests.Marketplace;

/// <summary>What customers put aside, compare and look at, and what they are advised.</summary>
public sealed class WishesTests
{
    [Theory, EachDatabase]
    public async Task A_wish_is_there_once_and_only_what_is_on_sale_shows(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (wishes, sara) = (house.Get<Wishlists>(), house.Sara.CustomerId!.Value);
        var (mug, pen) = ((await house.Thing("Mug")).Product.Number, (await house.Thing("Pen")).Product.Number);
        var first = await wishes.Add(house.Sara, sara, mug);
        (await wishes.Add(house.Sara, sara, mug)).Number.ShouldBe(first.Number);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await wishes.Add(house.Sara, sara, pen);
        (await wishes.List(house.Sara, sara)).Select(w => w.Product.Product.Number).ShouldBe([pen, mug]);
        await house.Get<Products>().Archive(house.Amina, pen);
        (await wishes.List(house.Karim, sara)).Select(w => w.Product.Product.Number).ShouldBe([mug]);
        await wishes.Remove(house.Sara, sara, mug);
        (await Should.ThrowAsync<Refusal>(() => wishes.Remove(house.Sara, sara, mug))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => wishes.Add(house.Sara, sara, 999))).Kind.ShouldBe(RefusalKind.NotFound);
        foreach (var stranger in new[] { house.David, house.Oskar })
            (await Should.ThrowAsync<Refusal>(() => wishes.List(stranger, sara))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => wishes.Add(house.Oskar, house.Oskar.CustomerId!.Value, mug))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }

    [Theory, EachDatabase]
    public async Task A_set_to_compare_has_four_at_most_and_its_name_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (wishes, sara) = (house.Get<Wishlists>(), house.Sara.CustomerId!.Value);
        var things = new List<int>();
        foreach (var name in new[] { "A", "B", "C", "D", "E" })
            things.Add((await house.Thing(name)).Product.Number);
        Task<Comparison> Set(string? name, params int[] products) =>
            wishes.Compare(house.Sara, sara, new() { Name = name, Products = products });
        var set = await Set("Mugs", things[0], things[1], things[1]);
        set.Products.ShouldBe([things[0], things[1]]);
        (await Set("Mugs", things[2])).Number.ShouldBe(set.Number);
        (await wishes.Comparisons(house.Sara, sara)).Single().Products.ShouldBe([things[2]]);
        foreach (var wrong in new[] { [], things.ToArray(), [999] })
            (await Should.ThrowAsync<Refusal>(() => Set("x", wrong))).Fields[0].Field.ShouldBe("product_ids");
        (await Should.ThrowAsync<Refusal>(() => Set(" ", things[0]))).Fields[0].Field.ShouldBe("name");
        for (var i = 0; i < Wishlists.MostComparisons + 2; i++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await Set($"Set {i}", things[0]);
        }
        (await wishes.Comparisons(house.Sara, sara)).Count.ShouldBe(Wishlists.MostComparisons);
    }

    [Theory, EachDatabase]
    public async Task What_is_looked_at_again_moves_to_the_front_and_the_oldest_go(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (wishes, sara) = (house.Get<Wishlists>(), house.Sara.CustomerId!.Value);
        var (mug, pen) = ((await house.Thing("Mug")).Product.Number, (await house.Thing("Pen")).Product.Number);
        foreach (var number in new[] { mug, pen, mug })
            await wishes.See(house.Sara, sara, number);
        (await wishes.Seen(house.Sara, sara)).Select(s => s.Product.Product.Number).ShouldBe([mug, pen]);
        (await wishes.Seen(house.Sara, sara, 1)).Count.ShouldBe(1);
        for (var i = 0; i < Wishlists.MostGlances; i++)
            await wishes.See(house.Sara, sara, (await house.Thing($"Thing {i}")).Product.Number);
        (await wishes.Seen(house.Sara, sara, 50)).ShouldNotContain(s => s.Product.Product.Number == mug);
        (await house.Database.Ask("SELECT COUNT(*) FROM \"Glances\"")).ShouldBe("50");
        (await Should.ThrowAsync<Refusal>(() => wishes.Seen(house.Sara, sara, 51))).Fields[0].Field.ShouldBe("limit");
    }

    [Theory, EachDatabase]
    public async Task Advice_counts_what_is_bought_together_and_never_shows_what_is_owned_hidden_or_sold_out(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (advice, david) = (house.Get<Recommendations>(), house.David.CustomerId!.Value);
        var (mug, pen, lamp) = (await house.Thing("Mug"), await house.Thing("Pen"), await house.Thing("Lamp"));
        await house.Thing("Theirs", by: house.Omar);
        async Task<(int, decimal, AdviceWay)[]> Beside() =>
            [.. (await advice.For(house.David, david, mug.Product.Number)).Select(r => (r.Product.Product.Number, r.Score, r.Way))];
        for (var i = 0; i < 2; i++)
            await house.Bought(house.Sara, mug, with: pen);
        await house.Bought(house.Sara, mug, with: lamp);
        for (var i = 0; i < 5; i++)
            await house.Bought(house.Sara, lamp);
        await house.Drain();
        // Mug on 3 orders, pen on 2 of them, lamp on 1 of them and 5 others.
        var found = await Beside();
        found[0].ShouldBe((pen.Product.Number, decimal.Round(2 / (decimal)Math.Sqrt(3 * 2), 4), AdviceWay.Collaborative));
        found[1].ShouldBe((lamp.Product.Number, decimal.Round(1 / (decimal)Math.Sqrt(3 * 6), 4), AdviceWay.Collaborative));
        found.ShouldNotContain(f => f.Item1 == mug.Product.Number);
        // Cancelled, it counts no longer; and what came twice counts once.
        await house.Drain();
        (await Beside()).ShouldBe(found);
        (await advice.For(house.Sara, house.Sara.CustomerId!.Value)).ShouldBeEmpty();
        var shirt = await house.Thing("Shirt", stock: 0);
        var cap = await house.Thing("Cap");
        (await Beside()).ShouldNotContain(f => f.Item1 == shirt.Product.Number);
        (await Beside()).ShouldContain(f => f.Item1 == cap.Product.Number && f.Item3 == AdviceWay.Hybrid);
        await house.Get<Products>().Archive(house.Amina, pen.Product.Number);
        (await Beside()).ShouldNotContain(f => f.Item1 == pen.Product.Number);
        (await Should.ThrowAsync<Refusal>(() => advice.For(house.David, david, null, 51))).Fields[0].Field.ShouldBe("limit");
        (await Should.ThrowAsync<Refusal>(() => advice.For(house.Sara, david))).Kind.ShouldBe(RefusalKind.NotFound);
    }
}

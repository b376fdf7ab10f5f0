using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Prices;
using CsDashboard.Marketplace.Stock;

namespace CsDashboard.Tests.Marketplace;

/// <summary>What customers wait for is told once, together, and not more than three times a day.</summary>
public sealed class ProductAlertsTests
{
    private static async Task Cost(House house, ProductView thing, decimal price)
    {
        var products = house.Get<Products>();
        var now = (await products.Known(house.Amina, thing.Product.Number)).Product;
        var variant = now.Variants[0];
        var input = Shelf.Input(now.NameEn, price, null);
        input.Variants = [new() { Id = variant.Id, Price = price }];
        await products.Save(house.Amina, now.Number, input);
        await house.Drain();
    }

    // As the schedule runs it, once everything has settled.
    private static async Task<int> Told(House house)
    {
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        await house.Get<AlertTelling>().Run(Actor.System(house.Karim.TenantId, house.Clock));
        return int.Parse(
            await house.Database.Ask("SELECT COUNT(*) FROM \"Notifications\" WHERE \"Kind\" = 'product_alert' AND \"Channel\" = 'InApp'"),
            CultureInfo.InvariantCulture
        );
    }

    [Theory, EachDatabase]
    public async Task A_price_is_told_once_and_rests_until_it_was_above_the_target_again(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (alerts, sara, mug) = (house.Get<ProductAlerts>(), house.Sara.CustomerId!.Value, await house.Thing(price: 10));
        var first = await alerts.WaitForPrice(house.Sara, sara, mug.Product.Number, 7);
        var moved = await alerts.WaitForPrice(house.Sara, sara, mug.Product.Number, 8);
        (moved.Alert.Number, moved.Alert.Target, (await alerts.List(house.Sara, sara)).Count).ShouldBe((first.Alert.Number, 8m, 1));
        await Cost(house, mug, 9);
        (await Told(house)).ShouldBe(0);
        await Cost(house, mug, 8);
        (await Told(house)).ShouldBe(1);
        (await Told(house)).ShouldBe(1);
        await Cost(house, mug, 7);
        (await Told(house)).ShouldBe(1);
        await Cost(house, mug, 12);
        await Cost(house, mug, 6);
        (await Told(house)).ShouldBe(2);
        // True for a moment only: nobody is told what isn't so any more.
        await Cost(house, mug, 12);
        await Cost(house, mug, 5);
        await Cost(house, mug, 12);
        (await Told(house)).ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task Many_prices_at_once_are_one_message_and_three_a_day_are_enough(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (alerts, sara) = (house.Get<ProductAlerts>(), house.Sara.CustomerId!.Value);
        var things = new List<ProductView>();
        for (var i = 0; i < 12; i++)
        {
            things.Add(await house.Thing($"Thing {i}", 10));
            await alerts.WaitForPrice(house.Sara, sara, things[i].Product.Number, 9);
        }
        foreach (var thing in things)
            await Cost(house, thing, 8);
        (await Told(house)).ShouldBe(1);
        for (var i = 0; i < 5; i++)
        {
            await Cost(house, things[i], 20);
            await Cost(house, things[i], 8);
            await Told(house);
        }
        (await Told(house)).ShouldBe(3);
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await Told(house)).ShouldBe(4);
    }

    [Theory, EachDatabase]
    public async Task Who_waits_for_stock_is_told_when_it_is_back_and_waits_no_longer(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (alerts, sara) = (house.Get<ProductAlerts>(), house.Sara.CustomerId!.Value);
        var (mug, pen) = (await house.Thing("Mug", stock: 0), await house.Thing("Pen"));
        (await Should.ThrowAsync<Refusal>(() => alerts.WaitForStock(house.Sara, sara, pen.Product.Number))).Code.ShouldBe("in_stock");
        await alerts.WaitForStock(house.Sara, sara, mug.Product.Number);
        await alerts.WaitForStock(house.Sara, sara, mug.Product.Number);
        (await alerts.List(house.Sara, sara)).Count.ShouldBe(1);
        await house.Get<Stockroom>().Move(house.Amina, mug.Product.Number, null, StockMoveKind.In, 3, null);
        await house.Drain();
        (await Told(house)).ShouldBe(1);
        (await alerts.List(house.Sara, sara)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Bad_targets_and_strangers_are_refused(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (alerts, sara, mug) = (house.Get<ProductAlerts>(), house.Sara.CustomerId!.Value, (await house.Thing()).Product.Number);
        foreach (var target in new decimal?[] { null, 0, -1, 2_000_000_000, 1.00001m })
            (await Should.ThrowAsync<Refusal>(() => alerts.WaitForPrice(house.Sara, sara, mug, target)))
                .Fields[0]
                .Field.ShouldBe("target_price");
        (await Should.ThrowAsync<Refusal>(() => alerts.WaitForPrice(house.Sara, sara, 999, 5))).Kind.ShouldBe(RefusalKind.NotFound);
        var set = (await alerts.WaitForPrice(house.Sara, sara, mug, 5)).Alert.Number;
        foreach (var stranger in new[] { house.David, house.Oskar, house.Olga })
            (await Should.ThrowAsync<Refusal>(() => alerts.Remove(stranger, sara, set))).Kind.ShouldBe(RefusalKind.NotFound);
        await alerts.Remove(house.Sara, sara, set);
        (await Should.ThrowAsync<Refusal>(() => alerts.Remove(house.Sara, sara, set))).Kind.ShouldBe(RefusalKind.NotFound);
    }
}

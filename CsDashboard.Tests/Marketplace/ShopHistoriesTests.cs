using System.Collections.Concurrent;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Stock;
using CsDashboard.Tests.Engagement;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// Four buyers, their providers and the team do whatever comes to mind at once, by the verbs; then every book is recounted.
/// </summary>
public sealed class ShopHistoriesTests
{
    [Theory, EachDatabase]
    public async Task Whatever_happens_at_once_and_in_whatever_order_the_shop_adds_up(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var goods = new List<(Guid, int)>();
        foreach (var (name, price) in new[] { ("Mug", 9.99m), ("Pen", 0.33m), ("Lamp", 41.5m) })
        {
            var thing = await house.Thing(name, price, stock: 30);
            goods.Add((thing.Product.Variants[0].Id, thing.Product.Number));
        }
        var owed = await house.Thing("Hat", 15, stock: 2, with: p => p.Variants[0].Policy = StockPolicy.BackOrder);
        goods.Add((owed.Product.Variants[0].Id, owed.Product.Number));
        var (placed, seed) = (new ConcurrentBag<PlacedOrder>(), Random.Shared.Next());
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        for (var day = 0; day < 4; day++)
        {
            await Task.WhenAll(
                new[] { house.Sara, house.David, house.Sara, house.David }.Select(
                    (who, i) => new ShopWalk(house, who, [.. goods], placed, seed + day * 4 + i).Steps(30)
                )
            );
            await house.Drain();
            await house.ShopShouldAddUp(house.Nour);
            // Some reservations end, some access does, points unlock.
            house.Clock.AdvanceHours(20);
        }
        placed.Select(o => o.Number).Distinct().Count().ShouldBeGreaterThan(20, "The walk tries too little.");
        await house.ShouldAddUp(house.Nour);
        await house.OrdersShouldHaveEarnedOnce(house.Nour);
    }
}

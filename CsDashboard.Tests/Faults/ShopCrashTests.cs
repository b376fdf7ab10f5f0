using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Tests.Engagement;
using CsDashboard.Tests.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Faults;

public sealed class ShopCrashTests
{
    [Theory, EachDatabase]
    public async Task Killed_while_orders_are_placed_paid_and_sent_back_the_books_agree_and_a_key_is_one_order(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        await house.Sells(house.Omar);
        foreach (var admin in new[] { house.Amina, house.Omar })
        foreach (var (name, price, stock) in new[] { ("Mug", 9.99m, 60), ("Pen", 0.33m, 400), ("Lamp", 41.5m, 25) })
            await house.Thing(name, price, stock, by: admin);
        await house.Drain();
        await house.Stop();
        var (asked, placed, done) = (new HashSet<string>(), new Dictionary<string, string>(), new HashSet<string>());
        for (var round = 0; round < 4; round++)
        {
            await Doomed.Work("crash-shop", house.Database, Random.Shared.Next(120, 300), Take);
            await using var dead = house.Again();
            foreach (var company in new[] { house.Nour, house.Other })
                await dead.ShopShouldAddUp(company);
        }

        await using var again = house.Again();
        await again.Store.Prepare();
        await again.Drain();
        (await house.Database.Ask("SELECT count(*) FROM \"FailedDeliveries\"")).ShouldBe("0");
        var (numbers, orders) = (new HashSet<string>(), 0);
        foreach (var company in new[] { house.Nour, house.Other })
        {
            await again.ShopShouldAddUp(company);
            await again.ShouldAddUp(company);
            await again.OrdersShouldHaveEarnedOnce(company);
            numbers.UnionWith(await Numbers(again, company));
        }
        placed.Values.Where(n => !numbers.Contains(n)).ShouldBeEmpty("Acknowledged, and lost.");
        // Whoever got no answer asks again by the same key, and is given the order that there is.
        foreach (var key in asked)
            orders += await AskedAgain(again, key, placed.GetValueOrDefault(key), numbers) ? 1 : 0;
        orders.ShouldBe(numbers.Count, "A key made two orders.");
        foreach (var company in new[] { house.Nour, house.Other })
            await again.ShopShouldAddUp(company);
        done.ShouldBe(["asked", "placed", "paid", "moved", "cancelled", "refunded", "returned"], ignoreOrder: true);

        bool Take(string[] line)
        {
            switch (line)
            {
                case ["asked", { Length: 33 } key]:
                    asked.Add(key);
                    break;
                case ["placed", { Length: 33 } key, { Length: 21 } number]:
                    placed[key] = number;
                    break;
                case [_, { Length: 21 }]:
                    break;
                default:
                    return false;
            }
            return done.Add(line[0]) || true;
        }
    }

    private static async Task<List<string>> Numbers(House house, Guid company)
    {
        await using var db = house.Store.Open(Actor.System(company, house.Clock));
        return await db.Orders.Where(o => o.IsOwn).Select(o => o.Number).ToListAsync();
    }

    // True when the key has an order that was there before. The till of either company may have sent it.
    private static async Task<bool> AskedAgain(House house, string key, string? number, HashSet<string> numbers)
    {
        foreach (var customer in new[] { house.Sara, house.Oskar })
        {
            await using (var db = house.Store.Open(customer))
                if (!await db.Set<KeyedCall>().AnyAsync(c => c.Key == OnceKey.Of(key, key)!.Key))
                    continue;
            var till = customer with { Role = Role.Service, UserId = null, Once = OnceKey.Of(key, key) };
            var found = (await house.Get<Checkouts>().Place(till, customer.Cart(), Till.Order(Guid.NewGuid()))).Number;
            (number ?? found).ShouldBe(found);
            numbers.ShouldContain(found);
            return true;
        }
        return number is null ? false : throw new ShouldAssertException($"{number} was acknowledged, and its key is not known.");
    }
}

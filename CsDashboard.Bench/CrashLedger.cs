using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bench;

/// <summary>
/// Members order, redeem and are given points while the events are worked off, until it is killed. Prints "ordered|redeemed|given WORD"
/// after each call that was acknowledged; the word is the number of the order, or the reason that the ledger keeps.
/// </summary>
internal static class CrashLedger
{
    private static readonly string[] States = ["placed", "shipped", "delivered", "cancelled", "returned"];

    public static async Task Run(string dataFolder)
    {
        await using var house = House.In(dataFolder);
        var people = new List<User>();
        await using (var db = house.Get<Store>().Open(Actor.System(Guid.Empty)))
            people.AddRange(await db.UsersEverywhere.Where(u => u.CustomerId != null).ToListAsync());
        await house.StartBackgroundWork();
        await Task.WhenAll(
            people.SelectMany(member => Enumerable.Range(0, 2).Select(_ => Live(house, member.TenantId, member.CustomerId!.Value)))
        );
    }

    private static async Task Live(House house, Guid tenant, Guid member)
    {
        var (desk, random) = (
            new Actor
            {
                TenantId = tenant,
                Role = Role.Service,
                Name = "Shop",
            },
            new Random()
        );
        var (orders, points) = (house.Get<Orders>(), house.Get<Points>());
        var (numbers, word) = (new List<string>(), "");
        while (true)
        {
            switch (random.Next(5))
            {
                case 0 or 1:
                    // A new one, or another state of one of the last few.
                    if (numbers.Count == 0 || random.Next(2) == 0)
                        numbers.Add(NewWord());
                    word = numbers[^random.Next(1, Math.Min(4, numbers.Count) + 1)];
                    await orders.Record(
                        desk,
                        member,
                        new OrderInput
                        {
                            Number = word,
                            Status = States[random.Next(States.Length)],
                            Total = random.Next(1, 400),
                        }
                    );
                    Console.WriteLine($"ordered {word}");
                    break;
                case 2 or 3:
                    try
                    {
                        await points.Redeem(desk, member, random.Next(1, 300), word = NewWord());
                    }
                    catch (Refusal refusal) when (refusal.Code == "insufficient_points")
                    {
                        continue;
                    }
                    Console.WriteLine($"redeemed {word}");
                    break;
                default:
                    await points.Give(desk, member, new PointsInput { Points = random.Next(1, 200), Reason = word = NewWord() });
                    Console.WriteLine($"given {word}");
                    break;
            }
        }
    }

    private static string NewWord() => "w" + Guid.NewGuid().ToString("N");
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

/// <summary>
/// What an admin watches of all customers. The figures are cached: where counting takes long, a company sees those of the last count, with
/// their time, while new ones are counted in the background.
/// </summary>
public sealed class CustomerBoards(Store store)
{
    private const int Months = 12,
        MaxTop = 10;
    private static readonly decimal[] Bounds = [0.01m, 100, 1_000, 10_000];
    private static readonly int[] Days = [30, 90, 180];
    private readonly RefreshedCache<Guid, CustomerBoard> kept = new();

    public Task<CustomerBoard> Of(Actor actor)
    {
        actor.Demand(CustomerRights.SeeFigures);
        return kept.Get(actor.TenantId, actor.Clock, () => Count(actor));
    }

    private async Task<CustomerBoard> Count(Actor actor)
    {
        await using var db = store.Open(actor);
        // A record that was merged into another is not a customer of its own.
        var (now, customers) = (actor.Now, db.Customers.Where(c => c.MergedInto == null));
        var month = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var groups = await customers
            .GroupBy(c => new
            {
                c.Status,
                c.Type,
                c.MembershipTier,
            })
            .Select(g => new
            {
                g.Key.Status,
                g.Key.Type,
                Tier = g.Key.MembershipTier,
                Count = g.Count(),
                Orders = g.Sum(c => c.TotalOrders),
                Value = g.Sum(c => c.TotalOrderValue),
                Complaints = g.Sum(c => c.TotalComplaints),
                Open = g.Sum(c => c.OpenComplaints),
            })
            .ToListAsync();

        var months = Enumerable.Range(1 - 2 * Months, 2 * Months).Select(month.AddMonths).ToList();
        var made = await Bands.Count(customers.Where(c => c.CreatedAt < month.AddMonths(1)), c => c.CreatedAt, months);
        var growth = months.Select((from, at) => new NewInMonth(from.Year, from.Month, made[at + 1])).ToList();

        var spent = await Bands.Count(customers, c => c.TotalOrderValue, Bounds);
        var values = spent.Select(
            (count, at) => new ValueBand(at == 0 ? 0 : Bounds[at - 1], at < Bounds.Length ? Bounds[at] : null, count)
        );

        var ordered = await Bands.Count(
            customers,
            c => c.LastOrderAt,
            [.. Days.Reverse().Select(days => (DateTimeOffset?)now.AddDays(-days))]
        );
        var never = await customers.CountAsync(c => c.LastOrderAt == null);
        var quiet = new List<QuietBand>();
        foreach (var (from, to) in Days.Prepend(0).Zip(Days))
            quiet.Add(new QuietBand(from, to, ordered[Days.Length - quiet.Count]));
        quiet.Add(new QuietBand(Days[^1], null, ordered[0] - never));
        quiet.Add(new QuietBand(null, null, never));

        var top = await customers
            .Where(c => c.TotalOrderValue > 0)
            .OrderByDescending(c => c.TotalOrderValue)
            .ThenByDescending(c => c.Id)
            .Take(MaxTop)
            .Select(c => new TopCustomer(c.PublicId, c.Name, c.Type, c.TotalOrders, c.TotalOrderValue, c.LastOrderAt))
            .ToListAsync();
        var all = new CustomerAnalytics
        {
            Total = groups.Sum(g => g.Count),
            ByStatus = Enum.GetValues<CustomerStatus>().ToDictionary(s => s, s => groups.Where(g => g.Status == s).Sum(g => g.Count)),
            ByType = Enum.GetValues<CustomerType>().ToDictionary(t => t, t => groups.Where(g => g.Type == t).Sum(g => g.Count)),
            Orders = groups.Sum(g => g.Orders),
            OrderValue = groups.Sum(g => g.Value),
            Complaints = groups.Sum(g => g.Complaints),
            OpenComplaints = groups.Sum(g => g.Open),
            NewThisMonth = growth[^1].Count,
            At = now,
        };
        return new CustomerBoard(
            all,
            Tiers.All.ToDictionary(t => t, t => groups.Where(g => g.Tier == t).Sum(g => g.Count)),
            growth[Months..],
            [.. values],
            quiet,
            top
        )
        {
            Currency = await Accounts.Tenants.CurrencyOf(db),
            GrowthBefore = growth[..Months],
        };
    }
}

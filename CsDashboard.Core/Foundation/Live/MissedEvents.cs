using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Foundation.Live;

/// <summary>What a customer's stream missed while it was away.</summary>
public sealed class MissedEvents(Store store)
{
    private const int PageSize = 1000;

    /// <summary>The number of the customer's latest event, or of their groups'; 0 when nothing has happened yet.</summary>
    public async Task<long> Latest(Actor actor, GroupFilter ear)
    {
        var customer = actor.DemandCustomer();
        await using var db = store.Open(actor);
        var own = await db
            .Events.Where(e => e.ForCustomer == customer)
            .OrderByDescending(e => e.Id)
            .Select(e => e.Id)
            .FirstOrDefaultAsync();
        if (ear.Groups.Count == 0)
            return own;
        var groups = ear.Groups;
        return Math.Max(
            own,
            await db
                .Events.Where(e => e.ForGroup != null && groups.Contains(e.ForGroup))
                .OrderByDescending(e => e.Id)
                .Select(e => e.Id)
                .FirstOrDefaultAsync()
        );
    }

    /// <summary>
    /// The customer's next events after the given number, oldest first: from up to 1,000 rows, those that outside programs get. Last is
    /// where to go on from; More says whether there is more.
    /// </summary>
    public async Task<(IReadOnlyList<LiveMessage> Messages, long Last, bool More)> Since(
        Actor actor,
        long after,
        GroupFilter ear,
        CancellationToken cancellation = default
    )
    {
        var customer = actor.DemandCustomer();
        await using var db = store.Open(actor);
        var rows = await db
            .Events.Where(e => e.ForCustomer == customer && e.Id > after)
            .OrderBy(e => e.Id)
            .Take(PageSize)
            .ToListAsync(cancellation);
        if (ear.Groups.Count > 0)
        {
            // One query for each index, merged by number; a single query would walk every event of the company.
            var groups = ear.Groups;
            rows.AddRange(
                await db
                    .Events.Where(e => e.ForGroup != null && groups.Contains(e.ForGroup) && e.Id > after)
                    .OrderBy(e => e.Id)
                    .Take(PageSize)
                    .ToListAsync(cancellation)
            );
            rows = [.. rows.OrderBy(e => e.Id).Take(PageSize)];
        }
        var messages = rows.Where(e =>
                e.ForGroup is null || e.ForCustomer == customer || (e.Happening() is { } happening && ear.Hears(happening))
            )
            .Select(LiveFeed.MessageOf)
            .OfType<LiveMessage>();
        return ([.. messages], rows.Count == 0 ? after : rows[^1].Id, rows.Count == PageSize);
    }
}

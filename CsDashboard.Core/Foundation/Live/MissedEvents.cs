using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Foundation.Live;

/// <summary>What a customer's stream missed while it was away.</summary>
public sealed class MissedEvents(Store store)
{
    private const int PageSize = 1000;

    /// <summary>The number of the customer's latest event; 0 when nothing has happened yet.</summary>
    public async Task<long> Latest(Actor actor)
    {
        var customer = actor.DemandCustomer();
        await using var db = store.Open(actor);
        return await db.Events.Where(e => e.ForCustomer == customer).OrderByDescending(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync();
    }

    /// <summary>
    /// The customer's next events after the given number, oldest first: up to 1,000 rows, of which those that programs are
    /// told are handed out. Last is where to go on from; More says whether to.
    /// </summary>
    public async Task<(IReadOnlyList<LiveMessage> Messages, long Last, bool More)> Since(Actor actor, long after, CancellationToken cancellation = default)
    {
        var customer = actor.DemandCustomer();
        await using var db = store.Open(actor);
        var rows = await db.Events.Where(e => e.ForCustomer == customer && e.Id > after).OrderBy(e => e.Id).Take(PageSize).ToListAsync(cancellation);
        return ([.. rows.Select(LiveFeed.MessageOf).OfType<LiveMessage>()], rows.Count == 0 ? after : rows[^1].Id, rows.Count == PageSize);
    }
}

using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Audit;

/// <summary>
/// Takes personal data out of the history and leaves the entries: when, which room, what kind of thing happened to which id. In
/// the place of what was said stands the salted hash that the chain was sealed with, so the chain still holds; the salt goes too, so that
/// nobody can guess what was said. Each redaction is recorded (docs/decisions/0014).
/// </summary>
public sealed class Redaction(Store store)
{
    /// <summary>What stands for a payload that was taken out.</summary>
    public const string Nothing = "{}";

    private const int AtOnce = 200;

    /// <summary>
    /// Takes out what some entries say, and who acted where the person did; 200 at a time. Gives how many, 0 when none is left. For rooms
    /// that have already checked the right.
    /// </summary>
    internal Task<int> TakeOut(
        Actor actor,
        Func<AppDb, Task<IQueryable<StoredEvent>>> which,
        IReadOnlyCollection<Guid> people,
        string reason
    ) =>
        store.Write(
            actor,
            async db =>
            {
                var rows = await (await which(db))
                    .Where(e => e.ContentHash == null)
                    .AsNoTracking()
                    .OrderBy(e => e.Id)
                    .Take(AtOnce)
                    .ToListAsync();
                if (rows.Count == 0)
                    return 0;
                foreach (var row in rows)
                {
                    var (content, who) = (row.ContentDigest, row.WhoDigest);
                    var them = db.Events.Where(e => e.Id == row.Id);
                    await them.ExecuteUpdateAsync(set =>
                        set.SetProperty(e => e.ContentHash, content)
                            .SetProperty(e => e.ContentSalt, (byte[]?)null)
                            .SetProperty(e => e.Before, (string?)null)
                            .SetProperty(e => e.After, (string?)null)
                            .SetProperty(e => e.Payload, Nothing)
                    );
                    if (row.UserId is { } user && people.Contains(user) && row.WhoHash is null)
                        await them.ExecuteUpdateAsync(set =>
                            set.SetProperty(e => e.WhoHash, who)
                                .SetProperty(e => e.WhoSalt, (byte[]?)null)
                                .SetProperty(e => e.ActorName, "")
                                .SetProperty(e => e.Address, (string?)null)
                        );
                }
                var ids = rows.ConvertAll(e => e.Id);
                await db.FailedDeliveries.Where(f => ids.Contains(f.EventId)).ExecuteDeleteAsync();
                db.Record(new HistoryRedacted(actor.TenantId, reason, ids));
                return rows.Count;
            }
        );
}

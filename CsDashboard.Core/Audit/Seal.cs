using System.Collections.Concurrent;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Audit;

/// <summary>
/// Seals every recorded event into the chain of its company, in batches, a moment after its commit and outside of it, so
/// that verbs do not wait for it. What was recorded while nothing ran is sealed at the next start; each event once.
/// <para>
/// The order of a chain is the order in which events are sealed. On SQLite, whose writes stand in one line, that is the order
/// of their numbers. On PostgreSQL a number may become visible after a higher one: it is sealed when it is seen, as long as it
/// was not overtaken by more than <see cref="Overtaken"/> others, far more than a transaction of ours can be. One that shows
/// up behind that is left unsealed, and <see cref="AuditCheck"/> names it as put in afterwards.
/// </para>
/// </summary>
public sealed class Seal(Store store, KeptHeads kept, LiveFeed feed, TimeProvider clock, ILogger<Seal> log) : BackgroundService
{
    internal const string Chain = "audit";
    internal const int Overtaken = 10_000;

    // Writers wait behind a batch: this many take about ten milliseconds.
    private const int BatchSize = 200;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(500);

    // Events of other processes on the same database are not announced here.
    private const int BreathsUntilALook = 10;
    private static readonly Actor Sealer = Actor.System(Guid.Empty);
    private readonly ConcurrentDictionary<Guid, (long Position, string Hash)> ends = new();

    /// <summary>Where this process last left the chain of a company; what was there then must be there still.</summary>
    internal (long Position, string Hash) EndOf(Guid company) => ends.GetValueOrDefault(company, (0, HashChain.Start));

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (seen, breaths) = (-1L, 0);
        return Loop.Run(
            "The sealing of the history",
            Breath,
            log,
            stoppingToken,
            async () =>
            {
                var announced = feed.Announced;
                if (announced != seen || ++breaths >= BreathsUntilALook)
                {
                    (seen, breaths) = (-1, 0);
                    await SealAll(stoppingToken);
                    seen = announced;
                }
                await Task.Delay(Breath, stoppingToken);
            }
        );
    }

    /// <summary>Seals until nothing is left to seal.</summary>
    public async Task SealAll(CancellationToken cancellation = default)
    {
        while (await SealSome(cancellation) == BatchSize) { }
    }

    private async Task<int> SealSome(CancellationToken cancellation)
    {
        await using (var db = store.Open(Sealer))
            if (!await (await Unsealed(db, cancellation)).AnyAsync(cancellation))
                return 0;
        var (count, heads) = await store.Write(
            Sealer,
            async db =>
            {
                // Read inside the write: another process may have sealed them since the look above.
                var batch = await (await Unsealed(db, cancellation))
                    .AsNoTracking()
                    .OrderBy(e => e.Id)
                    .Take(BatchSize)
                    .ToListAsync(cancellation);
                var heads = new List<(ChainHead Head, bool GoesOn)>();
                foreach (var company in batch.GroupBy(e => e.TenantId))
                    heads.Add(await SealInto(db, company.Key, company));
                db.Switch(Sealer);
                return (batch.Count, heads);
            },
            cancellation
        );
        foreach (var (head, _) in heads)
            ends[head.TenantId] = (head.Position, head.Hash);
        kept.Keep([.. heads.Where(h => h.GoesOn).Select(h => h.Head)]);
        return count;
    }

    private async Task<(ChainHead, bool GoesOn)> SealInto(AppDb db, Guid company, IEnumerable<StoredEvent> events)
    {
        db.Switch(Actor.System(company, clock));
        var head = await HashChain.Head(db, Chain);
        var goesOn = kept.Find(company) is not { } before || await Holds(db, before.Position, before.Hash);
        var links = events
            .Select(e =>
            {
                var link = head.Add(position => Canonical(e, position));
                return new AuditLink
                {
                    EventId = e.Id,
                    Position = link.Position,
                    Previous = Convert.FromHexString(link.Previous),
                    Hash = Convert.FromHexString(link.Hash),
                };
            })
            .ToList();
        // The head first: two processes that seal at once meet there, and one of them runs again.
        await db.SaveChangesAsync();
        db.AuditLinks.AddRange(links);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return (head, goesOn);
    }

    // A chain without the head that was kept of it is a different chain: the kept head stays and shows it.
    private static async Task<bool> Holds(AppDb db, long position, string hash) =>
        await db.AuditLinks.Where(l => l.Position == position).Select(l => l.Hash).SingleOrDefaultAsync() is { } there
        && Convert.ToHexStringLower(there) == hash;

    /// <summary>
    /// What is hashed of an event, as <see cref="HashChain"/> says: all of its columns in this order, except DeliveredAt. Ids are
    /// lower-case with hyphens, null stays null. For what may have to be taken out one day (name and address; before, after and payload, as
    /// stored) it is the salted hash, so that the chain holds without them (docs/decisions/0014).
    /// </summary>
    internal static string Canonical(StoredEvent e, long position) =>
        HashChain.Canonical(json =>
        {
            json.WriteNumber("position", position);
            json.WriteNumber("id", e.Id);
            json.WriteString("company", e.TenantId);
            json.WriteString("at", HashChain.Text(e.At));
            if (e.UserId is { } user)
                json.WriteString("user", user);
            else
                json.WriteNull("user");
            json.WriteString("role", e.ActorRole.ToString());
            json.WriteString("who", e.WhoDigest);
            json.WriteString("room", e.Room);
            json.WriteString("kind", e.Kind);
            json.WriteString("action", e.Action);
            json.WriteString("subjectKind", e.SubjectKind);
            json.WriteString("subjectId", e.SubjectId);
            if (e.ForCustomer is { } customer)
                json.WriteString("customer", customer);
            else
                json.WriteNull("customer");
            json.WriteString("content", e.ContentDigest);
            json.WriteBoolean("silent", e.Silent);
        });

    internal static long LowestToSeal(AppDb db, long lastSealed) => db.Database.IsSqlite() ? lastSealed : lastSealed - Overtaken;

#pragma warning disable RS0030 // One worker seals for every company; each link is saved as its own company's.
    private static async Task<IQueryable<StoredEvent>> Unsealed(AppDb db, CancellationToken cancellation)
    {
        var links = db.AuditLinks.IgnoreQueryFilters();
        var lowest = LowestToSeal(db, await links.MaxAsync(l => (long?)l.EventId, cancellation) ?? 0);
        return db.Events.IgnoreQueryFilters().Where(e => e.Id > lowest && !links.Any(l => l.EventId == e.Id));
    }
#pragma warning restore RS0030
}

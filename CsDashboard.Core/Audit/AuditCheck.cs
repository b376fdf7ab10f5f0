using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Audit;

/// <summary>
/// Walks the chain of a company from its beginning, recomputes every hash and says where the history is not what was recorded: an event
/// changed, removed or inserted later, a link changed or removed. A chain that was cut off at its end is noticed by the head that is kept
/// beside it, by the notes of earlier checks, by the number that the engine gave the last event, by what this process has sealed itself,
/// and by the heads that are kept and signed outside the database (<see cref="KeptHeads"/>). Somebody who owns both that folder and the
/// database leaves no trace; against that the hash is shown on the page and in the log.
/// </summary>
public sealed class AuditCheck(Store store, Seal seal, KeptHeads kept, Tenants tenants, TimeProvider clock, ILogger<AuditCheck> log)
{
    private const int BatchSize = 1_000;
    private const int MaxFindings = 100;
    private static readonly TimeSpan TooLong = TimeSpan.FromHours(44),
        AfterStart = TimeSpan.FromHours(1);
    private readonly DateTimeOffset started = clock.Now();
    private readonly NightWindow nights = new(tenants);

    /// <summary>
    /// Checks the whole chain and records that it did, with the outcome. Reads in parts, so memory stays flat; cancelling records nothing.
    /// </summary>
    public async Task<AuditVerdict> Verify(Actor actor, IProgress<AuditProgress>? progress = null, CancellationToken cancellation = default)
    {
        actor.Demand(AuditRights.Read);
        var verdict = await new Walk(store, actor, seal.EndOf(actor.TenantId), kept).Go(progress, cancellation);
        var first = verdict.Findings.Count == 0 ? null : Told(verdict.Findings[0]);
        await store.Record(
            actor,
            new AuditVerified(actor.TenantId, verdict.Links, verdict.Hash, verdict.Faults, first, actor.Role == Role.System),
            cancellation
        );
        if (verdict.IsWhole)
            log.LogInformation(
                "The history of company {Company} is whole: {Links} links, the last with hash {Hash}",
                actor.TenantId,
                verdict.Links,
                verdict.Hash
            );
        else
            log.LogError(
                "The history of company {Company} is not what was recorded: {Faults} faults in {Links} links, at first {First}",
                actor.TenantId,
                verdict.Faults,
                verdict.Links,
                first
            );
        return verdict;
    }

    /// <summary>The latest check of the company, by a person or by night; null before the first.</summary>
    public async Task<(DateTimeOffset At, AuditVerified Outcome)?> Latest(Actor actor)
    {
        actor.Demand(AuditRights.Read);
        await using var db = store.Open(actor);
        var action = EventKinds.WordOf(typeof(AuditVerified));
        var row = await db
            .Events.Where(e => e.Action == action)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .FirstOrDefaultAsync();
        return row is null || NoteOf(row) is not { } note ? null : (row.At, note);
    }

    /// <summary>
    /// Checks at night by the company's own clock, once; or by day if the product was off at night. Not in the first hour
    /// after a start, when others need the machine.
    /// </summary>
    internal async Task ByNight(Actor product)
    {
        if (product.Now - started < AfterStart)
            return;
        var since = await Latest(product) is { } latest ? product.Now - latest.At : TimeSpan.MaxValue;
        if (since > TooLong || (since > NightWindow.One && await nights.Is(product)))
            await Verify(product);
    }

    /// <summary>One line for logs, mails and notes: the kind of fault, the place in the chain and the event.</summary>
    private static string Told(AuditFinding finding) =>
        finding.EventId is { } id ? $"{finding.Fault}, event {id} at {finding.Position}" : $"{finding.Fault} at {finding.Position}";

    // The payload may have been tampered with by the very person we are looking for.
    private static AuditVerified? NoteOf(StoredEvent row)
    {
        try
        {
            return row.Happening() as AuditVerified;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class Walk(Store store, Actor actor, (long Position, string Hash) left, KeptHeads kept)
    {
        // Read before the database is asked, so it can only lag behind.
        private readonly (long Position, string Hash)? outside = kept.Find(actor.TenantId);
        private readonly List<AuditFinding> findings = [];
        private int faults;

        // Noted before the database is asked, so the chain can only have grown since.
        private (long Position, byte[] Hash) last = (0, Convert.FromHexString(HashChain.Start));
        private long lastEvent;

        // Entries whose content was taken out, and those for which the chain says so.
        private readonly Dictionary<long, long> takenOut = [];
        private readonly HashSet<long> told = [];

        public async Task<AuditVerdict> Go(IProgress<AuditProgress>? progress, CancellationToken cancellation)
        {
            long end;
            string endHash;
            await using (var db = store.Open(actor))
            {
                // The links first: what is sealed between the two reads makes the head the later one, never the earlier.
                var links = await db.AuditLinks.MaxAsync(l => (long?)l.Position, cancellation) ?? 0;
                var head = await db.ChainHeads.SingleOrDefaultAsync(h => h.Chain == Seal.Chain, cancellation);
                (end, endHash) = (head?.Position ?? 0, head?.Hash ?? HashChain.Start);
                if (links > end)
                    Find(AuditFault.LinkChanged, end + 1);
                if (outside is null && end > 0)
                    Find(AuditFault.HeadContradicted, end);
            }
            progress?.Report(new(0, end));
            while (await Part(end, cancellation) == BatchSize)
                progress?.Report(new(last.Position, end));
            if (last.Position < Math.Max(left.Position, outside?.Position ?? 0))
                Find(AuditFault.EndMissing, last.Position + 1);
            else if (last.Position < end)
                Find(AuditFault.EndMissing, last.Position + 1);
            else if (Convert.ToHexStringLower(last.Hash) != endHash)
                Find(AuditFault.LinkChanged, end);
            else if (await LastAreMissing(cancellation))
                Find(AuditFault.EndMissing, last.Position + 1);
            await FindTidied(cancellation);
            await FindInserted(cancellation);
            progress?.Report(new(end, end));
            return new AuditVerdict(actor.Now, last.Position, Convert.ToHexStringLower(last.Hash), faults, findings);
        }

        private async Task<int> Part(long end, CancellationToken cancellation)
        {
            var after = last.Position;
            await using var db = store.Open(actor);
            var events = db.Events;
            var rows = await (
                from link in db.AuditLinks.Where(l => l.Position > after && l.Position <= end).OrderBy(l => l.Position).Take(BatchSize)
                join happening in events on link.EventId equals happening.Id into found
                from happening in found.DefaultIfEmpty()
                orderby link.Position
                select new { Link = link, Event = (StoredEvent?)happening }
            ).ToListAsync(cancellation);
            foreach (var row in rows)
            {
                Look(row.Link, row.Event);
                if (row.Event is { ContentHash: not null } or { WhoHash: not null })
                    takenOut[row.Event.Id] = row.Link.Position;
                if (row.Event?.Kind == nameof(HistoryRedacted))
                    Hear(row.Event);
                if (row.Event?.Kind == nameof(AuditVerified) && NoteOf(row.Event) is { Links: > 0 } note)
                    await Compare(db, row.Link.Position, row.Event.Id, note, cancellation);
            }
            return rows.Count;
        }

        // Whatever is wrong with a link, the next one is compared with it as it is, so that each fault is reported once.
        private void Look(AuditLink link, StoredEvent? happening)
        {
            if (link.Position != last.Position + 1)
                Find(AuditFault.LinkMissing, last.Position + 1);
            else if (!link.Previous.AsSpan().SequenceEqual(last.Hash))
                Find(AuditFault.LinkChanged, link.Position, link.EventId);
            if (happening is null)
                Find(AuditFault.EventMissing, link.Position, link.EventId);
            else if (
                HashChain.Hash(Convert.ToHexStringLower(link.Previous), Seal.Canonical(happening, link.Position))
                != Convert.ToHexStringLower(link.Hash)
            )
                Find(AuditFault.EventChanged, link.Position, link.EventId);
            last = (link.Position, link.Hash);
            lastEvent = Math.Max(lastEvent, link.EventId);
            if (link.Position == left.Position && Convert.ToHexStringLower(link.Hash) != left.Hash)
                Find(AuditFault.LinkChanged, link.Position, link.EventId);
            else if (link.Position == outside?.Position && Convert.ToHexStringLower(link.Hash) != outside?.Hash)
                Find(AuditFault.HeadContradicted, link.Position, link.EventId);
        }

        private async Task Compare(AppDb db, long position, long eventId, AuditVerified note, CancellationToken cancellation)
        {
            var hash = await db.AuditLinks.Where(l => l.Position == note.Links).Select(l => l.Hash).SingleOrDefaultAsync(cancellation);
            if (hash is null || Convert.ToHexStringLower(hash) != note.Hash)
                Find(AuditFault.NoteContradicted, position, eventId);
        }

        private void Hear(StoredEvent happening)
        {
            try
            {
                told.UnionWith((happening.Happening() as HistoryRedacted)?.Events ?? []);
            }
            catch (JsonException)
            { /* changed, and told as such */
            }
        }

        // Content that was taken out without an entry in the chain to say so. That entry may still be waiting to be sealed.
        private async Task FindTidied(CancellationToken cancellation)
        {
            if (takenOut.Keys.All(told.Contains))
                return;
            await using var db = store.Open(actor);
            foreach (
                var happening in await db.Events.Where(e => e.Id > lastEvent && e.Kind == nameof(HistoryRedacted)).ToListAsync(cancellation)
            )
                Hear(happening);
            foreach (var (id, position) in takenOut.Where(t => !told.Contains(t.Key)))
                Find(AuditFault.EventChanged, position, id);
        }

        // SQLite remembers the highest event number it ever gave, for any company, and never gives one twice.
        private async Task<bool> LastAreMissing(CancellationToken cancellation)
        {
            await using var db = store.Open(actor);
            return db.Database.IsSqlite()
                && await db
                    .Database.SqlQuery<long>(
                        $"""SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'Events'), 0) - COALESCE((SELECT MAX("Id") FROM "Events"), 0) AS "Value" """
                    )
                    .SingleAsync(cancellation) > 0;
        }

        // An event without a link, below those that have one. Those at the end are only waiting to be sealed.
        private async Task FindInserted(CancellationToken cancellation)
        {
            await using var db = store.Open(actor);
            var (links, upTo) = (db.AuditLinks, Seal.LowestToSeal(db, lastEvent));
            var inserted = db.Events.Where(e => e.Id <= upTo && !links.Any(l => l.EventId == e.Id));
            foreach (var id in await inserted.OrderBy(e => e.Id).Select(e => e.Id).Take(MaxFindings).ToListAsync(cancellation))
                Find(AuditFault.EventInserted, 0, id);
        }

        private void Find(AuditFault fault, long position, long? eventId = null)
        {
            faults++;
            if (findings.Count < MaxFindings)
                findings.Add(new AuditFinding(fault, position, eventId));
        }
    }
}

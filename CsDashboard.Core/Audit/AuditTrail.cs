using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Audit;

/// <summary>The company's history as people read it: the recorded events themselves, newest first. Admins only.</summary>
public sealed class AuditTrail(Store store)
{
    // A text is searched by reading entries here, since the database folds letters differently than we do, and a folded copy would be one
    // more place to erase a person from. So only this many entries are read for a page; the next page goes on.
    private const int Window = 10_000;
    private const int MaxSize = 1_000;
    private const int ExportSize = 1_000;

    private readonly CompanyMemory<AuditChoices> known = new(store, Occurring, fresh: 60_000);

    /// <summary>Part of the history; the size is clamped to 1 to 1,000. Invalid for a malformed cursor.</summary>
    public async Task<AuditPart> List(Actor actor, AuditFilter filter, CancellationToken cancellation = default)
    {
        actor.Demand(AuditRights.Read);
        await using var db = store.Open(actor);
        var (rows, next, searchedTo) = await Part(db, filter, Place.Read(filter.After), Math.Clamp(filter.Size, 1, MaxSize), cancellation);
        return new AuditPart(rows.ConvertAll(e => RowOf(e, actor)), next?.ToString(), searchedTo);
    }

    /// <summary>The same with the states before and after, as the contract has them.</summary>
    public async Task<IReadOnlyList<AuditExportRow>> Read(Actor actor, AuditFilter filter, CancellationToken cancellation = default)
    {
        actor.Demand(AuditRights.Read);
        await using var db = store.Open(actor);
        var (rows, _, _) = await Part(db, filter, Place.Read(filter.After), Math.Clamp(filter.Size, 1, MaxSize), cancellation);
        return rows.ConvertAll(e => ExportOf(e, actor));
    }

    /// <summary>One entry with what it changed. NotFound for another company's.</summary>
    public async Task<AuditEntry> Get(Actor actor, long id)
    {
        actor.Demand(AuditRights.Read);
        await using var db = store.Open(actor);
        var row = await db.Events.SingleOrDefaultAsync(e => e.Id == id) ?? throw Refusal.NotFound();
        var link = await db.AuditLinks.SingleOrDefaultAsync(l => l.EventId == id);
        return new AuditEntry(
            RowOf(row, actor),
            row.Before,
            row.After,
            Differences.Of(row),
            link?.Position,
            link is null ? null : Convert.ToHexStringLower(link.Hash)
        );
    }

    /// <summary>
    /// Everything that the filter lets through, newest first, in parts. Each part is read as the actor, so the end of a session ends the
    /// export. The export is recorded before its first entry is handed out.
    /// </summary>
    public async IAsyncEnumerable<AuditExportRow> Export(
        Actor actor,
        AuditFilter filter,
        string format,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        actor.Demand(AuditRights.Read);
        await store.Record(actor, new AuditExported(actor.TenantId, format, filter.Told), cancellation);
        Place? place = null;
        do
        {
            List<StoredEvent> rows;
            await using (var db = store.Open(actor))
                (rows, place, _) = await Part(db, filter, place, ExportSize, cancellation);
            foreach (var row in rows)
                yield return ExportOf(row, actor);
        } while (place is not null);
    }

    /// <summary>The tables and actions that occur in the company's history, for a person to choose from; refreshed once a minute.</summary>
    public Task<AuditChoices> Choices(Actor actor)
    {
        actor.Demand(AuditRights.Read);
        return known.Get(actor);
    }

    private static async Task<AuditChoices> Occurring(AppDb db) =>
        new(
            await Steps(last => db.Events.Where(e => string.Compare(e.SubjectKind, last) > 0).MinAsync(e => (string?)e.SubjectKind)),
            await Steps(last => db.Events.Where(e => string.Compare(e.Action, last) > 0).MinAsync(e => (string?)e.Action))
        );

    // From one value of an index to the next: a handful of look-ups, where DISTINCT would read every row.
    private static async Task<IReadOnlyList<string>> Steps(Func<string, Task<string?>> next)
    {
        var found = new List<string>();
        for (var value = await next(""); value is not null && found.Count < 200; value = await next(value))
            found.Add(value);
        return found;
    }

    private static async Task<(List<StoredEvent> Rows, Place? Next, DateTimeOffset? SearchedTo)> Part(
        AppDb db,
        AuditFilter filter,
        Place? after,
        int size,
        CancellationToken cancellation
    )
    {
        var ordered = Filtered(db, filter, after).OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            var rows = await ordered.Take(size + 1).ToListAsync(cancellation);
            return rows.Count > size ? (rows[..size], Place.Of(rows[size - 1]), null) : (rows, null, null);
        }
        if (filter.Text.Trim().Length > AuditFilter.MaxText || Sought.Phrase(filter.Text) is not { } sought)
            return ([], null, null);
        var (found, read, end) = (new List<long>(), 0, default(Place));
        await foreach (
            var e in ordered
                .Take(Window)
                .Select(e => new
                {
                    e.Id,
                    e.At,
                    e.ActorName,
                    e.Payload,
                    e.Address,
                })
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            (read, end) = (read + 1, new Place(e.At, e.Id));
            if (!sought.In(e.ActorName, e.Payload, e.Address))
                continue;
            found.Add(e.Id);
            if (found.Count > size)
                break;
        }
        var full = found.Count > size;
        if (full)
            found.RemoveAt(size);
        var shown = await db
            .Events.Where(e => found.Contains(e.Id))
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .ToListAsync(cancellation);
        return full ? (shown, Place.Of(shown[^1]), null)
            : read < Window ? (shown, null, null)
            : (shown, end, end.At);
    }

    private static IQueryable<StoredEvent> Filtered(AppDb db, AuditFilter filter, Place? after)
    {
        IQueryable<StoredEvent> events = db.Events;
        if (filter.Person is { } person)
            events = events.Where(e => e.UserId == person);
        if (filter.Row is { } row)
            events = events.Where(e => e.SubjectId == row);
        if (!string.IsNullOrEmpty(filter.Table))
        {
            var kind = TextAttribute.CanBeStored(filter.Table) ? AuditWord.SubjectOf(filter.Table) : "-";
            events = events.Where(e => e.SubjectKind == kind);
        }
        if (!string.IsNullOrEmpty(filter.Action))
        {
            var action = TextAttribute.CanBeStored(filter.Action) ? filter.Action.ToUpperInvariant() : "-";
            events = events.Where(e => e.Action == action);
        }
        if (filter.From is { } from)
            events = events.Where(e => e.At >= from);
        if (filter.To is { } to)
            events = events.Where(e => e.At < to);
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            events = events.Where(e => e.At <= at && (e.At < at || e.Id < id));
        }
        return events;
    }

    private static AuditRow RowOf(StoredEvent e, Actor reader) =>
        new()
        {
            Id = e.Id,
            At = e.At,
            UserId = e.UserId,
            Name = e.ActorName,
            Role = e.ActorRole,
            Address = e.Address,
            Room = e.Room,
            Kind = e.Kind,
            Action = e.Action,
            SubjectKind = e.SubjectKind,
            SubjectId = e.SubjectId,
            Sentence = EventSentence.WithSubject(e, reader.Language),
            Customer = e.ForCustomer,
        };

    private static AuditExportRow ExportOf(StoredEvent e, Actor reader) => new(RowOf(e, reader), e.Before, e.After);

    /// <summary>A place in the history, newest first. Opaque to callers.</summary>
    private readonly record struct Place(DateTimeOffset At, long Id)
    {
        public static Place Of(StoredEvent e) => new(e.At, e.Id);

        public override string ToString() =>
            Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id}")));

        public static Place? Read(string? text)
        {
            if (string.IsNullOrEmpty(text))
                return null;
            try
            {
                var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
                return new Place(
                    new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero),
                    long.Parse(parts[1], CultureInfo.InvariantCulture)
                );
            }
            catch (Exception e) when (e is FormatException or IndexOutOfRangeException or OverflowException or ArgumentException)
            {
                throw Refusal.Invalid("after", Words.Of("Refused_Cursor"));
            }
        }
    }
}

using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers.Merging;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>Everything that was recorded of a customer in whichever room, from the one table of events.</summary>
public sealed class Timelines(Store store)
{
    public const int Size = 25;
    public static readonly string[] Shows = ["tickets", "calls", "orders", "points", "changes", "signins"];

    /// <summary>
    /// Newest first by the time at which it happened, whenever it was entered; 25 at a time. Invalid for a word that isn't in
    /// <see cref="Shows"/> (null means all) or a malformed cursor.
    /// </summary>
    public async Task<Page<TimelineRow>> Read(Actor actor, Guid customerId, string? show = null, string? before = null, int size = Size)
    {
        actor.Demand(CustomerRights.See);
        if (!string.IsNullOrEmpty(show) && !Shows.Contains(show))
            throw Refusal.Invalid("show", Words.Of("Word_Unknown", string.Join(", ", Shows)));
        await using var db = store.Open(actor);
        var customer =
            await db.Customers.Where(c => c.Id == customerId).Select(c => new { c.ImportId }).SingleOrDefaultAsync()
            ?? throw Refusal.NotFound();
        // Entries stay as they were recorded, also those of a record that was merged into this one.
        var records = await Merges.RecordsOf(db, customerId);
        var users = await db.Users.Where(u => u.CustomerId == customerId).Select(u => u.Id).ToListAsync();
        var ((at, id), rows) = (Place(before), new List<StoredEvent>());
        // Each of these has an index of its own; together they would have none.
        foreach (var record in records)
        {
            if (show is null or "" or "tickets" or "calls" or "orders" or "points")
                rows.AddRange(await Newest(db.Events.Where(e => e.ForCustomer == record)));
            if (show is null or "" or "changes")
                rows.AddRange(await Newest(db.Events.Where(e => e.SubjectId == record)));
        }
        if (show is null or "" or "changes" or "signins")
            foreach (var user in users)
                rows.AddRange(await Newest(db.Events.Where(e => e.SubjectId == user)));
        // An import records nothing of each customer; that it began is where the history of those it made begins.
        if ((show is null or "" or "changes") && customer.ImportId is { } import)
            rows.AddRange(
                await db
                    .Events.Where(e =>
                        e.SubjectId == import && e.Kind == nameof(CustomerImportBegun) && (e.At < at || (e.At == at && e.Id < id))
                    )
                    .OrderBy(e => e.Id)
                    .Take(1)
                    .ToListAsync()
            );
        var page = rows.DistinctBy(e => e.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(size + 1).ToList();
        return new(
            [.. page.Take(size).Select(RowOf)],
            page.Count > size ? string.Create(CultureInfo.InvariantCulture, $"{page[size - 1].At.UtcTicks}.{page[size - 1].Id}") : null
        );

        Task<List<StoredEvent>> Newest(IQueryable<StoredEvent> events)
        {
            string[] signing = [nameof(SignedIn), nameof(SignedOut), nameof(SignInFailed), nameof(AccountLocked)];
            events = show switch
            {
                null or "" => events,
                "tickets" => events.Where(e => e.SubjectKind == "ticket"),
                "calls" => events.Where(e => e.SubjectKind == "call"),
                "orders" => events.Where(e => e.SubjectKind == "order"),
                "points" => events.Where(e => e.SubjectKind == "points" || e.SubjectKind == "reward"),
                "changes" => events.Where(e => (e.SubjectKind == "customer" || e.SubjectKind == "user") && !signing.Contains(e.Kind)),
                _ => events.Where(e => signing.Contains(e.Kind)),
            };
            return events
                .Where(e => e.At < at || (e.At == at && e.Id < id))
                .OrderByDescending(e => e.At)
                .ThenByDescending(e => e.Id)
                .Take(size + 1)
                .ToListAsync();
        }
    }

    private static (DateTimeOffset At, long Id) Place(string? before)
    {
        if (string.IsNullOrEmpty(before))
            return (DateTimeOffset.MaxValue, long.MaxValue);
        return
            before.Split('.') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, null, out var t)
            && long.TryParse(id, NumberStyles.None, null, out var i)
            && t <= DateTimeOffset.MaxValue.UtcTicks
            ? (new DateTimeOffset(t, TimeSpan.Zero), i)
            : throw Refusal.Invalid("before", Words.Of("Refused_Cursor"));
    }

    private static TimelineRow RowOf(StoredEvent e) =>
        new()
        {
            Id = e.Id,
            At = e.At,
            Actor = e.ActorName,
            ActorRole = e.ActorRole,
            Kind = e.Kind,
            SubjectKind = e.SubjectKind,
            SubjectId = e.SubjectId,
            Sentence = EventSentence.Of(e, Words.Language),
            Before = e.Before,
            After = e.After,
        };
}

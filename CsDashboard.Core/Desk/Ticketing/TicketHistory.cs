using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>What happened to a ticket beside what was said in it, read from the events that its verbs recorded.</summary>
public sealed class TicketHistory(Store store)
{
    /// <summary>As many events as are read for one page; of a longer history the last.</summary>
    private const int Most = 200;

    // The ticket's row comes alone where nothing happened; none comes for a ticket that the actor may not see.
    private static readonly CompiledRead<AskedHistory, StoredEvent?> Events = new(
        (db, asked) =>
            (
                from t in db.Set<Ticket>()
                where t.Id == asked.TicketId && (asked.Staff || t.CustomerId == asked.Own)
                from e in db.Set<StoredEvent>()
                    .Where(e => e.SubjectId == t.Id && e.SubjectKind == "ticket" && e.At >= asked.Since)
                    .Where(e =>
                        e.Kind == nameof(StatusChanged)
                        || (
                            asked.Staff
                            && (
                                e.Kind == nameof(TicketAssigned)
                                || e.Kind == nameof(TicketChanged)
                                || e.Kind == nameof(ChatTaken)
                                || e.Kind == nameof(ChatHandedOver)
                            )
                        )
                    )
                    .DefaultIfEmpty()
                orderby e.At descending, e.Id descending
                select e
            ).Take(Most)
    );

    private sealed record AskedHistory
    {
        public required Guid TicketId { get; init; }

        /// <summary>Customers read of changes of the status alone.</summary>
        public required bool Staff { get; init; }
        public required Guid Own { get; init; }
        public required DateTimeOffset Since { get; init; }
    }

    /// <summary>
    /// Oldest first, from a moment on. A customer only reads about their own ticket's status, and only what is news: that we wait for them,
    /// that it is done, that it was opened again. NotFound for a ticket that is not the actor's.
    /// </summary>
    public async Task<IReadOnlyList<TicketMoment>> Of(Actor actor, Guid ticketId, DateTimeOffset? since = null)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        var rows = await Events.List(
            db,
            new AskedHistory
            {
                TicketId = ticketId,
                Staff = actor.IsStaff,
                Own = actor.Role == Role.Customer ? actor.DemandCustomer() : default,
                Since = since ?? default,
            }
        );
        if (rows.Count == 0)
            throw Refusal.NotFound();
        rows.Reverse();
        return [.. rows.OfType<StoredEvent>().SelectMany(row => MomentsOf(row, actor.IsStaff))];
    }

    private static IEnumerable<TicketMoment> MomentsOf(StoredEvent row, bool staff)
    {
        var byCustomer = row.ActorRole == Role.Customer;
        TicketMoment Moment(TicketFact fact, string? from, string? to) =>
            new(row.At, staff ? row.ActorName : "", byCustomer, fact, from, to);
        return row.Happening() switch
        {
            StatusChanged e when staff || IsNews(e) => [Moment(TicketFact.Status, e.From.ToString(), e.To.ToString())],
            TicketAssigned e => [Moment(TicketFact.Assignee, null, e.To is null ? null : e.ToName)],
            ChatTaken e => [Moment(TicketFact.Assignee, null, e.AgentName)],
            ChatHandedOver e => [Moment(TicketFact.Assignee, null, e.ToName)],
            TicketChanged e => Changes(e.From, e.To).Select(c => Moment(c.Fact, c.From, c.To)),
            _ => [],
        };
    }

    private static bool IsNews(StatusChanged e) => e.To.Facts.IsNews || !e.From.IsOpen;

    private static IEnumerable<(TicketFact Fact, string? From, string? To)> Changes(TicketFacts from, TicketFacts to)
    {
        if (from.Priority != to.Priority)
            yield return (TicketFact.Priority, from.Priority.ToString(), to.Priority.ToString());
        if (from.Category != to.Category)
            yield return (TicketFact.Category, from.Category?.ToString(), to.Category?.ToString());
        if (from.Type != to.Type)
            yield return (TicketFact.Type, from.Type?.ToString(), to.Type?.ToString());
        if (from.Subject != to.Subject)
            yield return (TicketFact.Subject, from.Subject, to.Subject);
        var (before, after) = (Ticket.SplitTags(from.Tags), Ticket.SplitTags(to.Tags));
        foreach (var tag in before.Except(after))
            yield return (TicketFact.Tag, tag, null);
        foreach (var tag in after.Except(before))
            yield return (TicketFact.Tag, null, tag);
    }
}

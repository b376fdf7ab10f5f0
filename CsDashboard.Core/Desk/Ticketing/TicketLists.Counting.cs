using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

public sealed partial class TicketLists
{
    /// <summary>
    /// How many tickets each list of the inbox holds now. Those by status and assignee are kept with every change; late ones and mentions
    /// are counted up to <see cref="InboxCounts.Cap"/>.
    /// </summary>
    public async Task<InboxCounts> Counts(Actor actor)
    {
        actor.Demand(DeskRights.Answer);
        var asked = new Counting(actor.UserId ?? Guid.Empty, actor.Now, InboxCounts.Cap);
        await using var db = store.Open(actor);
        var statuses = await ByStatus.List(db, asked);
        var open = statuses.Where(s => s.Status.IsOpen).ToList();
        return new InboxCounts(
            open.Sum(s => s.Mine),
            open.Sum(s => s.Unassigned),
            await Overdue.First(db, asked),
            statuses.Sum(s => s.All),
            await Mentioning.First(db, asked),
            Enum.GetValues<TicketStatus>().ToDictionary(s => s, s => statuses.Find(c => c.Status == s)?.All ?? 0)
        );
    }

    private sealed record Counting(Guid Me, DateTimeOffset Now, int Cap);

    private sealed record Counted(TicketStatus Status, int All, int Mine, int Unassigned);

    private static readonly CompiledRead<Counting, Counted> ByStatus = new(
        (db, asked) =>
            db.Set<TicketCount>()
                .GroupBy(c => c.Status)
                .Select(g => new Counted(
                    g.Key,
                    g.Sum(c => c.Count),
                    g.Sum(c => c.AssigneeId == asked.Me ? c.Count : 0),
                    g.Sum(c => c.AssigneeId == Guid.Empty ? c.Count : 0)
                ))
    );

    // Each count stops at the cap, so it never walks a large table.
    private static readonly CompiledRead<Counting, int> Overdue = new(
        (db, asked) =>
            db.Set<Ticket>()
                .Where(t => !t.InChat && t.NextDueAt < asked.Now)
                .Select(t => t.Id)
                .Take(asked.Cap)
                .GroupBy(_ => 1)
                .Select(g => g.Count())
    );

    private static readonly CompiledRead<Counting, int> Mentioning = new(
        (db, asked) =>
            db.Set<Mention>()
                .Where(m => m.UserId == asked.Me)
                .Select(m => m.TicketId)
                .Distinct()
                .Take(asked.Cap)
                .GroupBy(_ => 1)
                .Select(g => g.Count())
    );
}

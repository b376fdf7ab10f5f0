using CsDashboard.Accounts;
using CsDashboard.Analytics;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>What an admin wants to know of the desk. Times are measured on the latest 10,000 tickets of the period.</summary>
internal sealed class DeskFigures : IFigures
{
    public string Room => "desk";

    private const int Sample = 10_000;
    private const int ContentFrom = 4;

    public async Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period) =>
        [
            new("tickets", await Tickets(db, period)),
            new("waiting", await Waiting(db, period)),
            new("satisfaction", await Satisfaction(db, period)),
            new("calls", await Calls(db, period)),
            new("chats", await Chats(db)),
        ];

    private static async Task<IReadOnlyList<Figure>> Tickets(AppDb db, FigurePeriod period)
    {
        var now = period.To;
        // As the lists of the inbox hold them: a live chat is answered in the chat.
        var tickets = db.Tickets.Where(t => !t.InChat);
        Task<int> Opened(DateTimeOffset from, DateTimeOffset to) => tickets.CountAsync(t => t.CreatedAt >= from && t.CreatedAt < to);
        Task<int> Resolved(DateTimeOffset from, DateTimeOffset to) => tickets.CountAsync(t => t.ResolvedAt >= from && t.ResolvedAt < to);
        var waiting = tickets.Where(t => t.IsOpen && t.AwaitsStaff);
        var (waits, longest) = (await waiting.CountAsync(), await waiting.MinAsync(t => (DateTimeOffset?)t.LastMessageAt));
        return
        [
            Figure.Waiting("tickets_late", await tickets.CountAsync(t => t.NextDueAt < now)).Within(0, 5),
            Figure.Waiting("tickets_unassigned", await tickets.CountAsync(t => t.AssigneeId == null && t.IsOpen)),
            new Figure("tickets_open", FigureUnit.Count, await tickets.CountAsync(t => t.IsOpen)),
            await Trend("tickets_opened", period, Opened),
            await Trend("tickets_resolved", period, Resolved),
            new Figure("waiting_longest", FigureUnit.Seconds, longest is { } since ? Seconds(now - since) : null) { Of = waits },
        ];
    }

    private static async Task<Figure> Trend(string name, FigurePeriod period, Func<DateTimeOffset, DateTimeOffset, Task<int>> count) =>
        new(name, FigureUnit.Count, await count(period.From, period.To)) { Place = FigurePlace.Trend, Series = await period.Series(count) };

    private static async Task<IReadOnlyList<Figure>> Waiting(AppDb db, FigurePeriod period)
    {
        var answered = await Answered(db.Tickets, period);
        var resolved = Sorted(answered.Select(t => t.Resolution));
        var first = Sorted(answered.Select(t => t.FirstReply));
        return
        [
            Time("first_response_median", first, 0.5m) with
            {
                Place = FigurePlace.Trend,
                Series = period.Series(answered, t => t.CreatedAt, some => Part(Sorted(some.Select(t => t.FirstReply)), 0.5m)),
            },
            Time("first_response_p90", first, 0.9m),
            Time("resolution_median", resolved, 0.5m),
            Time("resolution_p90", resolved, 0.9m),
        ];
    }

    /// <summary>How soon tickets of the period were answered and resolved; chats are answered at once and not among them.</summary>
    internal static async Task<IReadOnlyList<TicketTimes>> Answered(IQueryable<Ticket> tickets, FigurePeriod period) =>
        await tickets
            .Where(t => t.Channel != TicketChannel.Chat && t.CreatedAt >= period.From && t.CreatedAt < period.To)
            .OrderByDescending(t => t.CreatedAt)
            .Take(Sample)
            .Select(t => new TicketTimes(t.CreatedAt, t.FirstRespondedAt, t.ResolvedAt))
            .ToListAsync();

    private static async Task<IReadOnlyList<Figure>> Satisfaction(AppDb db, FigurePeriod period)
    {
        var ratings = await Rated(db, period);
        var count = ratings.Count;
        return
        [
            Csat("csat", ratings) with
            {
                Place = FigurePlace.Trend,
                Series = period.Series(ratings, r => r.At, some => Csat("", some).Value),
            },
            new Figure("rating", FigureUnit.Rating, count == 0 ? null : (decimal)ratings.Sum(r => r.Stars) / count) { Of = count },
            .. await ByAgent(db, ratings),
        ];
    }

    // The same of each agent who has a rating, by name.
    private static async Task<IReadOnlyList<Figure>> ByAgent(AppDb db, IReadOnlyList<TicketRating> ratings)
    {
        var agents = ratings.ToLookup(r => r.AgentId);
        var names = await db.Users.Where(u => agents.Select(a => a.Key).Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name);
        return
        [
            .. names
                .OrderBy(name => name.Value, StringComparer.Ordinal)
                .Select(name => Csat("csat_agent", [.. agents[name.Key]]) with { Label = name.Value }),
        ];
    }

    /// <summary>Ratings of the period, the latest 10,000, with who the ticket was assigned to.</summary>
    internal static async Task<IReadOnlyList<TicketRating>> Rated(AppDb db, FigurePeriod period) =>
        await db
            .Feedback.Where(f => f.CreatedAt >= period.From && f.CreatedAt < period.To)
            .OrderByDescending(f => f.CreatedAt)
            .Take(Sample)
            .Join(db.Tickets, f => f.TicketId, t => t.Id, (f, t) => new TicketRating(f.CreatedAt, f.Rating, t.AssigneeId))
            .ToListAsync();

    internal static Figure Csat(string name, IReadOnlyList<TicketRating> ratings) =>
        new(name, FigureUnit.Share, ratings.Count == 0 ? null : (decimal)ratings.Count(r => r.Stars >= ContentFrom) / ratings.Count)
        {
            Of = ratings.Count,
        };

    private static async Task<IReadOnlyList<Figure>> Calls(AppDb db, FigurePeriod period)
    {
        var (from, to, asked, done) = (period.From, period.To, 0, 0);
        foreach (var status in Enum.GetValues<CallStatus>())
        {
            var count = await db.CallRequests.CountAsync(c => c.Status == status && c.CreatedAt >= from && c.CreatedAt < to);
            asked += count;
            if (status == CallStatus.Completed)
                done = count;
        }
        return
        [
            Figure.Waiting(
                "calls_pending",
                await db.CallRequests.CountAsync(c => c.Status == CallStatus.Requested || c.Status == CallStatus.Scheduled)
            ),
            new Figure("calls_asked", FigureUnit.Count, asked),
            new Figure("calls_completed", FigureUnit.Count, done) { Of = asked },
        ];
    }

    // Active chats are those that somebody is talking in (contract: enhanced, Dashboard).
    private static async Task<IReadOnlyList<Figure>> Chats(AppDb db)
    {
        var live = db.Tickets.Where(t => t.InChat);
        var waits = await CsDashboard.Desk.LiveChat.Chats.Waits(db);
        return
        [
            Figure.Waiting("chats_waiting", await live.CountAsync(t => t.AssigneeId == null)),
            new Figure("chats_active", FigureUnit.Count, await live.CountAsync(t => t.AssigneeId != null)),
            Time("chat_wait_median", waits, 0.5m),
        ];
    }

    internal static List<TimeSpan> Sorted(IEnumerable<TimeSpan?> times) => [.. times.OfType<TimeSpan>().Order()];

    internal static Figure Time(string name, List<TimeSpan> sorted, decimal part) =>
        new(name, FigureUnit.Seconds, Part(sorted, part)) { Of = sorted.Count };

    // The smallest time within which that part was done (nearest rank).
    internal static decimal? Part(List<TimeSpan> sorted, decimal part) =>
        sorted.Count == 0 ? null : Seconds(sorted[(int)Math.Ceiling(sorted.Count * part) - 1]);

    internal static decimal Seconds(TimeSpan time) => Math.Round(Math.Max(0, (decimal)time.TotalSeconds));
}

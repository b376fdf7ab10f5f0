using System.Globalization;
using CsDashboard.Analytics;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>What an admin wants to know of the desk. Times are measured on the latest 10,000 tickets of the period.</summary>
internal sealed class DeskFigures : IFigures
{
    private const int Sample = 10_000;
    private const int MostStars = 5,
        ContentFrom = 4;

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
        Task<int> Opened(DateTimeOffset from, DateTimeOffset to) =>
            db.Tickets.CountAsync(t => t.CreatedAt >= from && t.CreatedAt < to && !t.InChat);
        DateTimeOffset? longest = null;
        var open = TicketStatuses.Open;
        // Each status has an index of its own that begins with the oldest.
        foreach (var status in TicketStatuses.WithUs)
            if (
                await db
                    .Tickets.Where(t => t.Status == status && t.AwaitsStaff && !t.InChat)
                    .OrderBy(t => t.LastMessageAt)
                    .Select(t => (DateTimeOffset?)t.LastMessageAt)
                    .FirstOrDefaultAsync()
                    is { } oldest
                && (longest is null || oldest < longest)
            )
                longest = oldest;
        return
        [
            new Figure("tickets_open", FigureUnit.Count, await db.Tickets.CountAsync(t => open.Contains(t.Status) && !t.InChat)),
            new Figure("tickets_opened", FigureUnit.Count, await Opened(period.From, now)) { Series = await period.Series(Opened) },
            new Figure("tickets_late", FigureUnit.Count, await db.Tickets.CountAsync(t => t.NextDueAt < now)).Within(0, 5),
            new Figure("waiting_longest", FigureUnit.Seconds, longest is { } since ? Seconds(now - since) : null),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> Waiting(AppDb db, FigurePeriod period)
    {
        var (from, to) = (period.From, period.To);
        var tickets = await db
            .Tickets.Where(t => t.Channel != TicketChannel.Chat && t.CreatedAt >= from && t.CreatedAt < to)
            .OrderByDescending(t => t.CreatedAt)
            .Take(Sample)
            .Select(t => new
            {
                t.CreatedAt,
                t.FirstRespondedAt,
                t.ResolvedAt,
            })
            .ToListAsync();
        var first = Sorted(tickets.Where(t => t.FirstRespondedAt is not null).Select(t => t.FirstRespondedAt!.Value - t.CreatedAt));
        var resolved = Sorted(tickets.Where(t => t.ResolvedAt is not null).Select(t => t.ResolvedAt!.Value - t.CreatedAt));
        return
        [
            Time("first_response_median", first, 0.5m),
            Time("first_response_p90", first, 0.9m),
            Time("resolution_median", resolved, 0.5m),
            Time("resolution_p90", resolved, 0.9m),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> Satisfaction(AppDb db, FigurePeriod period)
    {
        var (from, to) = (period.From, period.To);
        var ratings = await db
            .Feedback.Where(f => f.CreatedAt >= from && f.CreatedAt < to)
            .OrderByDescending(f => f.CreatedAt)
            .Take(Sample)
            .Select(f => f.Rating)
            .ToListAsync();
        var count = ratings.Count;
        return
        [
            new Figure("csat", FigureUnit.Share, count == 0 ? null : (decimal)ratings.Count(r => r >= ContentFrom) / count) { Of = count },
            new Figure("rating", FigureUnit.Rating, count == 0 ? null : (decimal)ratings.Sum() / count)
            {
                Of = count,
                Series = count == 0 ? [] : [.. Enumerable.Range(1, MostStars).Select(stars => (decimal)ratings.Count(r => r == stars))],
            },
        ];
    }

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
            new Figure(
                "calls_pending",
                FigureUnit.Count,
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
            new Figure("chats_active", FigureUnit.Count, await live.CountAsync(t => t.AssigneeId != null)),
            new Figure("chats_waiting", FigureUnit.Count, await live.CountAsync(t => t.AssigneeId == null)),
            Time("chat_wait_median", waits, 0.5m),
        ];
    }

    private static List<TimeSpan> Sorted(IEnumerable<TimeSpan> times) => [.. times.Order()];

    // The smallest time within which that part was done (nearest rank).
    private static Figure Time(string name, List<TimeSpan> sorted, decimal part) =>
        new(name, FigureUnit.Seconds, sorted.Count == 0 ? null : Seconds(sorted[(int)Math.Ceiling(sorted.Count * part) - 1]))
        {
            Of = sorted.Count,
        };

    private static decimal Seconds(TimeSpan time) => Math.Round(Math.Max(0, (decimal)time.TotalSeconds));
}

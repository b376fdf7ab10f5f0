using System.Text.Json;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Sla;

/// <summary>One deadline of a ticket as a badge shows it, with what its calculation is made of.</summary>
/// <param name="Span">Until it is due, by how much it is overdue or was missed, or how fast it was kept, in wall time.</param>
public sealed record SlaView(
    SlaState State,
    DateTimeOffset DueAt,
    TimeSpan Span,
    DateTimeOffset From,
    TimeSpan Target,
    TimeSpan Paused,
    int Holidays,
    string TimeZone
)
{
    public static SlaView? FirstResponse(Ticket t, SlaPolicy p, DateTimeOffset now) =>
        t.FirstResponseDueAt is { } due
            ? Of(t, p, due, t.FirstRespondedAt ?? (t.IsDone ? t.ResolvedAt : null), p.For(t.Priority).FirstResponse, false, now)
            : null;

    public static SlaView? Resolution(Ticket t, SlaPolicy p, DateTimeOffset now) =>
        t.ResolutionDueAt is { } due
            ? Of(t, p, due, t.IsDone ? t.ResolvedAt : null, p.For(t.Priority).Resolution, t.PausedAt is not null, now)
            : null;

    private static SlaView Of(
        Ticket t,
        SlaPolicy p,
        DateTimeOffset due,
        DateTimeOffset? done,
        TimeSpan target,
        bool paused,
        DateTimeOffset now
    )
    {
        var (state, span) = done is { } at
            ? at <= due
                ? (SlaState.Met, at - t.CreatedAt)
                : (SlaState.Missed, at - due)
            : paused
                ? (SlaState.Paused, due - now)
                : now <= due
                    ? (SlaState.Due, due - now)
                    : (SlaState.Overdue, now - due);
        return new SlaView(
            state,
            due,
            span,
            t.CreatedAt,
            target,
            TimeSpan.FromMinutes(t.PausedMinutes),
            p.Hours.HolidaysBetween(t.CreatedAt, due),
            p.Hours.TimeZone
        );
    }
}

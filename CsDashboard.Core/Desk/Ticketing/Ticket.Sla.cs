using CsDashboard.Desk.Sla;

namespace CsDashboard.Desk.Ticketing;

public sealed partial class Ticket
{
    public DateTimeOffset? FirstResponseDueAt { get; private set; }
    public DateTimeOffset? FirstRespondedAt { get; private set; }
    public DateTimeOffset? ResolutionDueAt { get; private set; }

    /// <summary>Since when the clock stands still because we wait for the customer.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>Business minutes of all pauses that ended.</summary>
    public int PausedMinutes { get; private set; }

    /// <summary>When the next SLA deadline falls due; the end of time when there is none, so that lists can be ordered by it.</summary>
    public DateTimeOffset NextDueAt { get; private set; } = Never;

    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The hours by which the last deadline was set; only set inside the verb that loaded them.
    private SlaPolicy? current;

    private void SetDue(SlaPolicy policy, DateTimeOffset now)
    {
        current = policy;
        var target = policy.For(Priority);
        if (FirstRespondedAt is null)
            FirstResponseDueAt = policy.Hours.Add(CreatedAt, target.FirstResponse);
        if (IsOpen)
            ResolutionDueAt = policy.Hours.Add(CreatedAt, target.Resolution + TimeSpan.FromMinutes(PausedMinutes));
        FindNextDue();
    }

    /// <summary>Gives the ticket the company's hours before a change that may end a pause.</summary>
    internal Ticket Under(SlaPolicy policy)
    {
        current = policy;
        return this;
    }

    private void Resume(DateTimeOffset now)
    {
        if (PausedAt is { } since && current is { } policy)
        {
            PausedMinutes += (int)policy.Hours.Between(since, now).TotalMinutes;
            ResolutionDueAt = policy.Hours.Add(CreatedAt, policy.For(Priority).Resolution + TimeSpan.FromMinutes(PausedMinutes));
        }
        PausedAt = null;
    }

    private void FindNextDue() =>
        NextDueAt =
            !IsOpen || InChat ? Never
            : FirstRespondedAt is null && FirstResponseDueAt is { } first && (Status.Facts.StopsClock || first < ResolutionDueAt) ? first
            : Status.Facts.StopsClock ? Never
            : ResolutionDueAt ?? Never;
}

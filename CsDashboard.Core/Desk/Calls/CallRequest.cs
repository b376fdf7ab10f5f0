using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Calls;

/// <summary>A customer wants to be called: now, or at one of up to three times they wish.</summary>
public sealed class CallRequest : ITenantOwned
{
    public const int MaxWishes = 3;

    /// <summary>How many minutes before a call both sides are told of it, the earliest first.</summary>
    internal static readonly int[] Marks = [60, 10];

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }
    public Guid RequestedBy { get; init; }
    public Guid? TicketId { get; init; }
    public string? Phone { get; init; }
    public string? Note { get; init; }
    public CallStatus Status { get; private set; }
    public List<DateTimeOffset> Wishes { get; init; } = [];

    /// <summary>IANA zone in which the customer wished.</summary>
    public string TimeZone { get; init; } = "UTC";
    public DateTimeOffset? ScheduledAt { get; private set; }
    public Guid? AgentId { get; private set; }

    /// <summary>How long it takes, for calendars and for clashes.</summary>
    public int Minutes { get; private set; } = CallSettings.Usual.Minutes;

    /// <summary>The last of the marks before the call that was told; null for none.</summary>
    public int? Reminded { get; private set; }

    /// <summary>Why it was rejected; the customer reads it.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the call came to; for staff.</summary>
    public string? Outcome { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Nobody plans calls more than a year ahead.</summary>
    public static DateTimeOffset Latest(DateTimeOffset now) => now.AddYears(1);

    public bool IsPending => Status is CallStatus.Requested or CallStatus.Scheduled;

    /// <summary>
    /// Fixes the time. Conflict once the request is over; Invalid for a time that has passed, or that is more than a year ahead.
    /// </summary>
    public bool Schedule(DateTimeOffset at, Guid? agentId, DateTimeOffset now, int? minutes = null)
    {
        DemandPending();
        DemandTime("scheduledAt", at, now);
        if (Status == CallStatus.Scheduled && ScheduledAt == at && AgentId == agentId)
            return false;
        (Status, ScheduledAt, AgentId, UpdatedAt) = (CallStatus.Scheduled, at, agentId, now);
        // What would be told at once is known to whoever has just arranged it.
        (Minutes, Reminded) = (minutes ?? Minutes, Passed(now));
        return true;
    }

    /// <summary>The mark that has come and was not told yet, in minutes before the call; null for none.</summary>
    public int? Remind(DateTimeOffset now)
    {
        if (Status != CallStatus.Scheduled || ScheduledAt <= now || Passed(now) is not { } mark || mark >= Reminded)
            return null;
        Reminded = mark;
        return mark;
    }

    private int? Passed(DateTimeOffset now) =>
        Marks.Where(mark => ScheduledAt - now <= TimeSpan.FromMinutes(mark)).Select(mark => (int?)mark).Min();

    public bool Reject(string reason, Guid? agentId, DateTimeOffset now)
    {
        if (Status == CallStatus.Rejected)
            return false;
        DemandPending();
        (Status, Reason, AgentId, UpdatedAt) = (CallStatus.Rejected, reason.Trim(), agentId, now);
        return true;
    }

    public bool Complete(string? outcome, Guid? agentId, DateTimeOffset now)
    {
        if (Status == CallStatus.Completed)
            return false;
        DemandPending();
        (Status, Outcome, AgentId, UpdatedAt) = (CallStatus.Completed, outcome?.Trim(), agentId ?? AgentId, now);
        return true;
    }

    public bool Cancel(DateTimeOffset now)
    {
        if (Status == CallStatus.Cancelled)
            return false;
        DemandPending();
        (Status, UpdatedAt) = (CallStatus.Cancelled, now);
        return true;
    }

    /// <summary>Invalid for a time that has passed, or is further away than a year.</summary>
    internal static void DemandTime(string field, DateTimeOffset at, DateTimeOffset now)
    {
        if (at <= now)
            throw Refusal.Invalid(field, Words.Of("Call_Past"));
        at.NotAfter(Latest(now), field);
    }

    private void DemandPending()
    {
        if (!IsPending)
            throw Refusal.Conflict(Words.Of("Call_Over"));
    }
}

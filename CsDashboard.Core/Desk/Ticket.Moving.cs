namespace CsDashboard.Desk;

public sealed partial class Ticket
{
    public DateTimeOffset? ResolvedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Resolved or closed: feedback may be given, and nobody is waiting.</summary>
    public bool IsDone => !IsOpen;

    /// <summary>False when it was in that status already. Leaving Pending gives back the time that was waited.</summary>
    public bool MoveTo(TicketStatus status, DateTimeOffset now)
    {
        if (Status == status) return false;
        var wasPending = Status == TicketStatus.Pending;
        Status = status;
        IsOpen = status is not (TicketStatus.Resolved or TicketStatus.Closed);
        ResolvedAt = IsOpen ? null : ResolvedAt ?? now;
        ClosedAt = status == TicketStatus.Closed ? now : null;
        if (status == TicketStatus.Pending) PausedAt = now;
        else if (wasPending) Resume(now);
        FindNextDue();
        Touch(now);
        return true;
    }
}

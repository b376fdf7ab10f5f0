namespace CsDashboard.Desk.Ticketing;

public sealed partial class Ticket
{
    public DateTimeOffset? ResolvedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Resolved or closed: feedback may be given, and nobody is waiting.</summary>
    public bool IsDone => !IsOpen;

    /// <summary>False when it was in that status already. Leaving one that stops the clock gives back the time that was waited.</summary>
    public bool MoveTo(TicketStatus status, DateTimeOffset now)
    {
        if (Status == status)
            return false;
        var stood = Status.Facts.StopsClock;
        Status = status;
        IsOpen = status.IsOpen;
        ResolvedAt = IsOpen ? null : ResolvedAt ?? now;
        ClosedAt = status == TicketStatus.Closed ? now : null;
        if (status.Facts.StopsClock)
            PausedAt ??= now;
        else if (stood)
            Resume(now);
        FindNextDue();
        Touch(now);
        return true;
    }
}

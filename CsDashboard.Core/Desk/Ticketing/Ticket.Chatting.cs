namespace CsDashboard.Desk.Ticketing;

public sealed partial class Ticket
{
    /// <summary>
    /// It is a live chat now (contract C12): people wait for each other on their screens, so no SLA runs and no inbox lists it.
    /// </summary>
    public bool InChat { get; private set; }

    internal void BeginChat() => (InChat, NextDueAt) = (true, Never);

    /// <summary>From here on it is a ticket like any other, closed if the chat was. False when it was not a chat any more.</summary>
    internal bool LeaveChat(DateTimeOffset now)
    {
        if (!InChat)
            return false;
        InChat = false;
        FindNextDue();
        Touch(now);
        return true;
    }
}

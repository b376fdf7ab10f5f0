using CsDashboard.Desk.Sla;

namespace CsDashboard.Desk.Ticketing;

public sealed partial class Ticket
{
    public IReadOnlyList<string> Tags => SplitTags(TagText);

    /// <summary>False when nothing changed; null takes the ticket from whoever has it.</summary>
    public bool AssignTo(Guid? userId, DateTimeOffset now)
    {
        if (AssigneeId == userId)
            return false;
        AssigneeId = userId;
        Touch(now);
        return true;
    }

    /// <summary>Moves the deadlines that are still open. False when it had that priority already.</summary>
    public bool Prioritise(TicketPriority priority, SlaPolicy policy, DateTimeOffset now)
    {
        if (Priority == priority)
            return false;
        Priority = priority;
        SetDue(policy, now);
        Touch(now);
        return true;
    }

    /// <summary>Sets what kind of thing it is: a bug, a complaint. False when nothing changed.</summary>
    public bool Sort(TicketCategory category, TicketType type, DateTimeOffset now)
    {
        if ((Category, Type) == (category, type))
            return false;
        (Category, Type) = (category, type);
        Touch(now);
        return true;
    }

    /// <summary>Replaces the tags. False when they were the same.</summary>
    public bool Tag(IEnumerable<string> tags, DateTimeOffset now)
    {
        var text = TagWords.Join(tags);
        if (TagText == text)
            return false;
        TagText = text;
        Touch(now);
        return true;
    }

    public bool Rename(string subject, DateTimeOffset now)
    {
        if (Subject == subject.Trim())
            return false;
        Subject = subject.Trim();
        Touch(now);
        return true;
    }

    public static IReadOnlyList<string> SplitTags(string text) => TagWords.Split(text);
}

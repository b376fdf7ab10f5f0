namespace CsDashboard.Desk;

public sealed partial class Ticket
{
    public const int MaxTags = 20;

    public IReadOnlyList<string> Tags => SplitTags(TagText);

    /// <summary>False when nothing changed; null takes the ticket from whoever has it.</summary>
    public bool AssignTo(Guid? userId, DateTimeOffset now)
    {
        if (AssigneeId == userId) return false;
        AssigneeId = userId;
        Touch(now);
        return true;
    }

    /// <summary>Changes the promises that are still to keep. False when it had that priority already.</summary>
    public bool Prioritise(TicketPriority priority, ServicePromise promise, DateTimeOffset now)
    {
        if (Priority == priority) return false;
        Priority = priority;
        Promise(promise, now);
        Touch(now);
        return true;
    }

    /// <summary>Replaces the tags. False when they were the same.</summary>
    public bool Tag(IEnumerable<string> tags, DateTimeOffset now)
    {
        var text = JoinTags(tags);
        if (TagText == text) return false;
        TagText = text;
        Touch(now);
        return true;
    }

    public bool Rename(string subject, DateTimeOffset now)
    {
        if (Subject == subject.Trim()) return false;
        Subject = subject.Trim();
        Touch(now);
        return true;
    }

    public static IReadOnlyList<string> SplitTags(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>At most 20 tags of 1 to 30 letters, digits or hyphens, lower-case; others are Invalid.</summary>
    private static string JoinTags(IEnumerable<string> tags)
    {
        var clean = tags.Where(t => t is not null).Select(t => t.Trim().ToLowerInvariant().Replace(' ', '-')).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (clean.Count > MaxTags || clean.Any(t => t.Length > 30 || t.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_')))) throw Refusal.Invalid("tags", Words.Of("Tags_Bad", MaxTags));
        return clean.Count == 0 ? "" : "," + string.Join(',', clean) + ",";
    }
}

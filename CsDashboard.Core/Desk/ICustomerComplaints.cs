namespace CsDashboard.Desk;

/// <summary>A complaint in the words of rules.md 004. The ticket is there where complaints are tickets of ours.</summary>
public sealed record Complaint
{
    public required string Number { get; init; }
    public required Guid? TicketId { get; init; }
    public required string? OrderId { get; init; }
    public required string Category { get; init; }
    public required string Subject { get; init; }
    public required string Status { get; init; }
    public required string Priority { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? ResolvedAt { get; init; }
}

/// <summary>A customer's complaints: figures, how many in which status, and the newest. Degraded: the complaint service can't be had, the figures are those of the record and none is listed.</summary>
public sealed record CustomerComplaints(int Total, int Open, DateTimeOffset? LastAt, IReadOnlyDictionary<string, int> ByWord, IReadOnlyList<Complaint> Newest, bool IsDegraded = false);

/// <summary>A customer's complaints, wherever they are kept: tickets of that type here, or the company's own complaint service.</summary>
public interface ICustomerComplaints
{
    /// <summary>They lie with another service: reading takes as long as a network does.</summary>
    bool IsDistant => false;

    /// <summary>The newest first, at most <paramref name="limit"/> (1 to 100) in the status asked for, a word of 004; none stands for all.</summary>
    Task<CustomerComplaints> Of(Actor actor, Guid customerId, int limit = 10, string? word = null);
}

/// <summary>The words of rules.md 004.</summary>
internal static class ComplaintWords
{
    private static readonly IReadOnlyList<string> Statuses = TicketStatuses.Words(s => s.Word004);

    public static string Of(TicketStatus status) => status.Facts.Word004;

    public static string Of(TicketPriority priority) => priority == TicketPriority.Urgent ? "Critical" : priority.ToString();

    // Of the five categories of 004 two have a counterpart among those of a ticket.
    public static string Of(TicketCategory category) => category switch { TicketCategory.Bug => "Product Quality", TicketCategory.Support => "Customer Service", TicketCategory.Feature => "Other" };

    /// <summary>A status as 004 writes it; null for none. Invalid for another word.</summary>
    public static string? Read(string? word)
    {
        static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(word)) return null;
        var asked = Plain(word);
        return asked == "reopened" ? "Open" : Statuses.FirstOrDefault(s => Plain(s) == asked) ?? throw Refusal.Invalid("status", Words.Of("Word_Unknown", string.Join(", ", Statuses)));
    }

    public static IReadOnlyList<TicketStatus> Behind(string? word) => word is null ? [] : TicketStatuses.Those(s => s.Word004 == word);

    public static void DemandLimit(int limit)
    {
        if (limit is < 1 or > 100) throw Refusal.Invalid("limit", Words.Of("Range_Beyond", 1, 100));
    }
}

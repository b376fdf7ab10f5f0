using CsDashboard.Desk.Ticketing;

namespace CsDashboard.Desk.Calls;

public sealed record CallView
{
    public required Guid Id { get; init; }
    public required Guid CustomerId { get; init; }
    public required string CustomerName { get; init; }
    public required Guid RequestedBy { get; init; }
    public required Guid? TicketId { get; init; }
    public required int? TicketShort { get; init; }
    public required string? Phone { get; init; }
    public required string? Note { get; init; }
    public required CallStatus Status { get; init; }
    public required IReadOnlyList<DateTimeOffset> Wishes { get; init; }
    public required string TimeZone { get; init; }
    public required DateTimeOffset? ScheduledAt { get; init; }
    public Guid? AgentId { get; init; }
    public required string? AgentName { get; init; }
    public int Minutes { get; init; } = CallSettings.Usual.Minutes;
    public required string? Reason { get; init; }
    public required string? Outcome { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The number of the ticket as people say it.</summary>
    public string? TicketNumber => TicketShort is { } number ? ShortNumber.Of(number) : null;
    public string CustomerPublicId { get; init; } = "";

    /// <summary>The subject of the ticket it is about.</summary>
    public string? Subject { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What it is about, in one line: the ticket, or else a short note.</summary>
    public string? Topic =>
        Subject ?? (Note is { Length: > 0 and <= TopicLength } && !Note.Contains('\n', StringComparison.Ordinal) ? Note : null);

    private const int TopicLength = 80;

    /// <summary>The wishes that can still be met.</summary>
    public IEnumerable<DateTimeOffset> OpenWishes(DateTimeOffset now) => Status == CallStatus.Requested ? Wishes.Where(w => w > now) : [];
}

/// <summary>What speaks against the time of a call: when work begins again if it is outside working hours, and another call.</summary>
public sealed record CallClash(DateTimeOffset? NextOpening, DateTimeOffset? OtherAt, string? OtherName)
{
    public bool Any => NextOpening is not null || OtherAt is not null;
}

using CsDashboard.Desk.Conversation;

namespace CsDashboard.Desk.Ticketing;

/// <summary>A ticket as it is asked for. Its words are the portal's plus urgent and in_progress (contract C11).</summary>
public sealed class NewTicket
{
    public const int MaxTitle = 255;

    [Text(MaxTitle)]
    public string? Title { get; set; }

    [Text(Message.MaxLength)]
    public string? Description { get; set; }

    [WordOf<TicketCategory>]
    public string? Category { get; set; }

    /// <summary>What it is about, in one of the six words (contract: membership, Chat and FAQ); kept as a tag.</summary>
    [OneOf("account", "orders", "payments", "returns", "products", "technical")]
    public string? Topic { get; set; }

    [WordOf<TicketPriority>]
    public string? Priority { get; set; }

    [WordOf<TicketType>]
    public string? Type { get; set; }

    /// <summary>Files uploaded before; they must be the actor's own and not belong to a ticket yet.</summary>
    public IReadOnlyList<string>? AttachmentIds { get; set; }

    /// <summary>A card frozen for this ticket; it must be the customer's own and not belong to a ticket yet.</summary>
    public string? CardId { get; set; }

    /// <summary>Random key of the form: sent twice, it opens one ticket.</summary>
    [Text(64, Optional = true)]
    public string? Key
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>The boxes it was typed in; sending clears their drafts.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<BoxKey?> Boxes { get; set; } = [];
    internal TicketChannel Channel { get; set; } = TicketChannel.Ui;

    internal TicketCategory CategoryOrDefault => Word.Read(Category, TicketCategory.Support);
    internal TicketPriority PriorityOrDefault => Word.Read(Priority, TicketPriority.Medium);
    internal TicketType TypeOrDefault => Word.Read(Type, TicketType.Issue);
}

/// <summary>Something to say in a ticket: a reply or a note.</summary>
public sealed class NewMessage
{
    [Text(Message.MaxLength)]
    public string? Body { get; set; }
    public IReadOnlyList<string>? AttachmentIds { get; set; }

    [Text(64, Optional = true)]
    public string? Key
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>The box it was typed in; sending clears its draft.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public BoxKey? Box { get; set; }

    /// <summary>
    /// The time of the last message on the writer's screen. If the customer wrote after it, a reply is a Conflict named newer_message.
    /// </summary>
    public DateTimeOffset? SeenUntil { get; set; }

    /// <summary>The status to give the ticket with this reply.</summary>
    [WordOf<TicketStatus>]
    public string? Status { get; set; }
}

/// <summary>What to change; null leaves a field as it is.</summary>
public sealed class TicketChange
{
    [WordOf<TicketStatus>]
    public string? Status { get; set; }

    [WordOf<TicketPriority>]
    public string? Priority { get; set; }

    [WordOf<TicketCategory>]
    public string? Category { get; set; }

    [WordOf<TicketType>]
    public string? Type { get; set; }

    /// <summary>The user to give it to; an empty text takes it from whoever has it.</summary>
    public string? AssigneeId { get; set; }

    [Text(NewTicket.MaxTitle, Optional = true)]
    public string? Title { get; set; }
    public IReadOnlyList<string>? Tags { get; set; }
    public IReadOnlyList<string>? AddTags { get; set; }
}

/// <summary>A list of tickets as the address of the inbox says it.</summary>
public sealed record TicketFilter
{
    /// <summary>Every ticket, the latest activity first: what an inbox shows at first.</summary>
    public static readonly TicketFilter Latest = new();

    /// <summary>all, mine, unassigned, overdue (its SLA is broken now), mentions.</summary>
    public string List { get; init; } = "all";
    public string? Status { get; init; }
    public string? Priority { get; init; }

    /// <summary>
    /// Status and priority are the portal's words, where open covers in_progress and high covers urgent (contract: portal, Words).
    /// </summary>
    public bool InPortalWords { get; init; }
    public string? Category { get; init; }
    public string? Type { get; init; }
    public string? Tag { get; init; }

    /// <summary>Only those opened at this moment or later.</summary>
    public DateTimeOffset? Since { get; init; }
    public Guid? CustomerId { get; init; }

    /// <summary>
    /// Words to look for in subject and messages, notes too for staff; or a number. Of more than 500 matches the newest are listed.
    /// </summary>
    public string? Search { get; init; }

    /// <summary>activity (newest first), waiting (longest first), created (newest first), due (next SLA deadline first).</summary>
    public string Sort { get; init; } = "activity";
    public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    public int Size { get; init; } = 50;
}

public sealed class FeedbackInput
{
    [Text(64)]
    public string? TicketId { get; set; }

    [Rating]
    public int? Rating { get; set; }

    [Text(2000, Optional = true)]
    public string? Comment { get; set; }
}

/// <summary>A whole number from 1 to 5 (contract: portal, Feedback).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RatingAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(
        object? value,
        System.ComponentModel.DataAnnotations.ValidationContext context
    ) => value is >= 1 and <= 5 ? null : new(Words.Of("Feedback_Rating"), [context.MemberName ?? ""]);
}

/// <summary>Status and priority as the portal knows them, which has fewer.</summary>
public static class PortalWords
{
    public static string Of(TicketStatus status) => status.Facts.PortalWord;

    /// <summary>urgent is high there.</summary>
    public static string Of(TicketPriority priority) => Word.Of(priority == TicketPriority.Urgent ? TicketPriority.High : priority);
}

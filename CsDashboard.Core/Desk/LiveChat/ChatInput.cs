using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;

namespace CsDashboard.Desk.LiveChat;

/// <summary>A chat as a customer starts it. A text longer than a message may be is refused.</summary>
public sealed class NewChat
{
    [Text(NewTicket.MaxTitle)]
    public string? Topic { get; set; }

    [Text(CsDashboard.Desk.Conversation.Message.MaxLength)]
    public string? Message { get; set; }

    /// <summary>One of the six topics (contract: membership, Chat and FAQ).</summary>
    [OneOf("account", "orders", "payments", "returns", "products", "technical")]
    public string? Category { get; set; }
    public IReadOnlyList<string>? AttachmentIds { get; set; }

    /// <summary>Random key of the form: sent twice, it is posted once.</summary>
    [Text(64, Optional = true)]
    public string? Key
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>The box it was typed in; sending clears its draft.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public BoxKey? Box { get; set; }
}

/// <summary>To whom an agent hands a chat; without a name it goes back into the queue. The note is for staff alone.</summary>
public sealed class ChatHandOver
{
    public Guid? To { get; set; }

    [Text(2000, Optional = true)]
    public string? Note { get; set; }
}

/// <summary>How content the customer was, if they say so.</summary>
public sealed class ChatClosing
{
    [OptionalRating]
    public int? Rating { get; set; }

    [Text(2000, Optional = true)]
    public string? Feedback { get; set; }
}

/// <summary>A whole number from 1 to 5, or none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionalRatingAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(
        object? value,
        System.ComponentModel.DataAnnotations.ValidationContext context
    ) => value is null or (>= 1 and <= 5) ? null : new(Words.Of("Feedback_Rating"), [context.MemberName ?? ""]);
}

using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;

namespace CsDashboard.Desk.LiveChat;

/// <summary>A chat as a customer begins it. What is longer than a message may be is refused.</summary>
public sealed class NewChat
{
    [Text(NewTicket.MaxTitle)] public string? Topic { get; set; }
    [Text(CsDashboard.Desk.Conversation.Message.MaxLength)] public string? Message { get; set; }
    /// <summary>One of the six of rules.md 002.</summary>
    [OneOf("account", "orders", "payments", "returns", "products", "technical")] public string? Category { get; set; }
    public IReadOnlyList<string>? AttachmentIds { get; set; }
    /// <summary>Random key of the form; sent twice, it is said once.</summary>
    [Text(64, Optional = true)] public string? Key { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value; }
    /// <summary>The box of a page that it was typed in; what is kept of it there goes with the sending.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public BoxKey? Box { get; set; }
}

/// <summary>To whom an agent gives a chat; nobody named gives it back into the queue. The note is for staff alone.</summary>
public sealed class ChatHandOver
{
    public Guid? To { get; set; }
    [Text(2000, Optional = true)] public string? Note { get; set; }
}

/// <summary>How content the customer was, if they say so.</summary>
public sealed class ChatClosing
{
    [OptionalRating] public int? Rating { get; set; }
    [Text(2000, Optional = true)] public string? Feedback { get; set; }
}

/// <summary>A whole number from 1 to 5, or none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionalRatingAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(object? value, System.ComponentModel.DataAnnotations.ValidationContext context) =>
        value is null or (>= 1 and <= 5) ? null : new(Words.Of("Feedback_Rating"), [context.MemberName ?? ""]);
}

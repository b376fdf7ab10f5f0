using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>Everybody reads an answer to a question; the customer is the one who asked.</summary>
public sealed record QuestionAnswered(
    Guid QuestionId,
    Guid AnswerId,
    Guid? CustomerId,
    string Slug,
    string Product,
    AnswererRole By,
    string Text
) : IEvent
{
    public Subject About => new("question", QuestionId);
    public (string, object?[]) Sentence => ("Event_QuestionAnswered", [Product]);
    public object? After => new { By, Text };
    public Guid? ForCustomer => CustomerId;
}

using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>Nobody answered a question for a day.</summary>
public sealed record QuestionLeft(Guid QuestionId, Guid CustomerId, string Product, string Text) : IEvent
{
    public Subject About => new("question", QuestionId);
    public (string, object?[]) Sentence => ("Event_QuestionLeft", [Product]);
}

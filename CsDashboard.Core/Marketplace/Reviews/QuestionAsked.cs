using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Reviews;

public sealed record QuestionAsked(Guid QuestionId, int Number, Guid CustomerId, Guid ProductId, string Product, PostState State) : IEvent
{
    public Subject About => new("question", QuestionId);
    public (string, object?[]) Sentence => ("Event_QuestionAsked", [Product]);
    public object? After => new { State };
    public Guid? ForCustomer => CustomerId;
}

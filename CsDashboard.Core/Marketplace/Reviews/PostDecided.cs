using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>A question, or an answer to it, was published or turned down by somebody of the team.</summary>
public sealed record PostDecided(Guid QuestionId, Guid? AnswerId, Guid? CustomerId, string Product, PostState From, PostState To) : IEvent
{
    public Subject About => new("question", QuestionId);
    public (string, object?[]) Sentence =>
        (
            AnswerId is null
                ? (To == PostState.Rejected ? "Event_QuestionRejected" : "Event_QuestionPublished")
                : (To == PostState.Rejected ? "Event_AnswerRejected" : "Event_AnswerPublished"),
            [Product]
        );
    public object? Before => new { State = From };
    public object? After => new { State = To };
    public Guid? ForCustomer => CustomerId;
}

using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>Somebody's answer to a question: of the company, or of another customer.</summary>
public sealed class Answer : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public int Number { get; init; }
    public Guid QuestionId { get; init; }

    /// <summary>Null for one of the company, and for a customer who was erased.</summary>
    public Guid? CustomerId { get; init; }
    public required string Name { get; init; }
    public AnswererRole Role { get; init; }
    public required string Text { get; init; }

    /// <summary>Of the company, or of somebody who had the thing.</summary>
    public bool IsVerified { get; init; }
    public PostState State { get; private set; }
    public PostDoubt Doubt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    internal static Answer Given(Answer answer)
    {
        answer.State = answer.Doubt == PostDoubt.None ? PostState.Published : PostState.Held;
        return answer;
    }

    internal void Decide(bool publish) => State = publish ? PostState.Published : PostState.Rejected;
}

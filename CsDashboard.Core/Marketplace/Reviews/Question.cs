using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>What a customer wants to know of a product, on its page for everybody.</summary>
public sealed class Question : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>What the API calls it.</summary>
    public int Number { get; init; }
    public Guid ProductId { get; init; }

    /// <summary>Null once they are erased.</summary>
    public Guid? CustomerId { get; init; }
    public required string Name { get; init; }
    public required string Text { get; init; }
    public PostState State { get; private set; }
    public PostDoubt Doubt { get; init; }

    /// <summary>When the first answer was there for everybody.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When a ticket was opened for it, since nobody had answered.</summary>
    public DateTimeOffset? HandedOverAt { get; internal set; }
    public DateTimeOffset CreatedAt { get; init; }

    internal static Question Asked(Question question)
    {
        question.State = question.Doubt == PostDoubt.None ? PostState.Published : PostState.Held;
        return question;
    }

    internal void Decide(bool publish) => State = publish ? PostState.Published : PostState.Rejected;

    internal void Answered(DateTimeOffset? at) => AnsweredAt = at;
}

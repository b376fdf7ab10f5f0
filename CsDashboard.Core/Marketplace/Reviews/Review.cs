using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>
/// What a customer says of a product, once each: written again, it is the same review. When they are erased the stars stay.
/// </summary>
public sealed class Review : ITenantOwned
{
    public const int MaxTitle = 150,
        MaxText = 4_000;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>What the API calls it.</summary>
    public int Number { get; init; }
    public Guid ProductId { get; init; }

    /// <summary>Null once they are erased.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The first name, and the initial of the last.</summary>
    public string Name { get; private set; } = "";

    /// <summary>1 to 5.</summary>
    public int Rating { get; private set; }
    public string Title { get; private set; } = "";
    public string Comment { get; private set; } = "";

    /// <summary>They had it: a delivered order of theirs has it.</summary>
    public bool IsVerified { get; internal set; }
    public PostState State { get; private set; }
    public PostDoubt Doubt { get; private set; }
    public string? Reply { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }
    public string? RepliedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }

    internal ReviewFacts Facts => new(Rating, State, IsVerified);

    /// <summary>What it adds to its product: stars, and itself.</summary>
    internal (int Stars, int Reviews) Weight => State == PostState.Published ? (Rating, 1) : (0, 0);

    /// <summary>Written, or written again. What the team turned down comes back only through the team.</summary>
    internal void Write(ReviewInput input, string name, PostDoubt doubt, DateTimeOffset now)
    {
        (Rating, Title, Comment, Name) = (input.Rating!.Value, input.Title!.Trim(), input.Comment!.Trim(), name);
        (State, Doubt) = (State == PostState.Rejected || doubt != PostDoubt.None ? PostState.Held : PostState.Published, doubt);
        UpdatedAt = now;
    }

    internal void Decide(bool publish, DateTimeOffset now) =>
        (State, UpdatedAt) = (publish ? PostState.Published : PostState.Rejected, now);

    /// <summary>What the company says to it, below it for everybody; null takes it away.</summary>
    internal void Answer(string? text, string by, DateTimeOffset now) =>
        (Reply, RepliedBy, RepliedAt) = (text, text is null ? null : by, text is null ? null : now);
}

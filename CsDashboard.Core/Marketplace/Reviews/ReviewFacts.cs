namespace CsDashboard.Marketplace.Reviews;

/// <summary>What the history keeps of a review: not its words, which are its author's.</summary>
public sealed record ReviewFacts(int Rating, PostState State, bool IsVerified)
{
    /// <summary>It earns points: everybody reads it, and its author had the thing.</summary>
    internal bool Earns => State == PostState.Published && IsVerified;
}

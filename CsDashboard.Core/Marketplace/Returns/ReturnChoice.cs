namespace CsDashboard.Marketplace.Returns;

/// <summary>What of an order can come back: so many of each line, and until when. Why says why nothing can.</summary>
public sealed record ReturnChoice(Order Order, IReadOnlyDictionary<Guid, int> Left, DateTimeOffset? Until, string? Why)
{
    public bool IsOpen => Why is null;
}

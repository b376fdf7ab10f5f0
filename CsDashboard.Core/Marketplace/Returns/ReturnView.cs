namespace CsDashboard.Marketplace.Returns;

/// <summary>A return with its order, and the most that can go back for it as far as it has come.</summary>
public sealed record ReturnView(Return Return, Order Order, string CustomerName)
{
    public required decimal Ceiling { get; init; }

    /// <summary>What the customer shows of it: pictures of the library.</summary>
    public IReadOnlyList<Guid> Photos { get; init; } = [];
}

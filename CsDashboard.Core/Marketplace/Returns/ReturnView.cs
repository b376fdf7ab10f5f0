namespace CsDashboard.Marketplace.Returns;

/// <summary>A return with its order, and the most that can go back for it as far as it has come.</summary>
public sealed record ReturnView(Return Return, Order Order, string CustomerName)
{
    public required decimal Ceiling { get; init; }
}

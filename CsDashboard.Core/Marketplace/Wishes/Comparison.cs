using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Wishes;

/// <summary>A few products that a customer looks at side by side, under a name.</summary>
public sealed class Comparison : ITenantOwned
{
    /// <summary>More don't fit side by side.</summary>
    public const int Most = 4;
    public const int MaxName = 80;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public int Number { get; init; }
    public Guid CustomerId { get; init; }
    public required string Name { get; init; }

    /// <summary>Of the products, in their order.</summary>
    public IReadOnlyList<int> Products
    {
        get => [.. ProductText.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        internal set => ProductText = string.Join(',', value);
    }
    internal string ProductText { get; private set; } = "";
    public DateTimeOffset UpdatedAt { get; internal set; }
}

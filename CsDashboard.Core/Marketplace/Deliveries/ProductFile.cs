using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A file that whoever buys the product may download: also one that was added after they bought it.</summary>
public sealed class ProductFile : ITenantOwned
{
    public const int MaxName = 255;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid ProductId { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public long Size { get; init; }

    /// <summary>Where its bytes lie.</summary>
    public required string Key { get; init; }
    public DateTimeOffset AddedAt { get; init; }
    public required string AddedBy { get; init; }
}

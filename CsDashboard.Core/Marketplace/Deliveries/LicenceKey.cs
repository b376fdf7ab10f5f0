using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A licence key of the pool of a variant. It is given to one buyer, and never to a second, even if it goes back.</summary>
public sealed class LicenceKey : ITenantOwned
{
    public const int MaxText = 200;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid ProductId { get; init; }
    public Guid VariantId { get; init; }

    /// <summary>The key itself, readable with the keys of this installation alone.</summary>
    public required string Sealed { get; init; }
    public DateTimeOffset AddedAt { get; init; }
    public required string AddedBy { get; init; }
    public Guid? OrderId { get; private set; }
    public Guid? LineId { get; private set; }
    public DateTimeOffset? GivenAt { get; private set; }

    /// <summary>When it stopped being the buyer's, since the order was cancelled or the line paid back.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }
}

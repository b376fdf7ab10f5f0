using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Stock;

/// <summary>
/// Why the stock of a variant is what it is. Only ever added to: what came in, went out, was counted, shipped and returned adds up to what
/// is on hand; what was reserved for orders, released and shipped to what is reserved.
/// </summary>
public sealed class StockMove : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public int Number { get; internal set; }
    public Guid VariantId { get; init; }
    public StockMoveKind Kind { get; init; }

    /// <summary>How many came (above zero) or went (below).</summary>
    public int Quantity { get; init; }

    /// <summary>What could be sold before and after it.</summary>
    public int Before { get; init; }
    public int After { get; init; }
    public string? Reason { get; init; }
    public Guid? OrderId { get; init; }

    /// <summary>The line of the order, parcel or return: with it an act that comes again is known.</summary>
    public Guid? LineId { get; init; }

    /// <summary>How often everything was released for the order before: then it may be reserved again.</summary>
    public int Turn { get; init; }

    /// <summary>Who of the staff did it; null for buyers, whom their order names.</summary>
    public string? By { get; init; }
    public DateTimeOffset At { get; init; }
}

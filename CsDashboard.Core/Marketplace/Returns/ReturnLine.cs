namespace CsDashboard.Marketplace.Returns;

/// <summary>So many of a line of the order.</summary>
public sealed class ReturnLine
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid ReturnId { get; init; }
    public Guid OrderLineId { get; init; }
    public int Place { get; init; }
    public required string Name { get; init; }
    public int Quantity { get; init; }
    public ReturnReason Reason { get; init; }

    /// <summary>How many were there when it was opened; null until then.</summary>
    public int? Received { get; internal set; }

    /// <summary>They are for sale again; otherwise they are thrown away.</summary>
    public bool IsRestocked { get; internal set; }
}

using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics.Behaviour;

/// <summary>Somebody did what the company lives on: once for an order, however often it is told.</summary>
public sealed class Conversion : ITenantOwned
{
    public const int MaxOrder = 100;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string OrderId { get; init; }
    public required string Who { get; init; }
    public Guid? CustomerId { get; set; }
    public Guid? VisitId { get; init; }
    public required string Kind { get; init; }
    public Trust Trust { get; init; }

    /// <summary>In the company's currency; of an order of ours what it is worth by now.</summary>
    public decimal Value { get; set; }
    public DateTimeOffset At { get; init; }
}

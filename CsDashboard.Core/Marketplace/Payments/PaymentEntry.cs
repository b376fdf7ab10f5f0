using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Payments;

/// <summary>
/// A line in the book of payments, never changed. A provider, its reference and a kind are there once: told again, by whichever door, it
/// is the same line.
/// </summary>
public sealed class PaymentEntry : ITenantOwned
{
    public const int MaxReference = 120;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid OrderId { get; init; }
    public required string Provider { get; init; }
    public required string Reference { get; init; }
    public PaymentKind Kind { get; init; }

    /// <summary>In the order's currency.</summary>
    public decimal Amount { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The colleague who entered it; null where a provider told it.</summary>
    public string? By { get; init; }
}

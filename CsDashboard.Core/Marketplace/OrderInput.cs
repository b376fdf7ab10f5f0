using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>
/// An order as the shop reports it. Status in market's words or the CRM's: placed is pending, "return requested" a delivered one.
/// </summary>
public sealed class OrderInput
{
    public const int MaxLines = 100;

    [Text(40)]
    public string? Number { get; set; }

    [OneOf(
        "pending",
        "confirmed",
        "processing",
        "shipped",
        "delivered",
        "cancelled",
        "returned",
        "placed",
        "return requested",
        "return_requested"
    )]
    public string? Status { get; set; }

    [Currency]
    public string? Currency { get; set; }
    public DateTimeOffset? PlacedAt { get; set; }

    /// <summary>When it arrived; without it, when that was told.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }
    public IReadOnlyList<OrderLineInput>? Lines { get; set; }

    [CsDashboard.Customers.Amount]
    public decimal? Shipping { get; set; }

    [CsDashboard.Customers.Amount]
    public decimal? Tax { get; set; }

    /// <summary>Includes discounts and whatever else the lines don't show; without it lines, shipping and tax are added up.</summary>
    [CsDashboard.Customers.Amount]
    public decimal? Total { get; set; }

    [Text(100, Optional = true)]
    public string? City { get; set; }

    [Text(100, Optional = true)]
    public string? State { get; set; }

    [Text(100, Optional = true)]
    public string? Country { get; set; }

    internal (OrderStatus Status, bool ReturnOpen) Standing =>
        Status?.ToLowerInvariant().Replace('_', ' ') switch
        {
            null or "placed" or "pending" => (OrderStatus.Pending, false),
            "return requested" => (OrderStatus.Delivered, true),
            var word => (Word.Read(word, OrderStatus.Pending), false),
        };

    internal void CheckAll(DateTimeOffset now)
    {
        this.Checked();
        // A shop's clock may run ahead, and its day end before ours.
        PlacedAt?.NotAfter(now + Times.ClocksDiffer, "placedAt");
        if (PlacedAt < DateTimeOffset.UnixEpoch)
            throw Refusal.Invalid("placedAt", Words.Of("Order_Past"));
        DeliveredAt?.NotAfter(now + Times.ClocksDiffer, "deliveredAt");
        if (DeliveredAt < DateTimeOffset.UnixEpoch)
            throw Refusal.Invalid("deliveredAt", Words.Of("Order_Past"));
        if (Lines is null)
            return;
        if (Lines.Count > MaxLines)
            throw Refusal.Invalid("lines", Words.Of("Order_Lines", MaxLines));
        foreach (var line in Lines)
        {
            (line ?? throw Refusal.Invalid("lines", Words.Of("Order_Lines", MaxLines))).Checked();
            if (line.Quantity is < 1 or > 100_000)
                throw Refusal.Invalid("lines", Words.Of("Range_Beyond", 1, 100_000));
        }
        if (Lines.Sum(l => (l.Quantity ?? 1) * (l.UnitPrice ?? 0)) > Money.Most)
            throw Refusal.Invalid("lines", Words.Of("Amount_Bad", Money.Most));
    }
}

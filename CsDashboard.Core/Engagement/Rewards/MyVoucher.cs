using CsDashboard.Customers;
using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>A voucher that a member has: its code, until when it is valid, and the order it was used on.</summary>
public sealed record MyVoucher(
    string Code,
    string Name,
    Discount Discount,
    decimal MinPurchase,
    DateTimeOffset RedeemedAt,
    DateTimeOffset ExpiresAt,
    string? OrderNumber,
    decimal Savings
)
{
    public bool IsOver(DateTimeOffset now) => OrderNumber is null && ExpiresAt <= now;
}

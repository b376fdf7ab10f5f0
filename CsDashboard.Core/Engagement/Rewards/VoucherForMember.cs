using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>A voucher for one member. Short is how many points are missing.</summary>
public sealed record VoucherForMember(VoucherView Voucher, int Mine, VoucherWhy Why, long Short)
{
    public bool IsOpen => Why == VoucherWhy.None;
}

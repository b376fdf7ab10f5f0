using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>Why a voucher can't be bought now.</summary>
public enum VoucherWhy
{
    None,
    Off,
    Used,
    Exhausted,
    Points,
}

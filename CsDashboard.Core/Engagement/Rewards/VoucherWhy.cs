using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>Why a voucher is not to be had now.</summary>
public enum VoucherWhy { None, Off, Used, Exhausted, Points }

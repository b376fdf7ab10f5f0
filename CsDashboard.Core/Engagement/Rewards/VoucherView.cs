using CsDashboard.Customers;
using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>In the language of the person.</summary>
public sealed record VoucherView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required int Cost { get; init; }
    public required Discount Discount { get; init; }
    public required decimal MinPurchase { get; init; }
    public required int ValidDays { get; init; }
    public required int? PerPerson { get; init; }
    public required int? InAll { get; init; }
    public required int Taken { get; init; }
    public required bool IsOff { get; init; }
}

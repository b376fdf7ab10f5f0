using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Marketplace;

/// <summary>Membership's words: N/A where there is no category yet, whole numbers where it has them; what was spent is exact.</summary>
public sealed record TotalsAnswer(
    int TotalPurchases,
    decimal TotalSpent,
    long AverageOrderValue,
    DateTimeOffset? LastPurchase,
    int EngagementScore,
    string FavoriteCategory,
    string Currency,
    IReadOnlyList<ApartAnswer> NotConverted
);

/// <summary>As <see cref="AmountTold"/> has the amounts.</summary>
public sealed record PurchaseAnswer
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required DateTimeOffset Date { get; init; }
    public required decimal Amount { get; init; }
    public required string Currency { get; init; }
    public required string Category { get; init; }
    public required OrderStatus Status { get; init; }
    public required decimal? OriginalAmount { get; init; }
    public required string? OriginalCurrency { get; init; }
    public required bool Converted { get; init; }
}

public sealed record MonthAnswer(string Month, int Purchases, decimal Spent);

public sealed record ShareAnswer(string Category, int Percentage, decimal Amount);

public sealed record EngagementAnswer(
    int PurchaseFrequency,
    long ReviewsCount,
    long ReferralsCount,
    long LoyaltyPoints,
    int EngagementScore
);

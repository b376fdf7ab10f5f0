using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Engagement;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>
/// Available says whether it can be taken now; Why explains it to the person if not. Discount is in percent and 0 where something else is
/// given; DiscountAmount is that of an amount.
/// </summary>
public sealed record OfferItem
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required int Discount { get; init; }
    public required string Category { get; init; }
    public required string ExpiresIn { get; init; }
    public required decimal MinPurchase { get; init; }
    public required string Icon { get; init; }
    public required bool Applied { get; init; }
    public required int DiscountPercent { get; init; }
    public required decimal DiscountAmount { get; init; }
    public required DateTimeOffset ValidUntil { get; init; }
    public required bool Available { get; init; }
    public required string? Why { get; init; }
}

public sealed record OfferAppliedAnswer(
    bool Success,
    Guid OfferId,
    string Code,
    DateTimeOffset AppliedAt,
    string Message,
    int Discount,
    decimal DiscountAmount
);

public sealed record OfferHistoryItem(
    Guid OfferId,
    string Title,
    DateTimeOffset AppliedAt,
    string Status,
    decimal Savings,
    string? OrderNumber
);

public sealed record OfferDetailsAnswer
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required int Discount { get; init; }
    public required decimal DiscountAmount { get; init; }
    public required string Category { get; init; }
    public required string ExpiresIn { get; init; }
    public required decimal MinPurchase { get; init; }
    public required DateTimeOffset ValidUntil { get; init; }
    public required IReadOnlyList<string> Terms { get; init; }
}

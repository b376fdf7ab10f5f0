using System.Text.Json.Serialization;
using CsDashboard.Customers;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Customers;

/// <summary>A customer in a list: the CRM's names, and those of enhanced and the portal for the same (contract C3).</summary>
public sealed record CustomerItem
{
    public required string CustomerId { get; init; }
    public required string Id { get; init; }

    [JsonPropertyName("unique_id")]
    public required string UniqueId { get; init; }
    public required long Number { get; init; }
    public required string? UserId { get; init; }
    public required string Email { get; init; }
    public required string FullName { get; init; }
    public required string Name { get; init; }
    public required string? ContactNumber { get; init; }
    public required string? Phone { get; init; }
    public required string CustomerStatus { get; init; }
    public required string Status { get; init; }
    public required string CustomerType { get; init; }

    [JsonPropertyName("membership_tier")]
    public required string MembershipTier { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required int TotalOrders { get; init; }
    public required decimal TotalOrderValue { get; init; }
    public required int TotalComplaints { get; init; }
    public required int OpenComplaints { get; init; }
    public required DateTimeOffset? LastOrderDate { get; init; }
    public required DateTimeOffset CustomerSince { get; init; }

    internal static CustomerItem Of(CustomerEntry c) =>
        new()
        {
            CustomerId = c.PublicId,
            Id = c.PublicId,
            UniqueId = c.UniqueId,
            Number = c.Number,
            UserId = c.UserId,
            Email = c.Email,
            FullName = c.Name,
            Name = c.Name,
            ContactNumber = c.Facts.Phone,
            Phone = c.Facts.Phone,
            CustomerStatus = c.Status.ToString(),
            Status = c.Status == CsDashboard.Customers.CustomerStatus.Active ? "active" : "inactive",
            CustomerType = c.Type.ToString(),
            MembershipTier = c.MembershipTier,
            Tags = c.Tags,
            TotalOrders = c.TotalOrders,
            TotalOrderValue = c.TotalOrderValue,
            TotalComplaints = c.TotalComplaints,
            OpenComplaints = c.OpenComplaints,
            LastOrderDate = c.LastOrderAt,
            CustomerSince = c.CreatedAt,
        };
}

public sealed record PaginationAnswer(
    int CurrentPage,
    int TotalPages,
    int TotalItems,
    int ItemsPerPage,
    bool HasNextPage,
    bool HasPreviousPage
)
{
    internal static PaginationAnswer Of(int page, int limit, int total) => Of(page, limit, total, Math.Max(1, (total + limit - 1) / limit));

    private static PaginationAnswer Of(int page, int limit, int total, int pages) => new(page, pages, total, limit, page < pages, page > 1);
}

/// <summary>One page under the names of all three originals (contract C3).</summary>
public sealed record CustomerPageAnswer
{
    public required bool Success { get; init; }
    public required string Message { get; init; }
    public required IReadOnlyList<CustomerItem> Data { get; init; }
    public required IReadOnlyList<CustomerItem> Items { get; init; }
    public required IReadOnlyList<CustomerItem> Customers { get; init; }
    public required int TotalItems { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }

    [JsonPropertyName("per_page")]
    public required int PerPage { get; init; }

    [JsonPropertyName("total_pages")]
    public required int TotalPages { get; init; }
    public required PaginationAnswer Pagination { get; init; }

    internal static CustomerPageAnswer Of(IReadOnlyList<CustomerEntry> rows, int total, int page, int limit)
    {
        CustomerItem[] items = [.. rows.Select(CustomerItem.Of)];
        var pagination = PaginationAnswer.Of(page, limit, total);
        return new()
        {
            Success = true,
            Message = Words.Of("Api_Customers"),
            Data = items,
            Items = items,
            Customers = items,
            TotalItems = total,
            Total = total,
            Page = page,
            PerPage = limit,
            TotalPages = pagination.TotalPages,
            Pagination = pagination,
        };
    }
}

public sealed record CustomersFound(IReadOnlyList<CustomerItem> Results, int TotalResults, string SearchTerm);

public sealed record CustomerSearchAnswer
{
    public required bool Success { get; init; }
    public required string Message { get; init; }
    public required CustomersFound Data { get; init; }
    public required IReadOnlyList<CustomerItem> Items { get; init; }
    public required IReadOnlyList<CustomerItem> Customers { get; init; }
    public required int TotalItems { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required PaginationAnswer Pagination { get; init; }

    internal static CustomerSearchAnswer Of(IReadOnlyList<CustomerEntry> rows, int total, int page, int limit, string term)
    {
        CustomerItem[] items = [.. rows.Select(CustomerItem.Of)];
        return new()
        {
            Success = true,
            Message = Words.Of("Api_Customers"),
            Data = new(items, total, term),
            Items = items,
            Customers = items,
            TotalItems = total,
            Total = total,
            Page = page,
            Pagination = PaginationAnswer.Of(page, limit, total),
        };
    }
}

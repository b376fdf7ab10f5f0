using System.Text.Json.Serialization;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Web.Marketplace;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsDashboard.Web.Customers;

public sealed record NoteAnswer(string Note, string AddedBy, DateTimeOffset AddedAt);

public sealed record PreferencesAnswer(bool Newsletter, bool Notifications, string Language);

public sealed record MetadataAnswer
{
    public required DateTimeOffset? LastLoginDate { get; init; }
    public required int LoginCount { get; init; }
    public required DateTimeOffset? LastActivityDate { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string? LastModifiedBy { get; init; }
    public required DateTimeOffset? LastModifiedAt { get; init; }
    public required DateTimeOffset? DeletedAt { get; init; }
    public required string? DeletedBy { get; init; }
}

/// <summary>A customer as an admin sees one through the CRM's calls; the same, without notes, is a customer's own data.</summary>
public sealed record CustomerAnswer
{
    [JsonPropertyName("_id")]
    public required string Id2 { get; init; }
    public required string CustomerId { get; init; }
    public required string UniqueId { get; init; }
    public required long Number { get; init; }
    public required string? UserId { get; init; }
    public required string Email { get; init; }
    public required string FullName { get; init; }
    public required string? ContactNumber { get; init; }
    public required string CustomerStatus { get; init; }
    public required string CustomerType { get; init; }
    public required string MembershipTier { get; init; }
    public required string? Company { get; init; }
    public required string? Country { get; init; }
    public required string TimeZone { get; init; }
    public required int TotalOrders { get; init; }
    public required decimal TotalOrderValue { get; init; }
    public required int TotalComplaints { get; init; }
    public required int OpenComplaints { get; init; }
    public required DateTimeOffset? LastOrderDate { get; init; }
    public required DateTimeOffset? LastComplaintDate { get; init; }
    public required DateTimeOffset CustomerSince { get; init; }
    public required IReadOnlyList<NoteAnswer> Notes { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required PreferencesAnswer Preferences { get; init; }
    public required MetadataAnswer Metadata { get; init; }

    internal static CustomerAnswer Of(CustomerDetail c) =>
        new()
        {
            Id2 = c.PublicId,
            CustomerId = c.PublicId,
            UniqueId = c.UniqueId,
            Number = c.Number,
            UserId = c.UserId,
            Email = c.Email,
            FullName = c.Name,
            ContactNumber = c.Facts.Phone,
            CustomerStatus = c.Status.ToString(),
            CustomerType = c.Type.ToString(),
            MembershipTier = c.MembershipTier,
            Company = c.Facts.Company,
            Country = c.Facts.Country,
            TimeZone = c.Facts.TimeZone,
            TotalOrders = c.Figures.TotalOrders,
            TotalOrderValue = c.Figures.TotalOrderValue,
            TotalComplaints = c.Figures.TotalComplaints,
            OpenComplaints = c.Figures.OpenComplaints,
            LastOrderDate = c.Figures.LastOrderAt,
            LastComplaintDate = c.Figures.LastComplaintAt,
            CustomerSince = c.Trail.CreatedAt,
            Notes = [.. c.Notes.Select(n => new NoteAnswer(n.Text, n.Author, n.At))],
            Tags = c.Tags,
            Preferences = new(c.Facts.Newsletter, c.Facts.Notifications, c.Facts.Language),
            Metadata = new()
            {
                LastLoginDate = c.Trail.LastSignInAt,
                LoginCount = c.Trail.SignIns,
                LastActivityDate = c.Trail.LastSeenAt,
                CreatedBy = c.Trail.CreatedBy,
                CreatedAt = c.Trail.CreatedAt,
                LastModifiedBy = c.Trail.ModifiedBy,
                LastModifiedAt = c.Trail.ModifiedAt,
                DeletedAt = c.Trail.RemovedAt,
                DeletedBy = c.Trail.RemovedBy,
            },
        };
}

/// <summary>
/// The body around one customer. Without data's own names it also carries those of enhanced and the portal, so that each finds its own
/// (contract C3, C5).
/// </summary>
public sealed record CustomerReply(
    bool Success,
    string Message,
    CustomerAnswer Data,
    string Id,
    string Name,
    [property: JsonPropertyName("unique_id")] string UniqueId2,
    Guid TenantId,
    EnhancedCustomer Customer
)
{
    internal static CustomerReply Of(Actor actor, CustomerDetail c, string key, params object?[] values) =>
        new(true, Words.Of(key, values), CustomerAnswer.Of(c), c.PublicId, c.Name, c.UniqueId, actor.TenantId, EnhancedCustomer.Of(c));
}

/// <summary>A customer in enhanced's words, in which suspended is inactive (contract C17).</summary>
public sealed record EnhancedCustomer
{
    public required long Id { get; init; }

    [JsonPropertyName("unique_id")]
    public required string UniqueId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }

    [JsonPropertyName("membership_tier")]
    public required string MembershipTier { get; init; }

    [JsonPropertyName("join_date")]
    public required DateTimeOffset JoinDate { get; init; }

    [JsonPropertyName("last_active")]
    public required DateTimeOffset LastActive { get; init; }
    public required string? Phone { get; init; }
    public required string Status { get; init; }

    internal static EnhancedCustomer Of(CustomerDetail c) =>
        new()
        {
            Id = c.Number,
            UniqueId = c.UniqueId,
            Name = c.Name,
            Email = c.Email,
            MembershipTier = c.MembershipTier,
            JoinDate = c.Trail.CreatedAt,
            LastActive = c.Trail.LastSeenAt ?? c.Trail.LastSignInAt ?? c.Trail.CreatedAt,
            Phone = c.Facts.Phone,
            Status = c.Status == CustomerStatus.Active ? "active" : "inactive",
        };
}

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

public sealed record StatisticsAnswer(
    int TotalOrders,
    decimal TotalOrderValue,
    int TotalComplaints,
    int OpenComplaints,
    DateTimeOffset? LastOrderDate,
    DateTimeOffset? LastComplaintDate,
    DateTimeOffset CustomerSince
);

public sealed record PreferencesInput(bool? Newsletter, bool? Notifications, string? Language);

public sealed record StatusInput(string? Status, string? Reason);

public sealed record TypeInput(string? Type);

public sealed record NotesInput(string? Notes);

using System.Text.Json.Serialization;
using CsDashboard.Customers;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Customers;

public sealed record NoteAnswer(string Note, string AddedBy, DateTimeOffset AddedAt);
public sealed record PreferencesAnswer(bool Newsletter, bool Notifications, string Language);
public sealed record MetadataAnswer(
    DateTimeOffset? LastLoginDate, int LoginCount, DateTimeOffset? LastActivityDate, string CreatedBy, DateTimeOffset CreatedAt, string? LastModifiedBy, DateTimeOffset? LastModifiedAt,
    DateTimeOffset? DeletedAt, string? DeletedBy);

/// <summary>A customer as the admin of 004 sees one; the same, without notes, is a customer's own data.</summary>
public sealed record CustomerAnswer(
    [property: JsonPropertyName("_id")] string Id2, string CustomerId, string UniqueId, long Number, string? UserId, string Email, string FullName, string? ContactNumber, string CustomerStatus, string CustomerType,
    string MembershipTier, string? Company, string? Country, string TimeZone, int TotalOrders, decimal TotalOrderValue, int TotalComplaints, int OpenComplaints, DateTimeOffset? LastOrderDate,
    DateTimeOffset? LastComplaintDate, DateTimeOffset CustomerSince, IReadOnlyList<NoteAnswer> Notes, IReadOnlyList<string> Tags, PreferencesAnswer Preferences, MetadataAnswer Metadata)
{
    internal static CustomerAnswer Of(CustomerDetail c) => new(
        c.PublicId, c.PublicId, c.UniqueId, c.Number, c.UserId, c.Email, c.Name, c.Facts.Phone, c.Status.ToString(), c.Type.ToString(), c.MembershipTier, c.Facts.Company, c.Facts.Country, c.Facts.TimeZone,
        c.Figures.TotalOrders, c.Figures.TotalOrderValue, c.Figures.TotalComplaints, c.Figures.OpenComplaints, c.Figures.LastOrderAt, c.Figures.LastComplaintAt, c.Trail.CreatedAt,
        [.. c.Notes.Select(n => new NoteAnswer(n.Text, n.Author, n.At))], c.Tags, new(c.Facts.Newsletter, c.Facts.Notifications, c.Facts.Language),
        new(c.Trail.LastSignInAt, c.Trail.SignIns, c.Trail.LastSeenAt, c.Trail.CreatedBy, c.Trail.CreatedAt, c.Trail.ModifiedBy, c.Trail.ModifiedAt, c.Trail.RemovedAt, c.Trail.RemovedBy));
}

/// <summary>The body around one customer. Without data's own names it also carries those of 000 and 003, so that each finds its own (rules C3, C5).</summary>
public sealed record CustomerReply(bool Success, string Message, CustomerAnswer Data, string Id, string Name, [property: JsonPropertyName("unique_id")] string UniqueId2, Guid TenantId, CustomerOf000 Customer)
{
    internal static CustomerReply Of(Actor actor, CustomerDetail c, string key, params object?[] values) =>
        new(true, Words.Of(key, values), CustomerAnswer.Of(c), c.PublicId, c.Name, c.UniqueId, actor.TenantId, CustomerOf000.Of(c));
}

/// <summary>A customer in the words of 000, in which suspended is inactive (rule C17).</summary>
public sealed record CustomerOf000(
    long Id, [property: JsonPropertyName("unique_id")] string UniqueId, string Name, string Email, [property: JsonPropertyName("membership_tier")] string MembershipTier,
    [property: JsonPropertyName("join_date")] DateTimeOffset JoinDate, [property: JsonPropertyName("last_active")] DateTimeOffset LastActive, string? Phone, string Status)
{
    internal static CustomerOf000 Of(CustomerDetail c) =>
        new(c.Number, c.UniqueId, c.Name, c.Email, c.MembershipTier, c.Trail.CreatedAt, c.Trail.LastSeenAt ?? c.Trail.LastSignInAt ?? c.Trail.CreatedAt, c.Facts.Phone, c.Status == CustomerStatus.Active ? "active" : "inactive");
}

/// <summary>A customer in a list: the names of 004, and those of 000 and 003 for the same (rule C3).</summary>
public sealed record CustomerItem(
    string CustomerId, string Id, [property: JsonPropertyName("unique_id")] string UniqueId, long Number, string? UserId, string Email, string FullName, string Name, string? ContactNumber, string? Phone,
    string CustomerStatus, string Status, string CustomerType, [property: JsonPropertyName("membership_tier")] string MembershipTier, IReadOnlyList<string> Tags, int TotalOrders, decimal TotalOrderValue,
    int TotalComplaints, int OpenComplaints, DateTimeOffset? LastOrderDate, DateTimeOffset CustomerSince)
{
    internal static CustomerItem Of(CustomerEntry c) => new(
        c.PublicId, c.PublicId, c.UniqueId, c.Number, c.UserId, c.Email, c.Name, c.Name, c.Facts.Phone, c.Facts.Phone, c.Status.ToString(), c.Status == CsDashboard.Customers.CustomerStatus.Active ? "active" : "inactive",
        c.Type.ToString(), c.MembershipTier, c.Tags, c.TotalOrders, c.TotalOrderValue, c.TotalComplaints, c.OpenComplaints, c.LastOrderAt, c.CreatedAt);
}

public sealed record PaginationAnswer(int CurrentPage, int TotalPages, int TotalItems, int ItemsPerPage, bool HasNextPage, bool HasPreviousPage)
{
    internal static PaginationAnswer Of(int page, int limit, int total) => Of(page, limit, total, Math.Max(1, (total + limit - 1) / limit));
    private static PaginationAnswer Of(int page, int limit, int total, int pages) => new(page, pages, total, limit, page < pages, page > 1);
}

/// <summary>One page under the names of all three originals (rule C3).</summary>
public sealed record CustomerPageAnswer(
    bool Success, string Message, IReadOnlyList<CustomerItem> Data, IReadOnlyList<CustomerItem> Items, IReadOnlyList<CustomerItem> Customers, int TotalItems, int Total, int Page,
    [property: JsonPropertyName("per_page")] int PerPage, [property: JsonPropertyName("total_pages")] int TotalPages, PaginationAnswer Pagination)
{
    internal static CustomerPageAnswer Of(IReadOnlyList<CustomerEntry> rows, int total, int page, int limit)
    {
        CustomerItem[] items = [.. rows.Select(CustomerItem.Of)];
        var pagination = PaginationAnswer.Of(page, limit, total);
        return new(true, Words.Of("Api_Customers"), items, items, items, total, total, page, limit, pagination.TotalPages, pagination);
    }
}

public sealed record CustomersFound(IReadOnlyList<CustomerItem> Results, int TotalResults, string SearchTerm);

public sealed record CustomerSearchAnswer(bool Success, string Message, CustomersFound Data, IReadOnlyList<CustomerItem> Items, IReadOnlyList<CustomerItem> Customers, int TotalItems, int Total, int Page, PaginationAnswer Pagination)
{
    internal static CustomerSearchAnswer Of(IReadOnlyList<CustomerEntry> rows, int total, int page, int limit, string term)
    {
        CustomerItem[] items = [.. rows.Select(CustomerItem.Of)];
        return new(true, Words.Of("Api_Customers"), new(items, total, term), items, items, total, total, page, PaginationAnswer.Of(page, limit, total));
    }
}

public sealed record StatisticsAnswer(int TotalOrders, decimal TotalOrderValue, int TotalComplaints, int OpenComplaints, DateTimeOffset? LastOrderDate, DateTimeOffset? LastComplaintDate, DateTimeOffset CustomerSince);

using System.Text.Json.Serialization;
using CsDashboard.Customers;
using CsDashboard.Foundation;

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

public sealed record StatisticsAnswer(
    int TotalOrders,
    decimal TotalOrderValue,
    int TotalComplaints,
    int OpenComplaints,
    DateTimeOffset? LastOrderDate,
    DateTimeOffset? LastComplaintDate,
    DateTimeOffset CustomerSince
);

/// <summary>
/// What is to change, under the names of enhanced or the CRM (contract C31). The e-mail may be there, but not another one.
/// </summary>
public sealed class CustomerUpdate
{
    public string? FullName { get; set; }
    public string? Name { get; set; }
    public string? OtherName { get; set; }
    public string? Email { get; set; }

    [Text(15, Min = 10, Optional = true)]
    public string? ContactNumber { get; set; }
    public string? Phone { get; set; }
    public string? Company { get; set; }
    public string? Country { get; set; }
    public string? TimeZone { get; set; }

    /// <summary>Such as 1990-04-23.</summary>
    public DateOnly? Birthday { get; set; }
    public string? CustomerType { get; set; }

    [JsonPropertyName("membership_tier")]
    public string? MembershipTier { get; set; }
    public string? Status { get; set; }
    public string? Reason { get; set; }

    /// <summary>A note to add.</summary>
    public string? Notes { get; set; }
    public IReadOnlyList<string>? Tags { get; set; }
    public PreferencesInput? Preferences { get; set; }

    [JsonPropertyName("prop_firm")]
    public string? PropFirm { get; set; }

    [JsonPropertyName("account_type")]
    public string? AccountType { get; set; }

    [JsonPropertyName("account_size")]
    public decimal? AccountSize { get; set; }

    internal CustomerChange Change =>
        new()
        {
            Name = FullName ?? Name,
            OtherName = OtherName,
            Email = Email,
            Phone = ContactNumber ?? Phone,
            Company = Company,
            Country = Country,
            TimeZone = TimeZone,
            Birthday = Birthday,
            Type = CustomerType,
            MembershipTier = MembershipTier,
            Status = Status,
            Reason = Reason,
            Note = Notes,
            Tags = Tags,
            Newsletter = Preferences?.Newsletter,
            Notifications = Preferences?.Notifications,
            Language = Preferences?.Language,
            PropFirm = PropFirm,
            AccountType = AccountType,
            AccountSize = AccountSize,
        };
}

public sealed record PreferencesInput(bool? Newsletter, bool? Notifications, string? Language);

public sealed record StatusInput(string? Status, string? Reason);

public sealed record TypeInput(string? Type);

public sealed record NotesInput(string? Notes);

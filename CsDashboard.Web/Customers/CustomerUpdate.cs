using System.Text.Json.Serialization;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Web.Marketplace;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

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

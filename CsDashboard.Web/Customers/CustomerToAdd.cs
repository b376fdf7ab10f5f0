using System.Text.Json.Serialization;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Web.Marketplace;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

/// <summary>A record without an account, as staff make one.</summary>
public sealed class CustomerToAdd
{
    public string? Name { get; set; }
    public string? FullName { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? ContactNumber { get; set; }
    public string? Language { get; set; }
    public string? TimeZone { get; set; }

    [JsonPropertyName("membership_tier")]
    public string? MembershipTier { get; set; }

    // Free is the default here, standard that of a registration (contract: enhanced, Registration).
    internal NewCustomer New =>
        new()
        {
            Name = FullName ?? Name,
            Email = Email,
            Phone = ContactNumber ?? Phone,
            Language = Language,
            TimeZone = TimeZone,
            MembershipTier = MembershipTier ?? "free",
        };
}

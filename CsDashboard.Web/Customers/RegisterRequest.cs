using CsDashboard.Customers;
using CsDashboard.Engagement;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

/// <summary>Name and phone under the names of either original. A role sent along is ignored.</summary>
public sealed class RegisterRequest
{
    public string? Name { get; set; }
    public string? FullName { get; set; }
    public string? Email { get; set; }
    public string? Password { get; set; }
    public string? Phone { get; set; }
    public string? ContactNumber { get; set; }
    public string? Language { get; set; }
    public string? TimeZone { get; set; }

    /// <summary>The referrer's code; an unknown or expired one changes nothing.</summary>
    public string? ReferralCode { get; set; }

    internal Registration Registration =>
        new()
        {
            Name = FullName ?? Name,
            Email = Email,
            Password = Password,
            Phone = ContactNumber ?? Phone,
            Language = Language,
            TimeZone = TimeZone,
        };
}

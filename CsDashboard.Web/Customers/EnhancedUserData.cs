using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

public sealed class EnhancedUserData
{
    public string? Name { get; set; }

    [JsonPropertyName("membership_tier")]
    public string? MembershipTier { get; set; }

    [JsonPropertyName("account_type")]
    public string? AccountType { get; set; }

    [JsonPropertyName("prop_firm")]
    public string? PropFirm { get; set; }

    [JsonPropertyName("account_size")]
    public decimal? AccountSize { get; set; }
    public QuestionnaireInput? Questionnaire { get; set; }
}

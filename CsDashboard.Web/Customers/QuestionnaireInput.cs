using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

public sealed class QuestionnaireInput
{
    public string? Experience { get; set; }

    [JsonPropertyName("risk_tolerance")]
    public string? RiskTolerance { get; set; }

    [JsonPropertyName("preferred_pairs")]
    public IReadOnlyList<string>? PreferredPairs { get; set; }
    public IReadOnlyDictionary<string, string>? Answers { get; set; }
}

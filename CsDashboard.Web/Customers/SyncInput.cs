using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Trading;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

public sealed class SyncInput
{
    public string? Email { get; set; }

    [JsonPropertyName("prop_firm")]
    public string? PropFirm { get; set; }

    [JsonPropertyName("account_type")]
    public string? AccountType { get; set; }

    [JsonPropertyName("account_size")]
    public decimal? AccountSize { get; set; }
    public string? Experience { get; set; }

    [JsonPropertyName("risk_tolerance")]
    public string? RiskTolerance { get; set; }

    [JsonPropertyName("preferred_pairs")]
    public IReadOnlyList<string>? PreferredPairs { get; set; }
    public IReadOnlyDictionary<string, string>? Answers { get; set; }

    internal TradingProfile Profile =>
        new()
        {
            Email = Email,
            PropFirm = PropFirm,
            AccountType = AccountType,
            AccountSize = AccountSize,
            Experience = Experience,
            RiskTolerance = RiskTolerance,
            PreferredPairs = PreferredPairs,
            Answers = Answers,
        };
}

using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

public sealed class EnhancedRegistration
{
    public string? Email { get; set; }
    public string? Password { get; set; }

    [JsonPropertyName("user_data")]
    public EnhancedUserData? UserData { get; set; }

    internal TraderRegistration Registration =>
        new()
        {
            Email = Email,
            Password = Password,
            Name = string.IsNullOrWhiteSpace(UserData?.Name) ? "New User" : UserData.Name,
            MembershipTier = UserData?.MembershipTier,
            Trading = new()
            {
                AccountType = UserData?.AccountType,
                PropFirm = UserData?.PropFirm,
                AccountSize = UserData?.AccountSize,
                Experience = UserData?.Questionnaire?.Experience,
                RiskTolerance = UserData?.Questionnaire?.RiskTolerance,
                PreferredPairs = UserData?.Questionnaire?.PreferredPairs,
                Answers = UserData?.Questionnaire?.Answers,
            },
        };
}

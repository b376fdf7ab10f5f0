using CsDashboard.Foundation;

namespace CsDashboard.Web.Accounts;

public sealed record DemoAccount(string Email, string Password, string Name, Role Role, string Company);

/// <summary>The accounts of the demo companies, for the sign-in page and for trying the API. They exist only where Demo is on.</summary>
public static class DemoAccounts
{
    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new("customer@example.com", "demo123", "customer@example.com", Role.Customer, "Demo"),
        new("customer@test.com", "password123", "customer@test.com", Role.Customer, "Demo"),
        new("agent@example.com", "Agent@123", "agent@example.com", Role.Agent, "Demo"),
        new("admin@rman.com", "Admin@123", "admin@rman.com", Role.Admin, "Demo"),
        new("customer@other.com", "password123", "customer@other.com", Role.Customer, "Other"),
        new("admin@other.com", "Admin@123", "admin@other.com", Role.Admin, "Other"),
    ];
}

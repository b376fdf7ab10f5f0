using System.Text.RegularExpressions;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>Stories in the demo share one app.</summary>
[CollectionDefinition(Name)]
public sealed class InTheDemo : ICollectionFixture<DemoApp>
{
    public const string Name = "Demo";
    public const string Customer = "customer@test.com",
        CustomersPassword = "password123";
    public const string Agent = "agent@example.com",
        AgentsPassword = "Agent@123";
    public const string Admin = "admin@rman.com",
        AdminsPassword = "Admin@123";
}

using System.Globalization;
using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Bots;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Demo;

/// <summary>An account of the demo, as the sign-in page lists it (contract C24).</summary>
public sealed record DemoAccount(string Email, string Password, Role Role, string Company, string Name);

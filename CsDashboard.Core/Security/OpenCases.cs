using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>How many wait to be worked.</summary>
public sealed record OpenCases(int Alerts, int Reports);

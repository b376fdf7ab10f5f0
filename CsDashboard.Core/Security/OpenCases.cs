using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>How many wait to be handled.</summary>
public sealed record OpenCases(int Alerts, int Reports);

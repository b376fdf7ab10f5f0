using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsDashboard.Web;

/// <summary>The body of every membership answer.</summary>
public sealed record Enveloped<T>(bool Success, T Data);

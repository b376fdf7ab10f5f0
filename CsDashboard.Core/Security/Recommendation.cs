using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

public sealed record Recommendation(string Priority, string Title, string Description, string Action, string Icon);

using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Audit;

public sealed class RetentionInput
{
    public string? Kind { get; set; }

    /// <summary>1 to 3,650; null keeps for ever.</summary>
    public int? Days { get; set; }
}

using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Audit;

public static class AuditRights
{
    /// <summary>Decides how long each kind of data is kept.</summary>
    public static readonly Right Retain = new("audit.retain", Role.Admin);

    /// <summary>Reads, verifies and exports the company's history.</summary>
    public static readonly Right Read = new("audit.read", Role.Admin);
}

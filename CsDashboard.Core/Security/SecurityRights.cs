using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Security;

public static class SecurityRights
{
    /// <summary>Alerts and reports of the whole company: looking at them and working them.</summary>
    public static readonly Right Work = new("security.work", Role.Agent, Role.Admin);

    /// <summary>All of them as a file.</summary>
    public static readonly Right Export = new("security.export", Role.Admin);

    /// <summary>Everything that was seen or told, and the rules by which it is judged.</summary>
    public static readonly Right Oversee = new("security.oversee", Role.Admin);

    /// <summary>A customer's status, alerts and history.</summary>
    public static readonly Right See = new("security.see", Role.Agent, Role.Admin, Role.Service);
}

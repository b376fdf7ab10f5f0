using CsDashboard.Bots;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Vault;

public static class VaultRights
{
    /// <summary>The calls of programs that send the PIN along (contract: enhanced, Vault and PIN).</summary>
    public static readonly Right Use = new("vault.use", Role.Agent, Role.Admin, Role.Service);

    /// <summary>The page: unlocking, importing, exporting, the PIN and the keys.</summary>
    public static readonly Right Manage = new("vault.manage", Role.Admin);
}

using System.Collections.Concurrent;

namespace CsDashboard.Bots;

/// <summary>The health of all bots of this process.</summary>
internal sealed class BotHealths
{
    private readonly ConcurrentDictionary<(Guid Tenant, BotType Type), BotHealth> all = new();

    public BotHealth Of(Guid tenant, BotType type) => all.GetOrAdd((tenant, type), _ => new BotHealth());
}

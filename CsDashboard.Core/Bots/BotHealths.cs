using System.Collections.Concurrent;

namespace CsDashboard.Bots;

/// <summary>The health of all bots of this process.</summary>
internal sealed class BotHealths
{
    private readonly ConcurrentDictionary<(Guid Tenant, BotKey Bot), BotHealth> all = new();

    public BotHealth Of(Guid tenant, BotKey bot) => all.GetOrAdd((tenant, bot), _ => new BotHealth());

    public void Forget(Guid tenant, BotKey bot) => all.TryRemove((tenant, bot), out _);
}

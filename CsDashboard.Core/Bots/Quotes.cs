using System.Collections.Concurrent;
using CsDashboard.Foundation.Live;

namespace CsDashboard.Bots;

/// <summary>
/// What the market of a pair does now: the candles that a company's bots took last. Kept in memory alone, for pages; the vault keeps them
/// for good, and after a restart the bots ask for as many again.
/// </summary>
public sealed class Quotes
{
    private readonly ConcurrentDictionary<(Guid Tenant, string Pair), Quote> last = new();

    /// <summary>That of a pair of the actor's company; null when no bot follows it or none has closed a candle of it lately.</summary>
    public Quote? Of(Actor actor, string pair) =>
        last.TryGetValue((actor.TenantId, pair), out var quote) && quote.IsFresh(actor.Now) ? quote : null;

    /// <summary>Something was said here.</summary>
    public static Topic Changed(Guid tenantId) => Topic.Room(tenantId, "Bots");

    /// <summary>Several bots may follow a pair: the market counts before a replay, shorter candles before longer ones.</summary>
    internal void Say(Guid tenantId, string pair, Quote quote, DateTimeOffset now) =>
        last.AddOrUpdate((tenantId, pair), quote, (_, known) => known.IsFresh(now) && known.TellsMore(quote) ? known : quote);
}

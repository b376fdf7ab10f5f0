using CsDashboard.Foundation.Storage;

namespace CsDashboard.Bots;

/// <summary>
/// Where bots put their candles; the vault is its body, which stands above this room. Writing needs no PIN, and there is no
/// way to read here.
/// </summary>
public interface ICandleStore
{
    /// <summary>
    /// Adds the candle with its indicators inside the caller's write; false when there is one of that time already. Refuses
    /// with Unavailable while the vault is sealed.
    /// </summary>
    Task<bool> Add(AppDb db, BotType type, string pair, string interval, Candle candle, IReadOnlyDictionary<string, decimal>? indicators);
}

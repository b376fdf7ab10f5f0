using CsDashboard.Foundation.Storage;

namespace CsDashboard.Bots;

/// <summary>
/// Where bots put their candles; implemented by the vault, which stands above this room. Writing needs no PIN, and nothing can be read
/// here.
/// </summary>
public interface ICandleStore
{
    /// <summary>
    /// Adds the candle with its indicators inside the caller's write; false when there already is one of that time. Refuses
    /// with Unavailable while the vault is sealed.
    /// </summary>
    Task<bool> Add(AppDb db, BotType type, string pair, string interval, Candle candle, IReadOnlyDictionary<string, decimal>? indicators);
}

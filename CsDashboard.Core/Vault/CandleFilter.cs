using System.Text.Json;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Vault;

/// <summary>Which candles to read. Times are those of the candles: from inclusive, to exclusive.</summary>
public sealed class CandleFilter
{
    public BotType? Type { get; set; }
    public string? Pair { get; set; }
    public string? Interval { get; set; }
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? To { get; set; }

    /// <summary>The cursor of the page before.</summary>
    public string? After { get; set; }

    /// <summary>At most <see cref="Candles.MaxPage"/>.</summary>
    public int Size { get; set; } = 50;

    internal CandleScope Scope => new(Type, Pair, Interval, From, To);
}

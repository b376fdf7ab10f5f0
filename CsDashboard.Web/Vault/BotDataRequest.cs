using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Vault;

public sealed class BotDataRequest
{
    public string? Pin { get; set; }

    [JsonPropertyName("bot_type")]
    public string? BotType { get; set; }
    public string? Pair { get; set; }
    public BotPrices? Ohlcv { get; set; }
    public JsonElement? Indicators { get; set; }

    /// <summary>1m, 5m, 15m, 30m, 1h, 4h, 1d; left out for prices that come one at a time.</summary>
    public string? Interval { get; set; }

    /// <summary>When the candle begins; left out for now.</summary>
    public DateTimeOffset? Time { get; set; }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Signals;

/// <summary>A signal under enhanced's names (contract: enhanced, Signals).</summary>
public sealed class SignalBody
{
    public string? Type { get; set; }
    public string? Pair { get; set; }
    public string? Direction { get; set; }

    [JsonPropertyName("entry_price")]
    public decimal? EntryPrice { get; set; }

    [JsonPropertyName("stop_loss")]
    public decimal? StopLoss { get; set; }

    [JsonPropertyName("take_profit")]
    public decimal? TakeProfit { get; set; }

    /// <summary>Up to two further targets.</summary>
    [JsonPropertyName("more_targets")]
    public IReadOnlyList<decimal>? MoreTargets { get; set; }
    public Dictionary<string, decimal?>? Indicators { get; set; }
    public string? Note { get; set; }

    /// <summary>Sent twice with one key, it is published once.</summary>
    public string? Key { get; set; }

    internal NewSignal Signal =>
        new()
        {
            Type = Type,
            Pair = Pair,
            Direction = Direction,
            EntryPrice = EntryPrice,
            StopLoss = StopLoss,
            TakeProfit = TakeProfit,
            MoreTargets = MoreTargets,
            Indicators = Indicators,
            Note = Note,
            Key = Key,
        };
}

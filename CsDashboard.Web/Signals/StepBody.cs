using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Signals;

/// <summary>What happened to a signal.</summary>
public sealed class StepBody
{
    public string? Event { get; set; }
    public int? Target { get; set; }
    public decimal? Price { get; set; }

    [JsonPropertyName("entry_price")]
    public decimal? EntryPrice { get; set; }

    [JsonPropertyName("stop_loss")]
    public decimal? StopLoss { get; set; }
    public IReadOnlyList<decimal>? Targets { get; set; }
    public string? Note { get; set; }

    internal SignalStep Step =>
        new()
        {
            Event = Event,
            Target = Target,
            Price = Price,
            EntryPrice = EntryPrice,
            StopLoss = StopLoss,
            Targets = Targets,
            Note = Note,
        };
}

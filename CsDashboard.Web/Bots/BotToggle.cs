using System.Text.Json.Serialization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using BotVerbs = CsDashboard.Bots.TradingBots;

namespace CsDashboard.Web.Bots;

public sealed class BotToggle
{
    public bool Active { get; set; }

    /// <summary>For the history; the page asks for it.</summary>
    public string? Reason { get; set; }
}

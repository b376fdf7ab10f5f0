using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Vault;

public sealed class TradingDataFilters
{
    [JsonPropertyName("bot_type")]
    public string? BotType { get; set; }
    public string? Pair { get; set; }
}

using System.Text.Json.Serialization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using BotVerbs = CsDashboard.Bots.TradingBots;

namespace CsDashboard.Web.Bots;

public sealed record BotToggled(
    bool Success,
    [property: JsonPropertyName("bot_type")] string BotType,
    [property: JsonPropertyName("is_active")] bool IsActive,
    string Message
);

public sealed record BotStatus
{
    public required bool Success { get; init; }

    [JsonPropertyName("bot_type")]
    public required string BotType { get; init; }

    [JsonPropertyName("is_active")]
    public required bool IsActive { get; init; }
    public required BotState State { get; init; }

    [JsonPropertyName("last_activated")]
    public required DateTimeOffset? LastActivated { get; init; }

    [JsonPropertyName("last_deactivated")]
    public required DateTimeOffset? LastDeactivated { get; init; }

    [JsonPropertyName("last_heartbeat")]
    public required DateTimeOffset? LastHeartbeat { get; init; }

    [JsonPropertyName("last_candle")]
    public required DateTimeOffset? LastCandle { get; init; }

    [JsonPropertyName("errors_last_hour")]
    public required int ErrorsLastHour { get; init; }

    [JsonPropertyName("drafts_proposed")]
    public required int DraftsProposed { get; init; }
}

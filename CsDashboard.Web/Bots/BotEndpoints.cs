using System.Text.Json.Serialization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using BotVerbs = CsDashboard.Bots.Bots;

namespace CsDashboard.Web.Bots;

public sealed class BotToggle
{
    public bool Active { get; set; }
    /// <summary>For the history; the page asks for it.</summary>
    public string? Reason { get; set; }
}

public sealed record BotToggled(bool Success, [property: JsonPropertyName("bot_type")] string BotType, [property: JsonPropertyName("is_active")] bool IsActive, string Message);

public sealed record BotStatus(
    bool Success, [property: JsonPropertyName("bot_type")] string BotType, [property: JsonPropertyName("is_active")] bool IsActive, BotState State,
    [property: JsonPropertyName("last_activated")] DateTimeOffset? LastActivated, [property: JsonPropertyName("last_deactivated")] DateTimeOffset? LastDeactivated,
    [property: JsonPropertyName("last_heartbeat")] DateTimeOffset? LastHeartbeat, [property: JsonPropertyName("last_candle")] DateTimeOffset? LastCandle,
    [property: JsonPropertyName("errors_last_hour")] int ErrorsLastHour, [property: JsonPropertyName("drafts_proposed")] int DraftsProposed);

/// <summary>The bots as programs switch and watch them (contract, seed 000). Customers get 403.</summary>
internal static class BotEndpoints
{
    public static void MapBots(this Api api)
    {
        api.Admin.MapPost("/enhanced/bot/{bot_type}/toggle", Toggle).WithName("toggleBot").WithTags("bots").WithSummary("Switches a bot (crypto or forex) on or off; safe to repeat").ProducesProblem(400).ProducesProblem(403);
        api.Staff.MapGet("/enhanced/bot/{bot_type}/status", Status).WithName("botStatus").WithTags("bots").WithSummary("Whether a bot is wanted, and how its worker does").ProducesProblem(400).ProducesProblem(403);
    }

    private static async Task<Ok<BotToggled>> Toggle(Actor actor, BotVerbs bots, string bot_type, BotToggle input)
    {
        var type = Word.Demand<BotType>("bot_type", bot_type);
        var bot = await bots.Toggle(actor, type, input.Active, input.Reason);
        return TypedResults.Ok(new BotToggled(true, Word.Of(type), bot.IsActive, $"{type} bot {(bot.IsActive ? "started" : "stopped")}"));
    }

    private static async Task<Ok<BotStatus>> Status(Actor actor, BotVerbs bots, string bot_type)
    {
        var bot = await bots.Get(actor, Word.Demand<BotType>("bot_type", bot_type));
        return TypedResults.Ok(new BotStatus(true, Word.Of(bot.Type), bot.IsActive, bot.State, bot.LastActivatedAt, bot.LastDeactivatedAt, bot.LastBeatAt, bot.LastCandleAt, bot.ErrorsLastHour, bot.DraftsProposed));
    }
}

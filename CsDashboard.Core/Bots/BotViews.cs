namespace CsDashboard.Bots;

public enum BotState { Off, Starting, Running, Stopping, Failed }

/// <summary>A bot as its card shows it: what is wanted, and how its worker does.</summary>
public sealed record BotView(
    BotType Type, bool IsActive, BotState State, BotSettings Settings, bool HasOwnFile, DateTimeOffset? LastActivatedAt, DateTimeOffset? LastDeactivatedAt, string? SwitchedBy, string? Reason,
    DateTimeOffset? LastBeatAt, DateTimeOffset? LastCandleAt, int DraftsProposed, int ErrorsLastHour, int FailuresLastTenMinutes, string? LastFault, DateTimeOffset? NextStartAt)
{
    /// <summary>Comes up and fails again and again.</summary>
    public bool IsFlapping => FailuresLastTenMinutes >= BotHealth.Flapping;

    internal static BotView Of(Bot bot, BotHealth health, DateTimeOffset now) => new(
        bot.Type, bot.IsActive, health.State, bot.Settings, bot.HasOwnFile, bot.LastActivatedAt, bot.LastDeactivatedAt, bot.SwitchedBy, bot.Reason,
        health.LastBeatAt ?? bot.LastBeatAt, bot.LastCandleAt, bot.DraftsProposed, health.Errors(now, TimeSpan.FromHours(1)), health.Errors(now, BotHealth.FlappingWindow), health.LastFault, health.NextStartAt);
}

namespace CsDashboard.Bots;

public enum BotState
{
    Off,
    Starting,
    Running,
    Stopping,
    Failed,

    /// <summary>On, but resting until a time.</summary>
    Paused,
}

/// <summary>A bot as its card shows it: what is wanted, and how its worker does.</summary>
public sealed record BotView
{
    public required BotKey Key { get; init; }
    public BotType Type => Key.Type;

    /// <summary>Empty for the main one of its market.</summary>
    public required string Name { get; init; }
    public required bool IsActive { get; init; }
    public required BotState State { get; init; }
    public required BotSettings Settings { get; init; }
    public required bool HasOwnFile { get; init; }
    public required DateTimeOffset? LastActivatedAt { get; init; }
    public required DateTimeOffset? LastDeactivatedAt { get; init; }
    public required DateTimeOffset? PausedUntil { get; init; }
    public required string? SwitchedBy { get; init; }
    public required string? Reason { get; init; }
    public required DateTimeOffset? LastBeatAt { get; init; }
    public required DateTimeOffset? LastCandleAt { get; init; }
    public required int DraftsProposed { get; init; }
    public required int ErrorsLastHour { get; init; }
    public required int FailuresLastTenMinutes { get; init; }
    public required string? LastFault { get; init; }
    public required DateTimeOffset? NextStartAt { get; init; }

    /// <summary>Comes up and fails again and again.</summary>
    public bool IsFlapping => FailuresLastTenMinutes >= BotHealth.Flapping;

    internal static BotView Of(Bot bot, BotHealth health, DateTimeOffset now) =>
        new()
        {
            Key = bot.Key,
            Name = bot.Name,
            IsActive = bot.IsActive,
            State = health.State,
            Settings = bot.Settings,
            HasOwnFile = bot.HasOwnFile,
            LastActivatedAt = bot.LastActivatedAt,
            LastDeactivatedAt = bot.LastDeactivatedAt,
            PausedUntil = bot.IsPaused(now) ? bot.PausedUntil : null,
            SwitchedBy = bot.SwitchedBy,
            Reason = bot.Reason,
            LastBeatAt = health.LastBeatAt ?? bot.LastBeatAt,
            LastCandleAt = bot.LastCandleAt,
            DraftsProposed = bot.DraftsProposed,
            ErrorsLastHour = health.Errors(now, TimeSpan.FromHours(1)),
            FailuresLastTenMinutes = health.Errors(now, BotHealth.FlappingWindow),
            LastFault = health.LastFault,
            NextStartAt = health.NextStartAt,
        };
}

/// <summary>A line of a bot's log: what happened to it, what it did, and who did it.</summary>
public sealed record BotLogLine(DateTimeOffset At, string By, string Sentence, bool IsFault);

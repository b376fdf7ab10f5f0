using CsDashboard.Foundation.Events;

namespace CsDashboard.Bots;

public sealed record BotSwitched(Guid BotId, BotType Type, bool On, string? Reason, string? Name = null) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => (On ? "Event_BotStarted" : "Event_BotStopped", [BotWords.Told(Type, Name), Reason ?? "—"]);
    public object? Before => new { IsActive = !On };
    public object? After => new { IsActive = On, Reason };
}

/// <summary>One more bot of a market is there.</summary>
public sealed record BotAdded(Guid BotId, BotType Type, string? Name) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotAdded", [BotWords.Told(Type, Name)]);
    public object? After => new { Type, Name };
}

public sealed record BotRenamed(Guid BotId, BotType Type, string From, string Name) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotRenamed", [BotWords.Told(Type, From), Name]);
    public object? Before => new { Name = From };
    public object? After => new { Name };
}

/// <summary>It is there no more; its history is.</summary>
public sealed record BotRemoved(Guid BotId, BotType Type, string? Name) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotRemoved", [BotWords.Told(Type, Name)]);
    public object? Before => new { Type, Name };
}

/// <summary>A bot rests until then; null: it goes on.</summary>
public sealed record BotPaused(Guid BotId, BotType Type, DateTimeOffset? Until, string? Reason, string? Name = null) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence =>
        (Until is null ? "Event_BotResumed" : "Event_BotPaused", [BotWords.Told(Type, Name), Reason ?? "—"]);
    public object? After => new { PausedUntil = Until, Reason };
}

public sealed record BotConfigured(Guid BotId, BotType Type, BotSettings From, BotSettings To, string? Name = null) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotConfigured", [BotWords.Told(Type, Name)]);
    public object? Before => From;
    public object? After => To;
}

/// <summary>A bot got a file of its own to replay, or has the sample again.</summary>
public sealed record BotFileGiven(Guid BotId, BotType Type, bool Given, string? Name = null) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => (Given ? "Event_BotFileGiven" : "Event_BotFileTaken", [BotWords.Told(Type, Name)]);
}

/// <summary>A worker ended by a fault; the watchdog starts it again after the pause.</summary>
public sealed record BotFailed(Guid BotId, BotType Type, string Fault, double PauseSeconds, string? Name = null) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotFailed", [BotWords.Told(Type, Name), Fault]);
}

/// <summary>A worker that should be running has given no sign of life; it was given up and is being restarted.</summary>
public sealed record BotBeatMissed(Guid BotId, BotType Type, DateTimeOffset LastBeat, string? Name = null) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotBeatMissed", [BotWords.Told(Type, Name)]);
}

/// <summary>Failed again and again; reported once in a while, not every time.</summary>
public sealed record BotFlaps(Guid BotId, BotType Type, int Failures, string Fault, string? Name = null) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotFlaps", [BotWords.Told(Type, Name), Failures]);
}

/// <summary>
/// A bot proposes a signal: all a draft needs. The candles (at most 200, oldest first, the last is the one that decided)
/// are prices of the replay or of a public exchange. IsReplay says that no market traded at them.
/// </summary>
public sealed record SignalProposed : IEvent
{
    public required Guid BotId { get; init; }
    public required BotType Type { get; init; }

    /// <summary>Null for the main bot of its market.</summary>
    public string? Name { get; init; }
    public required string Pair { get; init; }
    public required string Interval { get; init; }
    public required bool IsReplay { get; init; }
    public required string Direction { get; init; }
    public required decimal Entry { get; init; }
    public required decimal Stop { get; init; }
    public required decimal Target { get; init; }
    public required IReadOnlyDictionary<string, decimal> Indicators { get; init; }
    public required IReadOnlyList<Candle> Candles { get; init; }

    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence =>
        ("Event_SignalProposed", [BotWords.Told(Type, Name), new SaidWord("Proposed_" + Direction), Pair]);
}

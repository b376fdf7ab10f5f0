using CsDashboard.Foundation.Events;

namespace CsDashboard.Bots;

public sealed record BotSwitched(Guid BotId, BotType Type, bool On, string? Reason) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => (On ? "Event_BotStarted" : "Event_BotStopped", [new SaidWord("BotType_" + Type), Reason ?? "—"]);
    public object? Before => new { IsActive = !On };
    public object? After => new { IsActive = On, Reason };
}

/// <summary>A bot rests until then; null: it goes on.</summary>
public sealed record BotPaused(Guid BotId, BotType Type, DateTimeOffset? Until, string? Reason) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence =>
        (Until is null ? "Event_BotResumed" : "Event_BotPaused", [new SaidWord("BotType_" + Type), Reason ?? "—"]);
    public object? After => new { PausedUntil = Until, Reason };
}

public sealed record BotConfigured(Guid BotId, BotType Type, BotSettings From, BotSettings To) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotConfigured", [new SaidWord("BotType_" + Type)]);
    public object? Before => From;
    public object? After => To;
}

/// <summary>A bot got a file of its own to replay, or has the sample again.</summary>
public sealed record BotFileGiven(Guid BotId, BotType Type, bool Given) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => (Given ? "Event_BotFileGiven" : "Event_BotFileTaken", [new SaidWord("BotType_" + Type)]);
}

/// <summary>A worker ended by a fault; the watchdog starts it again after the pause.</summary>
public sealed record BotFailed(Guid BotId, BotType Type, string Fault, double PauseSeconds) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotFailed", [new SaidWord("BotType_" + Type), Fault]);
}

/// <summary>A worker that should be running has given no sign of life; it was given up and is being restarted.</summary>
public sealed record BotBeatMissed(Guid BotId, BotType Type, DateTimeOffset LastBeat) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotBeatMissed", [new SaidWord("BotType_" + Type)]);
}

/// <summary>Failed again and again; reported once in a while, not every time.</summary>
public sealed record BotFlaps(Guid BotId, BotType Type, int Failures, string Fault) : IEvent
{
    public Subject About => new("bot", BotId);
    public (string, object?[]) Sentence => ("Event_BotFlaps", [new SaidWord("BotType_" + Type), Failures]);
}

/// <summary>
/// A bot proposes a signal: all a draft needs. The candles (at most 200, oldest first, the last is the one that decided)
/// are prices of the replay or of a public exchange. IsReplay says that no market traded at them.
/// </summary>
public sealed record SignalProposed : IEvent
{
    public required Guid BotId { get; init; }
    public required BotType Type { get; init; }
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
        ("Event_SignalProposed", [new SaidWord("BotType_" + Type), new SaidWord("Proposed_" + Direction), Pair]);
}

using CsDashboard.Foundation.Events;

namespace CsDashboard.Signals;

/// <summary>The groups whose streams carry signals; who hears them is decided by <see cref="SignalAccess"/>.</summary>
internal static class SignalGroups
{
    public const string All = "signals";

    public static string Of(string tier) => "signals/" + tier;
}

public sealed record SignalPublished(
    Guid SignalId,
    long Number,
    SignalType Type,
    string Pair,
    Direction Direction,
    bool Recommended,
    DateTimeOffset PublishedAt
) : IEvent
{
    public Subject About => new("signal", SignalId);
    public (string, object?[]) Sentence => ("Event_SignalPublished", [Number, Pair]);
    public object? After =>
        new
        {
            Number,
            Type,
            Pair,
            Direction,
            Recommended,
        };
    public string ForGroup => SignalGroups.All;
    public LiveEvent Live => new("signal_published", SignalLive.Of(SignalId, Number, Type, Pair, Direction, Recommended));
}

/// <summary>The delay of a tier is over: its members see the signal from now on.</summary>
public sealed record SignalReleased(
    Guid SignalId,
    long Number,
    SignalType Type,
    string Pair,
    Direction Direction,
    bool Recommended,
    string Tier
) : IEvent
{
    public Subject About => new("signal", SignalId);
    public (string, object?[]) Sentence => ("Event_SignalReleased", [Number, Pair, new SaidWord("Membership_" + Tier)]);
    public string ForGroup => SignalGroups.Of(Tier);
    public bool ForStaff => false;
    public LiveEvent Live => new("signal_published", SignalLive.Of(SignalId, Number, Type, Pair, Direction, Recommended));
}

public sealed record SignalChanged(
    Guid SignalId,
    long Number,
    string Pair,
    LifeKind Kind,
    SignalState From,
    SignalState To,
    decimal? Result,
    DateTimeOffset PublishedAt
) : IEvent
{
    public Subject About => new("signal", SignalId);
    public (string, object?[]) Sentence => ("Event_SignalChanged", [Number, Pair]);
    public object? Before => new { State = From };
    public object? After =>
        new
        {
            Event = Kind,
            State = To,
            Result,
        };
    public string ForGroup => SignalGroups.All;
    public LiveEvent Live =>
        new(
            "signal_updated",
            new
            {
                signalId = SignalId,
                number = Number,
                pair = Pair,
                @event = Word.Of(Kind),
                state = To.ToString().ToLowerInvariant(),
            }
        );
}

public sealed record SignalDrafted(Guid DraftId, DraftSource Source, string? Pair) : IEvent
{
    public Subject About => new("signal_draft", DraftId);
    public (string, object?[]) Sentence => ("Event_SignalDrafted", [Pair]);
    public object? After => new { Source, Pair };
}

public sealed record SignalDraftDiscarded(Guid DraftId, string? Pair) : IEvent
{
    public Subject About => new("signal_draft", DraftId);
    public (string, object?[]) Sentence => ("Event_SignalDraftDiscarded", [Pair]);
}

/// <summary>Minutes by tier: 0 at once, -1 not at all.</summary>
public sealed record SignalAccessChanged(Guid TenantId, IReadOnlyDictionary<string, int> From, IReadOnlyDictionary<string, int> To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_SignalAccessChanged", []);
    public object? Before => From;
    public object? After => To;

    // Open pages read again; programs get nothing.
    public string ForGroup => SignalGroups.All;
}

/// <summary>The track record was opened to everybody, or closed again.</summary>
public sealed record RecordOpened(Guid TenantId, bool IsPublic) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => (IsPublic ? "Event_RecordOpened" : "Event_RecordClosed", []);
    public object? Before => new { IsPublic = !IsPublic };
    public object? After => new { IsPublic };
}

/// <summary>The token itself is in no event.</summary>
public sealed record AlertTokenMade(Guid TokenId, string Name) : IEvent
{
    public Subject About => new("alert_token", TokenId);
    public (string, object?[]) Sentence => ("Event_AlertTokenMade", [Name]);
}

public sealed record AlertTokenRevoked(Guid TokenId, string Name) : IEvent
{
    public Subject About => new("alert_token", TokenId);
    public (string, object?[]) Sentence => ("Event_AlertTokenRevoked", [Name]);
}

public sealed record AlertReceived(Guid AlertId, Guid TokenId, string Name) : IEvent
{
    public Subject About => new("alert", AlertId);
    public (string, object?[]) Sentence => ("Event_AlertReceived", [Name]);
}

internal static class SignalLive
{
    public static object Of(Guid id, long number, SignalType type, string pair, Direction direction, bool recommended) =>
        new
        {
            signalId = id,
            number,
            type = type.ToString().ToLowerInvariant(),
            pair,
            direction = direction.ToString().ToUpperInvariant(),
            recommended,
        };
}

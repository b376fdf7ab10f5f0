using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Bots;

/// <summary>
/// The bot of a company for one market: whether it should run, its settings, how far it has come. <see cref="BotHost"/> knows what its
/// worker does right now; a bot that was on starts by itself after a restart.
/// </summary>
public sealed class Bot : ITenantOwned
{
    public const int MaxReason = 300;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public BotType Type { get; init; }
    public bool IsActive { get; private set; }
    public DateTimeOffset? LastActivatedAt { get; private set; }
    public DateTimeOffset? LastDeactivatedAt { get; private set; }

    /// <summary>Until then it rests although it is on, and starts again by itself.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>Who switched it last, and why.</summary>
    public string? SwitchedBy { get; private set; }
    public string? Reason { get; private set; }
    public string? SettingsText { get; private set; }

    /// <summary>It replays a file it was given, not the sample.</summary>
    public bool HasOwnFile { get; internal set; }

    /// <summary>The start of the last candle taken for each pair, as JSON: where to go on from.</summary>
    public string? Places { get; private set; }
    public DateTimeOffset? LastCandleAt { get; private set; }
    public DateTimeOffset? LastBeatAt { get; private set; }
    public int DraftsProposed { get; private set; }

    public BotSettings Settings
    {
        get => SettingsText is null ? BotSettings.Usual(Type) : JsonSerializer.Deserialize<BotSettings>(SettingsText, StoredEvent.Json)!;
        set => SettingsText = JsonSerializer.Serialize(value, StoredEvent.Json);
    }

    /// <summary>False when nothing changed.</summary>
    internal bool Switch(bool on, string by, string? reason, DateTimeOffset now)
    {
        if (IsActive == on)
            return false;
        (IsActive, SwitchedBy, Reason, PausedUntil) = (on, by, reason, null);
        if (on)
            LastActivatedAt = now;
        else
            LastDeactivatedAt = now;
        return true;
    }

    internal bool IsPaused(DateTimeOffset now) => IsActive && now < PausedUntil;

    /// <summary>Null ends the pause at once.</summary>
    internal void Pause(DateTimeOffset? until, string by, string? reason) => (PausedUntil, SwitchedBy, Reason) = (until, by, reason);

    internal DateTimeOffset? PlaceOf(string pair) => PlacesByPair().TryGetValue(pair, out var at) ? at : null;

    internal void Took(string pair, Candle candle, bool proposed, DateTimeOffset now)
    {
        var places = PlacesByPair();
        places[pair] = candle.Time;
        Places = JsonSerializer.Serialize(places);
        (LastCandleAt, LastBeatAt) = (candle.Time, now);
        if (proposed)
            DraftsProposed++;
    }

    /// <summary>Another feed or interval starts over, since its times differ.</summary>
    internal void ForgetPlaces() => Places = null;

    private Dictionary<string, DateTimeOffset> PlacesByPair() =>
        Places is null ? [] : JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(Places)!;
}

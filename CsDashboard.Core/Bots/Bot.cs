using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Bots;

/// <summary>
/// A bot of a company for one market: whether it should run, its settings, how far it has come. <see cref="BotHost"/> knows what its
/// worker does right now; a bot that was on starts by itself after a restart.
/// </summary>
public sealed class Bot : ITenantOwned
{
    public const int MaxReason = 300,
        MaxName = 40;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public BotType Type { get; init; }

    /// <summary>Empty for the main one of its market.</summary>
    public string Name { get; internal set; } = "";
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

    /// <summary>The start of the last candle on which it proposed a draft, for each pair and interval, as JSON.</summary>
    public string? Proposals { get; private set; }
    public DateTimeOffset? LastCandleAt { get; private set; }
    public DateTimeOffset? LastBeatAt { get; private set; }
    public int DraftsProposed { get; private set; }

    public BotKey Key => new(Type, Name.Length == 0 ? null : Id);

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

    internal DateTimeOffset? PlaceOf(string pair) => Read(Places).TryGetValue(pair, out var at) ? at : null;

    /// <summary>No draft came of this candle or a later one yet.</summary>
    internal bool IsAhead(string pair, Candle candle) => !Read(Proposals).TryGetValue(Line(pair), out var last) || candle.Time > last;

    internal void Took(string pair, Candle candle, bool proposed, DateTimeOffset now)
    {
        Places = With(Places, pair, candle.Time);
        (LastCandleAt, LastBeatAt) = (candle.Time, now);
        if (!proposed)
            return;
        DraftsProposed++;
        Proposals = With(Proposals, Line(pair), candle.Time);
    }

    /// <summary>Another feed or interval starts over, since its times differ.</summary>
    internal void ForgetPlaces() => Places = null;

    private string Line(string pair) => $"{pair} {Settings.Interval}";

    private static Dictionary<string, DateTimeOffset> Read(string? times) =>
        times is null ? [] : JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(times)!;

    private static string With(string? times, string key, DateTimeOffset at)
    {
        var all = Read(times);
        all[key] = at;
        return JsonSerializer.Serialize(all);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Vault;

/// <summary>A candle as charts read it; time is in Unix seconds.</summary>
public sealed record Ohlcv(long Time, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume)
{
    internal static Ohlcv Of(CandleView view) =>
        new(
            view.Candle.Time.ToUnixTimeSeconds(),
            view.Candle.Open,
            view.Candle.High,
            view.Candle.Low,
            view.Candle.Close,
            view.Candle.Volume
        );
}

public sealed record TradingDataAnswer(bool Success, IReadOnlyList<Ohlcv> Data, int Count);

public sealed record StoredAnswer(bool Success, string Message);

public sealed record UnlockedAnswer(bool Success, DateTimeOffset ExpiresAt);

/// <summary>
/// What an import did. Differing are existing candles with other figures, which were kept; the first of them are named. The volume is from
/// volumeColumn and 0 without one. Times that named no zone (zoneAssumed) are UTC.
/// </summary>
public sealed record ImportedAnswer
{
    public required bool Success { get; init; }
    public required int Added { get; init; }
    public required int Repeated { get; init; }
    public required int Rows { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required string Zone { get; init; }
    public required bool ZoneAssumed { get; init; }
    public required string? VolumeColumn { get; init; }
    public required IReadOnlyList<SeriesAnswer> Series { get; init; }
    public required int Differing { get; init; }
    public required IReadOnlyList<FieldError> DifferingLines { get; init; }
}

public sealed record SeriesAnswer(
    [property: JsonPropertyName("bot_type")] string BotType,
    string Pair,
    string Interval,
    int Added,
    int Repeated,
    DateTimeOffset From,
    DateTimeOffset To
);

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Signals;

public sealed record ScoreLineAnswer(string Reason, int Points, IReadOnlyList<decimal> Figures);

/// <summary>A signal as the contract names it, and what the product knows besides.</summary>
public sealed record SignalAnswer
{
    public required long Id { get; init; }

    [JsonPropertyName("signal_id")]
    public required Guid SignalId { get; init; }

    [JsonPropertyName("signal_type")]
    public required string SignalType { get; init; }
    public required string Pair { get; init; }
    public required string Direction { get; init; }

    [JsonPropertyName("entry_price")]
    public required decimal EntryPrice { get; init; }

    [JsonPropertyName("stop_loss")]
    public required decimal StopLoss { get; init; }

    [JsonPropertyName("take_profit")]
    public required decimal TakeProfit { get; init; }
    public required IReadOnlyList<decimal> Targets { get; init; }

    [JsonPropertyName("risk_reward")]
    public required decimal RiskReward { get; init; }

    [JsonPropertyName("confidence_score")]
    public required int ConfidenceScore { get; init; }

    [JsonPropertyName("is_recommended")]
    public required bool IsRecommended { get; init; }

    [JsonPropertyName("score_lines")]
    public required IReadOnlyList<ScoreLineAnswer> ScoreLines { get; init; }
    public required IReadOnlyDictionary<string, decimal> Indicators { get; init; }
    public required string? Note { get; init; }

    [JsonPropertyName("created_by")]
    public required string CreatedBy { get; init; }

    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("is_active")]
    public required bool IsActive { get; init; }
    public required SignalState State { get; init; }
    public required int Reached { get; init; }
    public required decimal? Result { get; init; }
    public required int Corrections { get; init; }

    [JsonPropertyName("updated_at")]
    public required DateTimeOffset UpdatedAt { get; init; }

    internal static SignalAnswer Of(SignalRow s) =>
        new()
        {
            Id = s.Number,
            SignalId = s.Id,
            SignalType = s.Type.ToString().ToLowerInvariant(),
            Pair = s.Pair,
            Direction = s.Direction.ToString().ToUpperInvariant(),
            EntryPrice = s.Entry,
            StopLoss = s.Stop,
            TakeProfit = s.Targets[0],
            Targets = s.Targets,
            RiskReward = s.RiskReward,
            ConfidenceScore = s.Score,
            IsRecommended = s.Recommended,
            ScoreLines = [.. s.ScoreLines.Select(l => new ScoreLineAnswer(l.Reason, l.Points, l.Figures))],
            Indicators = s.Indicators,
            Note = s.Note,
            CreatedBy = "admin",
            CreatedAt = s.PublishedAt,
            IsActive = !s.IsOver,
            State = s.State,
            Reached = s.Reached,
            Result = s.Result,
            Corrections = s.Corrections,
            UpdatedAt = s.LastEventAt,
        };
}

public sealed record SignalMade(bool Success, SignalAnswer Signal, string Message);

public sealed record SignalsAnswer(bool Success, IReadOnlyList<SignalAnswer> Signals, int Count);

public sealed record LifeAnswer(
    long Position,
    LifeKind Event,
    DateTimeOffset At,
    string? Note,
    IReadOnlyList<CsDashboard.Signals.Signal.Change> Changes,
    string Hash
);

public sealed record SignalDetailAnswer(bool Success, SignalAnswer Signal, IReadOnlyList<Candle> Candles, IReadOnlyList<LifeAnswer> Life);

public sealed record RecordAnswer(bool Success, TrackRecord Record);

public sealed record VerdictAnswer(bool Success, bool Whole, Verdict Verdict);

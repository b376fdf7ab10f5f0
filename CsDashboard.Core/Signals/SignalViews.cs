using System.Text.Json;

namespace CsDashboard.Signals;

/// <summary>A signal in a list: the face of its card.</summary>
public sealed record SignalRow(
    Guid Id, long Number, SignalType Type, string Pair, Direction Direction, decimal Entry, decimal Stop, IReadOnlyList<decimal> Targets, decimal RiskReward,
    int Score, bool Recommended, IReadOnlyList<ScoreLine> ScoreLines, IReadOnlyDictionary<string, decimal> Indicators, string? Note, DraftSource Source,
    SignalState State, int Reached, decimal? Result, int Corrections, bool HasCandles, DateTimeOffset PublishedAt, DateTimeOffset LastEventAt, DateTimeOffset? OverAt)
{
    public bool IsOver => State is SignalState.Closed or SignalState.Cancelled;

    internal static SignalRow Of(Signal s) => new(
        s.Id, s.Number, s.Type, s.Pair, s.Direction, s.Entry, s.Stop, s.Targets, SignalScore.RatioOf(s.Entry, s.FirstStop, s.Targets[0]), s.Score, s.Recommended, SignalScore.Read(s.ScoreText),
        s.Indicators, s.Note, s.Source, s.State, s.Reached, s.Result, s.Corrections, s.CandleHash is not null, s.PublishedAt, s.LastEventAt, s.OverAt);
}

/// <summary>A signal with its candles and its life, oldest event first.</summary>
public sealed record SignalDetail(SignalRow Signal, IReadOnlyList<Candle> Candles, IReadOnlyList<LifeRow> Life);

/// <summary>An event of a signal's life with its place in the company's chain.</summary>
public sealed record LifeRow(long Position, LifeKind Kind, DateTimeOffset At, string? Note, IReadOnlyList<Signal.Change> Changes, string Hash)
{
    internal static LifeRow Of(SignalLink link)
    {
        using var entry = JsonDocument.Parse(link.Entry);
        var changes = entry.RootElement.GetProperty("changes").EnumerateArray().Select(c => new Signal.Change(c.GetProperty("name").GetString()!, c.GetProperty("from").GetString(), c.GetProperty("to").GetString()));
        return new LifeRow(link.Position, link.Kind, link.At, entry.RootElement.GetProperty("note").GetString(), [.. changes], link.Hash);
    }
}

/// <summary>
/// The figures of all signals ever published, with none left out: open ones apart, since they have no result yet. R is what a
/// signal brought in multiples of what was at risk. The drawdown is the deepest fall of the sum of R from its highest point,
/// in the order in which the signals were closed.
/// </summary>
public sealed record TrackRecord(
    int Published, int Waiting, int Running, int Closed, int Cancelled, int Won, decimal NetR, decimal AverageR, decimal WinRate, decimal WorstDrawdownR,
    int Corrected, int Corrections, DateTimeOffset? First, DateTimeOffset? Last)
{
    public int Open => Waiting + Running;

    internal sealed record Outcome(long Number, SignalState State, decimal? Result, int Corrections, DateTimeOffset PublishedAt, DateTimeOffset? OverAt);

    internal static TrackRecord Of(IReadOnlyList<Outcome> all)
    {
        var closed = all.Where(o => o.State == SignalState.Closed).OrderBy(o => o.OverAt).ThenBy(o => o.Number).Select(o => o.Result!.Value).ToList();
        decimal sum = 0, peak = 0, worst = 0;
        foreach (var result in closed)
        {
            sum += result;
            peak = Math.Max(peak, sum);
            worst = Math.Max(worst, peak - sum);
        }
        var won = closed.Count(r => r > 0);
        return new TrackRecord(
            all.Count, all.Count(o => o.State == SignalState.Waiting), all.Count(o => o.State == SignalState.Running), closed.Count, all.Count(o => o.State == SignalState.Cancelled), won,
            sum, closed.Count == 0 ? 0 : decimal.Round(sum / closed.Count, 4), closed.Count == 0 ? 0 : decimal.Round((decimal)won / closed.Count, 4), worst,
            all.Count(o => o.Corrections > 0), all.Sum(o => o.Corrections), all.Count == 0 ? null : all.Min(o => o.PublishedAt), all.Count == 0 ? null : all.Max(o => o.PublishedAt));
    }
}

/// <summary>
/// Outcome of a check of the whole chain. Fault says what is wrong and where: position, previous, hash (of the link itself),
/// columns (of its row), end (links are missing), signal (the visible row differs from its last link), candles.
/// </summary>
public sealed record Verdict(long Links, string LastHash, string? Fault, long? Position, long? Signal, DateTimeOffset At)
{
    public bool IsWhole => Fault is null;
}

/// <summary>A draft as admins see it.</summary>
public sealed record DraftView(
    Guid Id, DraftSource Source, string? Type, string? Pair, string? Direction, decimal? EntryPrice, decimal? StopLoss, decimal? TakeProfit, IReadOnlyList<decimal> MoreTargets,
    IReadOnlyDictionary<string, decimal?> Indicators, string? Note, string? Original, IReadOnlyList<Candle> Candles, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Whether the alert says that a position ends, and so is for closing a signal rather than publishing one.</summary>
    public bool IsExit { get; } = Source == DraftSource.Alert && Original is not null && AlertReader.IsExit(Original);

    /// <summary>When the same words came before, for an alert that says again what one has said.</summary>
    public DateTimeOffset? SaidBefore { get; init; }

    /// <summary>As an input again, to go on with.</summary>
    public NewSignal Signal => new()
    {
        Type = Type, Pair = Pair, Direction = Direction, EntryPrice = EntryPrice, StopLoss = StopLoss, TakeProfit = TakeProfit, MoreTargets = MoreTargets, Indicators = Indicators, Note = Note, Candles = Candles,
    };
}

/// <summary>To how many customers a publication goes: at once, after their tier's delay, not at all. Those with an account count.</summary>
public sealed record SignalReach(int Now, int Later, int Never);

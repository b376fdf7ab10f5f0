using System.Text.Json;

namespace CsDashboard.Signals;

/// <summary>A signal in a list: the face of its card.</summary>
public sealed record SignalRow
{
    public required Guid Id { get; init; }
    public required long Number { get; init; }
    public required SignalType Type { get; init; }
    public required string Pair { get; init; }
    public required Direction Direction { get; init; }
    public required decimal Entry { get; init; }
    public required decimal Stop { get; init; }

    /// <summary>The stop that measures the risk, wherever the stop was moved later.</summary>
    public required decimal FirstStop { get; init; }
    public required IReadOnlyList<decimal> Targets { get; init; }
    public required decimal RiskReward { get; init; }
    public required int Score { get; init; }
    public required bool Recommended { get; init; }
    public required IReadOnlyList<ScoreLine> ScoreLines { get; init; }
    public required IReadOnlyDictionary<string, decimal> Indicators { get; init; }
    public required string? Note { get; init; }
    public required DraftSource Source { get; init; }
    internal Guid? BotId { get; init; }
    public required SignalState State { get; init; }
    public required int Reached { get; init; }
    public required decimal? Result { get; init; }
    public required int Corrections { get; init; }
    public required bool HasCandles { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset LastEventAt { get; init; }
    public required DateTimeOffset? OverAt { get; init; }

    public bool IsOver => State is SignalState.Closed or SignalState.Cancelled;

    internal static SignalRow Of(Signal s) =>
        new()
        {
            Id = s.Id,
            Number = s.Number,
            Type = s.Type,
            Pair = s.Pair,
            Direction = s.Direction,
            Entry = s.Entry,
            Stop = s.Stop,
            FirstStop = s.FirstStop,
            Targets = s.Targets,
            RiskReward = SignalScore.RatioOf(s.Entry, s.FirstStop, s.Targets[0]),
            Score = s.Score,
            Recommended = s.Recommended,
            ScoreLines = SignalScore.Read(s.ScoreText),
            Indicators = s.Indicators,
            Note = s.Note,
            Source = s.Source,
            BotId = s.BotId,
            State = s.State,
            Reached = s.Reached,
            Result = s.Result,
            Corrections = s.Corrections,
            HasCandles = s.CandleHash is not null,
            PublishedAt = s.PublishedAt,
            LastEventAt = s.LastEventAt,
            OverAt = s.OverAt,
        };
}

/// <summary>A signal with its candles and its life, oldest event first.</summary>
public sealed record SignalDetail(SignalRow Signal, IReadOnlyList<Candle> Candles, IReadOnlyList<LifeRow> Life);

/// <summary>An event of a signal's life with its place in the company's chain.</summary>
public sealed record LifeRow(
    long Position,
    LifeKind Kind,
    DateTimeOffset At,
    string? Note,
    IReadOnlyList<Signal.Change> Changes,
    string Hash
)
{
    internal static LifeRow Of(SignalLink link)
    {
        using var entry = JsonDocument.Parse(link.Entry);
        var changes = entry
            .RootElement.GetProperty("changes")
            .EnumerateArray()
            .Select(c => new Signal.Change(
                c.GetProperty("name").GetString()!,
                c.GetProperty("from").GetString(),
                c.GetProperty("to").GetString()
            ));
        return new LifeRow(link.Position, link.Kind, link.At, entry.RootElement.GetProperty("note").GetString(), [.. changes], link.Hash);
    }
}

/// <summary>What anybody sees: figures over everything, and a page of what is over.</summary>
public sealed record PublicRecord(string Company, TrackRecord Figures, Page<SignalRow> Over, Verdict Verdict);

/// <summary>What was closed had brought so many R in all by the end of a day.</summary>
public sealed record RecordPoint(DateOnly Day, decimal Sum);

/// <summary>What became of the published drafts of one market's bots: how many, still open, closed, won, and R in all.</summary>
public sealed record BotResult(SignalType Type, Guid? Bot, int Published, int Open, int Closed, int Won, decimal NetR);

/// <summary>What was closed in a month, and what it brought.</summary>
public sealed record RecordMonth(int Year, int Month, int Closed, int Won, decimal NetR);

/// <summary>
/// The figures of all signals ever published, with none left out; open ones are counted apart, since they have no result yet. R is what a
/// signal brought in multiples of what was at risk. The drawdown is the deepest fall of the sum of R from its highest point,
/// in the order in which the signals were closed.
/// </summary>
public sealed record TrackRecord
{
    public required int Published { get; init; }
    public required int Waiting { get; init; }
    public required int Running { get; init; }
    public required int Closed { get; init; }
    public required int Cancelled { get; init; }
    public required int Won { get; init; }
    public required decimal NetR { get; init; }
    public required decimal AverageR { get; init; }
    public required decimal WinRate { get; init; }
    public required decimal WorstDrawdownR { get; init; }
    public required int Corrected { get; init; }
    public required int Corrections { get; init; }
    public required DateTimeOffset? First { get; init; }
    public required DateTimeOffset? Last { get; init; }

    /// <summary>The sum of R after each day (UTC) on which one was closed, oldest first.</summary>
    public required IReadOnlyList<RecordPoint> Curve { get; init; }

    /// <summary>Months (UTC) in which one was closed, latest first.</summary>
    public required IReadOnlyList<RecordMonth> Months { get; init; }

    public int Open => Waiting + Running;

    internal sealed record Outcome(
        long Number,
        SignalState State,
        decimal? Result,
        int Corrections,
        DateTimeOffset PublishedAt,
        DateTimeOffset? OverAt
    );

    internal static TrackRecord Of(IReadOnlyList<Outcome> all)
    {
        var closed = all.Where(o => o.State == SignalState.Closed)
            .OrderBy(o => o.OverAt)
            .ThenBy(o => o.Number)
            .Select(o => (Day: DateOnly.FromDateTime(o.OverAt!.Value.UtcDateTime), Result: o.Result!.Value))
            .ToList();
        decimal sum = 0,
            peak = 0,
            worst = 0;
        var curve = new List<RecordPoint>();
        foreach (var (day, result) in closed)
        {
            sum += result;
            peak = Math.Max(peak, sum);
            worst = Math.Max(worst, peak - sum);
            if (curve.Count > 0 && curve[^1].Day == day)
                curve[^1] = new RecordPoint(day, sum);
            else
                curve.Add(new RecordPoint(day, sum));
        }
        var won = closed.Count(c => c.Result > 0);
        return new TrackRecord
        {
            Published = all.Count,
            Waiting = all.Count(o => o.State == SignalState.Waiting),
            Running = all.Count(o => o.State == SignalState.Running),
            Closed = closed.Count,
            Cancelled = all.Count(o => o.State == SignalState.Cancelled),
            Won = won,
            NetR = sum,
            AverageR = closed.Count == 0 ? 0 : decimal.Round(sum / closed.Count, 4),
            WinRate = closed.Count == 0 ? 0 : decimal.Round((decimal)won / closed.Count, 4),
            WorstDrawdownR = worst,
            Corrected = all.Count(o => o.Corrections > 0),
            Corrections = all.Sum(o => o.Corrections),
            First = all.Count == 0 ? null : all.Min(o => o.PublishedAt),
            Last = all.Count == 0 ? null : all.Max(o => o.PublishedAt),
            Curve = curve,
            Months =
            [
                .. closed
                    .GroupBy(c => (c.Day.Year, c.Day.Month))
                    .OrderByDescending(g => g.Key)
                    .Select(g => new RecordMonth(g.Key.Year, g.Key.Month, g.Count(), g.Count(c => c.Result > 0), g.Sum(c => c.Result))),
            ],
        };
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
public sealed record DraftView
{
    public required Guid Id { get; init; }
    public required DraftSource Source { get; init; }
    public required string? Type { get; init; }
    public required string? Pair { get; init; }
    public required string? Direction { get; init; }
    public required decimal? EntryPrice { get; init; }
    public required decimal? StopLoss { get; init; }
    public required decimal? TakeProfit { get; init; }
    public required IReadOnlyList<decimal> MoreTargets { get; init; }
    public required IReadOnlyDictionary<string, decimal?> Indicators { get; init; }
    public required string? Note { get; init; }
    public required string? Original { get; init; }
    public required IReadOnlyList<Candle> Candles { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether the alert says that a position ends, and so is for closing a signal rather than publishing one.</summary>
    public bool IsExit => Source == DraftSource.Alert && Original is not null && AlertReader.IsExit(Original);

    /// <summary>When the same words came before, for an alert that repeats another.</summary>
    public DateTimeOffset? SaidBefore { get; init; }

    /// <summary>As an input again, for further editing.</summary>
    public NewSignal Signal =>
        new()
        {
            Type = Type,
            Pair = Pair,
            Direction = Direction,
            EntryPrice = EntryPrice,
            StopLoss = StopLoss,
            TakeProfit = TakeProfit,
            MoreTargets = MoreTargets,
            Indicators = Indicators,
            Note = Note,
            Candles = Candles,
        };
}

/// <summary>To how many customers a publication goes: at once, after their tier's delay, not at all. Those with an account count.</summary>
public sealed record SignalReach(int Now, int Later, int Never);

using CsDashboard.Foundation;
using CsDashboard.Signals;

namespace CsDashboard.Web.Signals;

/// <summary>A signal as it is typed. Figures are text here, so that a half-written price is nobody's mistake yet; the digits may be Arabic.</summary>
public sealed class SignalForm
{
    public string? Type { get; set; } = "crypto";
    public string? Pair { get; set; }
    public string? Direction { get; set; } = "BUY";
    public string? EntryPrice { get; set; }
    public string? StopLoss { get; set; }
    public string? TakeProfit { get; set; }
    /// <summary>Further targets, apart by spaces.</summary>
    public string? MoreTargets { get; set; }
    public string? Rsi { get; set; }
    public string? Macd { get; set; }
    public string? Volume { get; set; }
    public string? Note { get; set; }

    /// <summary>Figures of a draft that have no box of their own; they stay.</summary>
    private Dictionary<string, decimal?> others = [];
    private IReadOnlyList<Candle> candles = [];
    private readonly string key = Guid.NewGuid().ToString("N");

    public static SignalForm Of(DraftView draft)
    {
        string? Figure(string name) => draft.Indicators.GetValueOrDefault(name) is { } value ? Chains.Text(value) : null;
        string? Price(decimal? price) => price is { } known ? Chains.Text(known) : null;
        return new SignalForm
        {
            Type = draft.Type, Pair = draft.Pair, Direction = draft.Direction, EntryPrice = Price(draft.EntryPrice), StopLoss = Price(draft.StopLoss), TakeProfit = Price(draft.TakeProfit),
            MoreTargets = string.Join(' ', draft.MoreTargets.Select(Chains.Text)), Rsi = Figure("rsi"), Macd = Figure("macd"), Volume = Figure("volume"), Note = draft.Note,
            others = draft.Indicators.Where(i => i.Key is not ("rsi" or "macd" or "volume")).ToDictionary(), candles = draft.Candles,
        };
    }

    /// <summary>What was typed as an input. Invalid for a figure that is none.</summary>
    public NewSignal Read()
    {
        var indicators = new Dictionary<string, decimal?>(others);
        foreach (var (name, field, text) in new[] { ("rsi", nameof(Rsi), Rsi), ("macd", nameof(Macd), Macd), ("volume", nameof(Volume), Volume) })
            if (Numbers.Typed(text, field) is { } value) indicators[name] = value;
        return new NewSignal
        {
            Type = Known(Type), Pair = Pair, Direction = Known(Direction), Note = Note, Indicators = indicators, Candles = candles, Key = key,
            EntryPrice = Numbers.Typed(EntryPrice, nameof(EntryPrice)), StopLoss = Numbers.Typed(StopLoss, nameof(StopLoss)), TakeProfit = Numbers.Typed(TakeProfit, nameof(TakeProfit)),
            MoreTargets = [.. (MoreTargets ?? "").Split([' ', '،', ';'], StringSplitOptions.RemoveEmptyEntries).Select(t => Numbers.Typed(t, nameof(MoreTargets))!.Value)],
        };
    }

    /// <summary>The same to publish: what a draft left open must be chosen, and has no default here. Invalid for what is missing.</summary>
    public NewSignal ReadWhole()
    {
        foreach (var (field, text) in new[] { (nameof(Type), Type), (nameof(Pair), Pair), (nameof(Direction), Direction) })
            if (string.IsNullOrWhiteSpace(text)) throw Refusal.Invalid(field, Words.Of("Text_Required"));
        return Read();
    }

    /// <summary>What the card and its score would be; null while something is missing or wrong.</summary>
    public (SignalTerms Terms, SignalScore Score)? Preview()
    {
        try
        {
            var terms = SignalTerms.Of(ReadWhole());
            return (terms, SignalScore.Of(terms));
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Invalid) { return null; }
    }

    private static string? Known(string? word) => string.IsNullOrEmpty(word) ? null : word;
}

/// <summary>What happened to a signal, as it is typed.</summary>
public sealed class StepForm
{
    public string? Price { get; set; }
    public string? EntryPrice { get; set; }
    public string? StopLoss { get; set; }
    public string? Targets { get; set; }
    public string? Note { get; set; }

    public SignalStep Read(LifeKind kind, int? target) => new()
    {
        Event = Word.Of(kind), Target = target, Note = Note,
        Price = kind == LifeKind.Closed ? Numbers.Typed(Price, nameof(Price)) : null,
        EntryPrice = kind == LifeKind.Corrected ? Numbers.Typed(EntryPrice, nameof(EntryPrice)) : null,
        StopLoss = kind is LifeKind.Moved or LifeKind.Corrected ? Numbers.Typed(StopLoss, nameof(StopLoss)) : null,
        Targets = kind is LifeKind.Moved or LifeKind.Corrected && !string.IsNullOrWhiteSpace(Targets)
            ? [.. Targets.Split([' ', '،', ';'], StringSplitOptions.RemoveEmptyEntries).Select(t => Numbers.Typed(t, nameof(Targets))!.Value)] : null,
    };
}

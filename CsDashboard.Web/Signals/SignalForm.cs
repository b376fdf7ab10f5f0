using CsDashboard.Foundation;
using CsDashboard.Signals;

namespace CsDashboard.Web.Signals;

/// <summary>A signal as it is typed. Figures are text here, so that a half-typed price is not an error yet; digits may be Arabic.</summary>
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

    /// <summary>Figures of a draft without a field of their own; they are kept.</summary>
    private Dictionary<string, decimal?> others = [];
    private IReadOnlyList<Candle> candles = [];
    private readonly string key = Guid.NewGuid().ToString("N");

    public static SignalForm Of(DraftView draft)
    {
        string? Figure(string name) => draft.Indicators.GetValueOrDefault(name) is { } value ? HashChain.Text(value) : null;
        string? Price(decimal? price) => price is { } known ? HashChain.Text(known) : null;
        return new SignalForm
        {
            Type = draft.Type,
            Pair = draft.Pair,
            Direction = draft.Direction,
            EntryPrice = Price(draft.EntryPrice),
            StopLoss = Price(draft.StopLoss),
            TakeProfit = Price(draft.TakeProfit),
            MoreTargets = string.Join(' ', draft.MoreTargets.Select(HashChain.Text)),
            Rsi = Figure("rsi"),
            Macd = Figure("macd"),
            Volume = Figure("volume"),
            Note = draft.Note,
            others = draft.Indicators.Where(i => i.Key is not ("rsi" or "macd" or "volume")).ToDictionary(),
            candles = draft.Candles,
        };
    }

    /// <summary>What was typed, as an input. Invalid for a malformed figure.</summary>
    public NewSignal Read()
    {
        var indicators = new Dictionary<string, decimal?>(others);
        foreach (
            var (name, field, text) in new[] { ("rsi", nameof(Rsi), Rsi), ("macd", nameof(Macd), Macd), ("volume", nameof(Volume), Volume) }
        )
            if (Numbers.Typed(text, field) is { } value)
                indicators[name] = value;
        return new NewSignal
        {
            Type = Known(Type),
            Pair = Pair,
            Direction = Known(Direction),
            Note = Note,
            Indicators = indicators,
            Candles = candles,
            Key = key,
            EntryPrice = Numbers.Typed(EntryPrice, nameof(EntryPrice)),
            StopLoss = Numbers.Typed(StopLoss, nameof(StopLoss)),
            TakeProfit = Numbers.Typed(TakeProfit, nameof(TakeProfit)),
            MoreTargets =
            [
                .. (MoreTargets ?? "")
                    .Split([' ', '،', ';'], StringSplitOptions.RemoveEmptyEntries)
                    .Select(t => Numbers.Typed(t, nameof(MoreTargets))!.Value),
            ],
        };
    }

    /// <summary>The same for publishing: what a draft left open must be chosen and has no default. Invalid for anything missing.</summary>
    public NewSignal ReadWhole()
    {
        foreach (var (field, text) in new[] { (nameof(Type), Type), (nameof(Pair), Pair), (nameof(Direction), Direction) })
            if (string.IsNullOrWhiteSpace(text))
                throw Refusal.Invalid(field, Words.Of("Text_Required"));
        return Read();
    }

    /// <summary>A preview of card and score; null while something is missing or wrong.</summary>
    public (SignalTerms Terms, SignalScore Score)? Preview()
    {
        try
        {
            var terms = SignalTerms.Of(ReadWhole());
            return (terms, SignalScore.Of(terms));
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Invalid)
        {
            return null;
        }
    }

    private static string? Known(string? word) => string.IsNullOrEmpty(word) ? null : word;
}

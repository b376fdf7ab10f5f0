using System.Text.RegularExpressions;

namespace CsDashboard.Signals;

/// <summary>What a signal says, checked: prices on their right sides, the pair in its one form.</summary>
public sealed partial record SignalTerms(
    SignalType Type,
    string Pair,
    Direction Direction,
    decimal Entry,
    decimal Stop,
    IReadOnlyList<decimal> Targets,
    IReadOnlyDictionary<string, decimal> Indicators
)
{
    public const int MaxTargets = 3;
    public const int MaxIndicators = 20;
    private const int MaxIndicatorName = 40;

    /// <summary>1 for BUY, -1 for SELL: prices times this grow towards the target.</summary>
    public int Side => SideOf(Direction);

    public static int SideOf(Direction direction) => direction == Direction.Buy ? 1 : -1;

    /// <summary>
    /// Checks the input and names every bad field: a missing or malformed price, an entry equal to the stop (the original divided by zero),
    /// a stop or target on the wrong side for the direction (contract: enhanced, Signal confidence), a pair of other letters than A-Z and
    /// 0-9, too many indicators.
    /// </summary>
    public static SignalTerms Of(NewSignal input)
    {
        var faults = new List<FieldError>();
        try
        {
            input.Checked();
        }
        catch (Refusal refusal)
        {
            faults.AddRange(refusal.Fields);
        }
        bool Sound(string field) => faults.TrueForAll(f => f.Field != field);
        void Wrong(string field, string why)
        {
            if (Sound(field))
                faults.Add(new FieldError(field, why));
        }

        var pair = PairOf(string.IsNullOrWhiteSpace(input.Pair) ? "BTC/USD" : input.Pair);
        if (pair is null)
            Wrong("pair", Words.Of("Signal_Pair"));
        if (input.EntryPrice is null)
            Wrong("entryPrice", Words.Of("Price_Positive"));
        if (input.StopLoss is null)
            Wrong("stopLoss", Words.Of("Price_Positive"));
        if (input.TakeProfit is null)
            Wrong("takeProfit", Words.Of("Price_Positive"));
        if (input.MoreTargets?.Count > MaxTargets - 1)
            Wrong("moreTargets", Words.Of("Signal_Targets", MaxTargets));
        var indicators = IndicatorsOf(input.Indicators, Wrong);

        var side = string.Equals(input.Direction, "SELL", StringComparison.OrdinalIgnoreCase) ? -1 : 1;
        if (faults.Count == 0 || (Sound("entryPrice") && Sound("stopLoss") && Sound("takeProfit") && Sound("direction")))
        {
            var (entry, stop, target) = (input.EntryPrice!.Value, input.StopLoss!.Value, input.TakeProfit!.Value);
            if (entry == stop)
                Wrong("stopLoss", Words.Of("Signal_StopIsEntry"));
            else if (stop * side > entry * side)
                Wrong("stopLoss", Words.Of(side > 0 ? "Signal_StopBelow" : "Signal_StopAbove"));
            if (target * side <= entry * side)
                Wrong("takeProfit", Words.Of(side > 0 ? "Signal_TargetAbove" : "Signal_TargetBelow"));
            var before = target;
            foreach (var more in input.MoreTargets ?? [])
            {
                if (more * side <= before * side)
                    Wrong("moreTargets", Words.Of("Signal_TargetOrder"));
                before = more;
            }
        }
        if (faults.Count > 0)
            throw Refusal.Invalid(faults);
        return new SignalTerms(
            string.Equals(input.Type, "forex", StringComparison.OrdinalIgnoreCase) ? SignalType.Forex : SignalType.Crypto,
            pair!,
            side > 0 ? Direction.Buy : Direction.Sell,
            input.EntryPrice!.Value,
            input.StopLoss!.Value,
            [input.TakeProfit!.Value, .. input.MoreTargets ?? []],
            indicators
        );
    }

    /// <summary>"btc/usd" as BTC/USD; null for anything that isn't a pair.</summary>
    public static string? PairOf(string text)
    {
        var pair = text.Trim().ToUpperInvariant();
        return Pairs().IsMatch(pair) ? pair : null;
    }

    private static SortedDictionary<string, decimal> IndicatorsOf(
        IReadOnlyDictionary<string, decimal?>? given,
        Action<string, string> wrong
    )
    {
        var kept = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        if (given is null)
            return kept;
        if (given.Count > MaxIndicators)
            wrong("indicators", Words.Of("Signal_Indicators", MaxIndicators));
        else
            foreach (var (name, value) in given)
            {
                if (name.Length > MaxIndicatorName || !IndicatorNames().IsMatch(name))
                    wrong("indicators", Words.Of("Signal_IndicatorName"));
                else if (
                    value is { } figure
                    && (Math.Abs(figure) > PriceAttribute.Max * 1_000 || decimal.Round(figure, PriceAttribute.Decimals) != figure)
                )
                    wrong("indicators", Words.Of("Price_Digits", PriceAttribute.Decimals));
                else if (value is { } fine)
                    kept[name.ToLowerInvariant()] = fine;
            }
        return kept;
    }

    [GeneratedRegex(@"\A[A-Z0-9]{2,12}/[A-Z0-9]{2,12}\z")]
    private static partial Regex Pairs();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_.]*\z")]
    private static partial Regex IndicatorNames();
}

using System.Globalization;

namespace CsDashboard.Signals;

/// <summary>
/// How much confidence a signal earns, and why (contract: enhanced, Signal confidence): it starts at 50; a reward of more than
/// twice the risk adds 20, of more than one and a half times 10; an RSI below 40 with a MACD above zero adds 15 to a BUY, an
/// RSI above 60 with a MACD below zero to a SELL. 100 is the most. Recommended is what has more than 75.
/// </summary>
public sealed record SignalScore(int Total, decimal RiskReward, IReadOnlyList<ScoreLine> Lines)
{
    public const int RecommendedAbove = 75;

    public bool Recommended => Total > RecommendedAbove;

    public static SignalScore Of(SignalTerms terms)
    {
        var (risk, reward) = (Math.Abs(terms.Entry - terms.Stop), Math.Abs(terms.Targets[0] - terms.Entry));
        var ratio = RatioOf(terms.Entry, terms.Stop, terms.Targets[0]);
        // Compared without dividing: exactly 2.0 earns 10, whatever the division would round to.
        var rewarded =
            reward > 2 * risk ? new ScoreLine("reward_high", 20, [ratio])
            : 2 * reward > 3 * risk ? new ScoreLine("reward_good", 10, [ratio])
            : new ScoreLine("reward_low", 0, [ratio]);
        var lines = new[] { new ScoreLine("start", 50, []), rewarded, Indicated(terms) };
        return new SignalScore(Math.Min(100, lines.Sum(l => l.Points)), ratio, lines);
    }

    /// <summary>Reward over risk, to two decimals.</summary>
    public static decimal RatioOf(decimal entry, decimal stop, decimal target) =>
        decimal.Round(Math.Abs(target - entry) / Math.Abs(entry - stop), 2);

    private static ScoreLine Indicated(SignalTerms terms)
    {
        if (
            terms.Indicators.GetValueOrDefault("rsi") is var rsi
            && terms.Indicators.GetValueOrDefault("macd") is var macd
            && (rsi == 0 || macd == 0)
        )
            return new ScoreLine("indicators_none", 0, []);
        var agree = terms.Direction == Direction.Buy ? rsi < 40 && macd > 0 : rsi > 60 && macd < 0;
        return new ScoreLine(agree ? "indicators_agree" : "indicators_differ", agree ? 15 : 0, [rsi, macd]);
    }

    /// <summary>As stored: "start:50;reward_good:10:2;indicators_agree:15:35:0.5".</summary>
    internal static string Text(IReadOnlyList<ScoreLine> lines) =>
        string.Join(
            ';',
            lines.Select(l =>
                string.Join(
                    ':',
                    l.Figures.Select(HashChain.Text).Prepend(l.Points.ToString(CultureInfo.InvariantCulture)).Prepend(l.Reason)
                )
            )
        );

    internal static IReadOnlyList<ScoreLine> Read(string text) =>
        [
            .. text.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(':'))
                .Select(p => new ScoreLine(p[0], int.Parse(p[1], CultureInfo.InvariantCulture), [.. p.Skip(2).Select(Numbers.Stored)])),
        ];
}

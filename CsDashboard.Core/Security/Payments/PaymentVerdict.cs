namespace CsDashboard.Security.Payments;

/// <summary>
/// How a payment was judged. Safe is below 0.7, and nothing that blocks or wants a look (contract: market, Payment risk). Shadow holds the
/// labels of rules that would have matched.
/// </summary>
public sealed record PaymentVerdict(decimal Score, IReadOnlyList<string> Factors, IReadOnlyList<string> Shadow, bool IsSafe)
{
    public const decimal Gate = 0.7m;

    /// <summary>Nothing was asked.</summary>
    public static readonly PaymentVerdict Unasked = new(0, [], [], true);

    /// <summary>The rules failed, so nobody says that it is safe.</summary>
    public static readonly PaymentVerdict Failed = new(1, ["Analysis error"], [], false);

    /// <summary>The one function, for what is paid now and for what was.</summary>
    public static PaymentVerdict Of(PaymentFacts facts, IEnumerable<PaymentRule> rules)
    {
        var (score, held, factors, shadow) = (0m, false, new List<string>(), new List<string>());
        foreach (var rule in rules.Where(r => !r.IsOff && r.Matches(facts)))
        {
            if (rule.IsShadow)
            {
                shadow.Add(rule.Label);
                continue;
            }
            if (rule.Effect == PaymentEffect.Allow)
                return new(0, [], shadow, true);
            factors.Add(rule.Label);
            if (rule.Effect == PaymentEffect.Weigh)
                score += rule.Weight;
            else
                held = true;
        }
        return new(score, factors, shadow, score < Gate && !held);
    }
}

using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Trading;

/// <summary>
/// How much risk suits a customer, by this formula (contract: enhanced, Risk): 0.6 × tolerance (Very Low 0, Low 25, Medium 50, High 75,
/// Very High 100) + 0.4 × experience (Beginner 0, Intermediate 33, Advanced 67, Expert 100); below 34 Conservative, below
/// 67 Balanced, else Aggressive. Flagged when tolerance is High or more with Beginner experience.
/// </summary>
public sealed record RiskAssessment(decimal Score, string Level, string Strategy, bool IsFlagged, IReadOnlyList<RiskLine> Lines)
{
    // Level and strategy are the pairs of the original's sample data: the level reads as sensitivity to risk.
    private static readonly Dictionary<RiskTolerance, (int Value, string Sensitivity)> OfTolerance = new()
    {
        [RiskTolerance.VeryLow] = (0, "very_high"),
        [RiskTolerance.Low] = (25, "high"),
        [RiskTolerance.Medium] = (50, "medium"),
        [RiskTolerance.High] = (75, "low"),
        [RiskTolerance.VeryHigh] = (100, "low"),
    };

    private static readonly Dictionary<TradingExperience, int> OfExperience = new()
    {
        [TradingExperience.Beginner] = 0,
        [TradingExperience.Intermediate] = 33,
        [TradingExperience.Advanced] = 67,
        [TradingExperience.Expert] = 100,
    };

    /// <summary>very_high, high, medium or low: how sensitive to risk somebody of this tolerance is (contract: enhanced, Risk).</summary>
    public string Sensitivity { get; private init; } = "";

    public static RiskAssessment Of(RiskTolerance tolerance, TradingExperience experience)
    {
        IReadOnlyList<RiskLine> lines =
        [
            new("tolerance", Word.Of(tolerance), OfTolerance[tolerance].Value, 0.6m),
            new("experience", Word.Of(experience), OfExperience[experience], 0.4m),
        ];
        var score = lines.Sum(l => l.Points);
        var level =
            score < 34 ? "Conservative"
            : score < 67 ? "Balanced"
            : "Aggressive";
        return new RiskAssessment(
            score,
            level,
            level.ToLowerInvariant(),
            tolerance is RiskTolerance.High or RiskTolerance.VeryHigh && experience == TradingExperience.Beginner,
            lines
        )
        {
            Sensitivity = OfTolerance[tolerance].Sensitivity,
        };
    }
}

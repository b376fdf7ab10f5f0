using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Trading;

/// <summary>The limits of a plan. The defaults make the plan Balanced (contract: enhanced, Risk plan).</summary>
public sealed record RiskLimits
{
    public static readonly string[] Names = ["Conservative", "Balanced", "Aggressive", "Custom"];

    public static readonly IReadOnlyList<RiskRange> Ranges =
    [
        new("maxRiskPerTrade", 0.1m, 5, 0.1m, "%"),
        new("maxDailyLoss", 1, 10, 0.5m, "%"),
        new("maxWeeklyLoss", 5, 20, 0.5m, "%"),
        new("maxMonthlyLoss", 10, 30, 1, "%"),
        new("maxPositionSize", 1, 20, 0.5m, "%"),
        new("maxOpenTrades", 1, 10, 1, ""),
        new("defaultStopLoss", 0.5m, 10, 0.5m, "%"),
        new("defaultRiskReward", 1, 5, 0.1m, ""),
        new("correlationThreshold", 0.5m, 0.9m, 0.05m, ""),
        new("monthlyProfitTarget", 5, 50, 1, "%"),
    ];

    public string PlanName { get; set; } = "Balanced";
    public decimal MaxRiskPerTrade { get; set; } = 1;
    public decimal MaxDailyLoss { get; set; } = 3;
    public decimal MaxWeeklyLoss { get; set; } = 10;
    public decimal MaxMonthlyLoss { get; set; } = 20;
    public decimal MaxPositionSize { get; set; } = 5;
    public decimal MaxOpenTrades { get; set; } = 3;
    public decimal DefaultStopLoss { get; set; } = 2;
    public decimal DefaultRiskReward { get; set; } = 2;
    public decimal CorrelationThreshold { get; set; } = 0.7m;
    public decimal MonthlyProfitTarget { get; set; } = 20;

    /// <summary>A limit by its name in the contract.</summary>
    public decimal this[string name]
    {
        get =>
            name switch
            {
                "maxRiskPerTrade" => MaxRiskPerTrade,
                "maxDailyLoss" => MaxDailyLoss,
                "maxWeeklyLoss" => MaxWeeklyLoss,
                "maxMonthlyLoss" => MaxMonthlyLoss,
                "maxPositionSize" => MaxPositionSize,
                "maxOpenTrades" => MaxOpenTrades,
                "defaultStopLoss" => DefaultStopLoss,
                "defaultRiskReward" => DefaultRiskReward,
                "correlationThreshold" => CorrelationThreshold,
                "monthlyProfitTarget" => MonthlyProfitTarget,
                _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
            };
        set
        {
            switch (name)
            {
                case "maxRiskPerTrade":
                    MaxRiskPerTrade = value;
                    break;
                case "maxDailyLoss":
                    MaxDailyLoss = value;
                    break;
                case "maxWeeklyLoss":
                    MaxWeeklyLoss = value;
                    break;
                case "maxMonthlyLoss":
                    MaxMonthlyLoss = value;
                    break;
                case "maxPositionSize":
                    MaxPositionSize = value;
                    break;
                case "maxOpenTrades":
                    MaxOpenTrades = value;
                    break;
                case "defaultStopLoss":
                    DefaultStopLoss = value;
                    break;
                case "defaultRiskReward":
                    DefaultRiskReward = value;
                    break;
                case "correlationThreshold":
                    CorrelationThreshold = value;
                    break;
                case "monthlyProfitTarget":
                    MonthlyProfitTarget = value;
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(name), name, null);
            }
        }
    }

    /// <summary>
    /// A plan to begin with. Only Balanced is given by the rules; the other two lie on either side of it, within the ranges.
    /// </summary>
    public static RiskLimits Of(string planName) =>
        planName switch
        {
            "Conservative" => new()
            {
                PlanName = planName,
                MaxRiskPerTrade = 0.5m,
                MaxDailyLoss = 2,
                MaxWeeklyLoss = 6,
                MaxMonthlyLoss = 12,
                MaxPositionSize = 3,
                MaxOpenTrades = 2,
                DefaultStopLoss = 1.5m,
                DefaultRiskReward = 2.5m,
                CorrelationThreshold = 0.6m,
                MonthlyProfitTarget = 10,
            },
            "Aggressive" => new()
            {
                PlanName = planName,
                MaxRiskPerTrade = 2,
                MaxDailyLoss = 6,
                MaxWeeklyLoss = 15,
                MaxMonthlyLoss = 30,
                MaxPositionSize = 10,
                MaxOpenTrades = 6,
                DefaultStopLoss = 3,
                DefaultRiskReward = 2,
                CorrelationThreshold = 0.8m,
                MonthlyProfitTarget = 35,
            },
            _ => new() { PlanName = planName },
        };

    /// <summary>Refuses a name or a value beyond its range, every bad one named; whole trades only.</summary>
    public RiskLimits CheckedLimits()
    {
        var faults = Ranges
            .Where(r =>
                this[r.Name] < r.Least
                || this[r.Name] > r.Most
                || (r.Name == "maxOpenTrades" && this[r.Name] != decimal.Truncate(this[r.Name]))
            )
            .Select(r => new FieldError(r.Name, Words.Of("Range_Beyond", r.Least, r.Most)))
            .ToList();
        if (!Names.Contains(PlanName))
            faults.Add(new FieldError("planName", Words.Of("Word_Unknown", string.Join(", ", Names))));
        return faults.Count == 0 ? this : throw Refusal.Invalid(faults);
    }
}

namespace CsDashboard.Security;

/// <summary>
/// How much is wrong with an account (contract: membership, Security): medium from one unresolved high alert or three reports, high from
/// one critical alert. A score below 0.3 is low, below 0.7 medium (contract C18).
/// </summary>
public static class Risk
{
    public const string Low = "low",
        Medium = "medium",
        High = "high";

    public static decimal Score(int critical, int high, int reports) =>
        critical > 0 ? 0.9m
        : high > 0 || reports >= 3 ? 0.5m
        : Math.Min(reports, 2) * 0.1m;

    public static string Of(decimal score) =>
        score < 0.3m ? Low
        : score < 0.7m ? Medium
        : High;
}

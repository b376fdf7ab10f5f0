namespace CsDashboard.Security.Telling;

/// <summary>
/// Score is what the last event left (contract: market, User risk), Now what is left of it since; Level is of the score.
/// Reasons are
/// the kinds that were told, the most frequent first.
/// </summary>
public sealed record UserRisk(decimal Score, decimal Now, string Level, IReadOnlyList<(string Kind, int Count)> Reasons);

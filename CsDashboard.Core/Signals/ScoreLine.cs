using System.Globalization;

namespace CsDashboard.Signals;

/// <summary>One step of a score: a word for the reason, the points, and the figures behind it.</summary>
public sealed record ScoreLine(string Reason, int Points, IReadOnlyList<decimal> Figures);

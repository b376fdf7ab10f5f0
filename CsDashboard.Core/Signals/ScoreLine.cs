using System.Globalization;

namespace CsDashboard.Signals;

/// <summary>One step by which a score came about: a word for the reason, the points, and the figures it rests on.</summary>
public sealed record ScoreLine(string Reason, int Points, IReadOnlyList<decimal> Figures);

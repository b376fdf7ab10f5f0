using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics;

/// <summary>All figures of a company for a period, as they were at a moment.</summary>
public sealed record FigureBoard(DateTimeOffset At, FigurePeriod Period, IReadOnlyList<FigureGroup> Groups);

using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics;

public sealed record FigureGroup(string Name, IReadOnlyList<Figure> Figures);

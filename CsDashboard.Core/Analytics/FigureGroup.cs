namespace CsDashboard.Analytics;

public sealed record FigureGroup(string Name, IReadOnlyList<Figure> Figures)
{
    /// <summary>The tab that it stands under, as its room says it (<see cref="IFigures.Room"/>).</summary>
    public string Room { get; init; } = "";
}

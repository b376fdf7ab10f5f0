using System.Text.Json.Serialization;

namespace CsDashboard.Analytics;

/// <summary>All figures of a company for a period, as they were at a moment; amounts of money in its currency.</summary>
public sealed record FigureBoard(DateTimeOffset At, FigurePeriod Period, Currency Currency, IReadOnlyList<FigureGroup> Groups)
{
    [JsonIgnore]
    public IEnumerable<Figure> Figures => Groups.SelectMany(group => group.Figures);
}

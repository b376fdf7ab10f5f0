namespace CsDashboard.Analytics;

/// <summary>Where a figure stands on the dashboard besides the tab of its room.</summary>
public enum FigurePlace
{
    Room,

    /// <summary>A number of things that wait for somebody now: shown first, and only while it is not zero.</summary>
    Attention,

    /// <summary>One of the few that say how the company does; it has a series.</summary>
    Trend,
}

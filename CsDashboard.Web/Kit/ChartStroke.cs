namespace CsDashboard.Web.Kit;

/// <summary>How the values of a chart are drawn.</summary>
public enum ChartStroke
{
    Columns,
    Line,

    /// <summary>Dashed: the same some time before, to compare with.</summary>
    Before,
}

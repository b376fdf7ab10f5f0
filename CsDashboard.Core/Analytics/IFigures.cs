using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics;

/// <summary>
/// A room's figures: each room that has some implements this beside its tables and registers it with
/// <c>AddSingleton&lt;IFigures, XxxFigures&gt;()</c>; its groups show in the order of registration. Labels and definitions are
/// texts of the page (FigureTexts), the way to the rows is a line of FigureLinks. Reads must be answered by an index, or by a bounded
/// number of rows; what has a series is read once more for the period before.
/// </summary>
public interface IFigures
{
    /// <summary>The tab of the dashboard that they stand under.</summary>
    string Room { get; }

    Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period);
}

using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics;

/// <summary>
/// A room's figures: each room that has some implements this beside its tables and registers it with
/// <c>AddSingleton&lt;IFigures, XxxFigures&gt;()</c>; its groups show in the order of registration. Labels and definitions are
/// texts of the page. Reads must be answered by an index, or by a bounded number of rows.
/// </summary>
public interface IFigures
{
    Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period);
}

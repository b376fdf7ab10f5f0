using System.Globalization;
using CsDashboard.Analytics;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Analytics;

/// <summary>
/// The texts of the figures: NAME is a label, NAME.is its definition, Group.NAME a heading (FigureTexts.resx, FigureTexts.ar.resx).
/// </summary>
public sealed class FigureTexts
{
    private FigureTexts() { }
}

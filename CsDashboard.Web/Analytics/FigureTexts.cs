using System.Globalization;
using System.Resources;
using CsDashboard.Analytics;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Analytics;

/// <summary>
/// The texts of the figures: NAME is a label, NAME.is its definition, Group.NAME a heading (FigureTexts.resx, FigureTexts.ar.resx).
/// </summary>
public sealed class FigureTexts
{
    private static readonly ResourceManager Source = new(typeof(FigureTexts));

    private FigureTexts() { }

    /// <summary>For code outside components.</summary>
    public static string Of(string key) => Source.Text(key);
}

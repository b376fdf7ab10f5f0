using System.Globalization;
using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Kit;

/// <summary>A colour that may be half clear.</summary>
internal readonly partial record struct Shade(double Red, double Green, double Blue, double Cover)
{
    public static Shade Of(string css)
    {
        var parts = Number().Matches(css).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        return new(parts[0], parts[1], parts[2], parts.Count > 3 ? parts[3] : 1);
    }

    /// <summary>The contrast of WCAG with what lies under it, the uppermost first and the last of them whole.</summary>
    public double On(IEnumerable<Shade> grounds)
    {
        var ground = grounds.Reverse().Aggregate((under, over) => over.Over(under));
        var (one, other) = (Over(ground).Light + 0.05, ground.Light + 0.05);
        return Math.Max(one, other) / Math.Min(one, other);
    }

    private Shade Over(Shade under) => new(Mixed(Red, under.Red), Mixed(Green, under.Green), Mixed(Blue, under.Blue), 1);

    private double Mixed(double over, double under) => over * Cover + under * (1 - Cover);

    private double Light => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    private static double Linear(double part) => part / 255 <= 0.04045 ? part / 255 / 12.92 : Math.Pow((part / 255 + 0.055) / 1.055, 2.4);

    [GeneratedRegex(@"[\d.]+")]
    private static partial Regex Number();
}

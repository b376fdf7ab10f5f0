using System.Globalization;
using CsDashboard.Analytics;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Analytics;

/// <summary>Figures as a person reads them.</summary>
internal static class FigureLook
{
    public static string Value(Figure figure) =>
        figure.Value is not { } value
            ? "–"
            : figure.Unit switch
            {
                FigureUnit.Seconds => Show.Duration(TimeSpan.FromSeconds((double)value)),
                FigureUnit.Milliseconds => KitTexts.Get("Milliseconds", Show.Number(value, value < 10 ? 1 : 0)),
                FigureUnit.Rating => Show.Number(value, 1),
                FigureUnit.Share => Show.Percent(value, value is > 0 and < 0.1m ? 1 : 0),
                FigureUnit.Risk => Show.Number(value, 2) + " R",
                FigureUnit.Bytes => Show.Bytes((long)value),
                FigureUnit.Count => Show.Number((long)value),
            };

    public static string Tone(FigureState state) =>
        state switch
        {
            FigureState.Good => "success",
            FigureState.Watch => "warning",
            FigureState.Bad => "danger",
            FigureState.Plain => "neutral",
        };
}

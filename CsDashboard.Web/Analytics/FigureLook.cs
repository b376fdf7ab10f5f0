using CsDashboard.Analytics;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Analytics;

/// <summary>Figures as a person reads them.</summary>
internal static class FigureLook
{
    public static string Value(Figure figure, Currency currency) => Value(figure.Unit, figure.Value, currency);

    public static string Value(FigureUnit unit, decimal? number, Currency currency) =>
        number is not { } value
            ? "–"
            : unit switch
            {
                FigureUnit.Seconds => Show.Duration(TimeSpan.FromSeconds((double)value)),
                FigureUnit.Milliseconds => KitTexts.Get("Milliseconds", Show.Number(value, value < 10 ? 1 : 0)),
                FigureUnit.Rating => Show.Number(value, 1),
                FigureUnit.Share => Show.Percent(value, value is > 0 and < 0.1m ? 1 : 0),
                FigureUnit.Risk => Show.Number(value, 2) + " R",
                FigureUnit.Bytes => Show.Bytes((long)value),
                FigureUnit.Count => Show.Number((long)value),
                FigureUnit.Money => Show.Money(value, currency),
            };

    public static Measure Measure(FigureUnit unit) =>
        unit switch
        {
            FigureUnit.Count => Kit.Measure.Count,
            FigureUnit.Seconds => Kit.Measure.Time,
            FigureUnit.Share => Kit.Measure.Share,
            FigureUnit.Milliseconds or FigureUnit.Rating or FigureUnit.Risk or FigureUnit.Bytes or FigureUnit.Money => Kit.Measure.Amount,
        };

    /// <summary>What adds up over a period stands in columns, what is measured is a line.</summary>
    public static ChartStroke Stroke(FigureUnit unit) =>
        unit is FigureUnit.Count or FigureUnit.Money ? ChartStroke.Columns : ChartStroke.Line;

    /// <summary>The steps of a period on the time axis of a chart.</summary>
    public static IReadOnlyList<ChartStep> Steps(FigurePeriod period) =>
        [
            .. period.Steps.Select(
                (at, i) =>
                    period.Stride == 0
                        ? ChartStep.Hour(at, period.Zone)
                        : ChartStep.Days(period.FromDay.AddDays(i * period.Stride), LastOf(period, i))
            ),
        ];

    public static string Tone(FigureState state) =>
        state switch
        {
            FigureState.Good => "success",
            FigureState.Watch => "warning",
            FigureState.Bad => "danger",
            FigureState.Plain => "neutral",
        };

    private static DateOnly LastOf(FigurePeriod period, int step) =>
        period.FromDay.AddDays(Math.Min((step + 1) * period.Stride, period.Days) - 1);
}

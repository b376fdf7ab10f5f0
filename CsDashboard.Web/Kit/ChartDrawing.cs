using System.Globalization;
using System.Net;
using System.Text;

namespace CsDashboard.Web.Kit;

/// <summary>
/// What a <see cref="FigureChart"/> is made of: its paths in a picture of Wide a step and High, what is written, its table.
/// </summary>
internal sealed class ChartDrawing(
    IReadOnlyList<ChartStep> steps,
    IReadOnlyList<ChartValues> series,
    Measure measure,
    Func<decimal, string>? format
)
{
    public const int Wide = 10,
        High = 100;
    private const int MostWritten = 6;
    private const decimal Column = 0.72m,
        Gap = 6;

    public IReadOnlyList<ChartValues> Series => series;

    public ChartScale Scale { get; } = ChartScale.Of(series.SelectMany(s => s.Values), measure);

    public bool IsEmpty => series.All(s => s.Values.All(v => v is null or 0));

    /// <summary>The highest of each step that is cut.</summary>
    public IReadOnlyList<(int Step, decimal Value)> Cut =>
        [
            .. series
                .SelectMany(s => s.Values.Select((value, step) => (step, value)))
                .Where(v => v.value is { } value && Scale.Cuts(value))
                .GroupBy(v => v.step, (step, at) => (step, at.Max(v => v.value!.Value))),
        ];

    /// <summary>The steps whose names fit below; the present is always one of them.</summary>
    public IEnumerable<int> Written
    {
        get
        {
            var stride = Math.Max(1, (steps.Count + MostWritten - 1) / MostWritten);
            return Enumerable.Range(0, steps.Count).Reverse().Where(i => (steps.Count - 1 - i) % stride == 0);
        }
    }

    public string Grid => string.Concat(Scale.Ticks.Select(tick => $"M0 {Y(tick)}H{steps.Count * Wide}"));

    public string Path(ChartValues one) => one.Stroke == ChartStroke.Columns ? Columns(one) : Line(one);

    /// <summary>The classes of a series: what it is drawn as, and whether it is the second of that kind.</summary>
    public string Css(ChartValues one) =>
        one.Stroke switch
        {
            ChartStroke.Columns => "figure-chart-columns",
            ChartStroke.Line => "figure-chart-line",
            ChartStroke.Before => "figure-chart-line figure-chart-before",
        } + (series.First(s => s.Stroke == one.Stroke) == one ? "" : " figure-chart-second");

    /// <summary>All values of a step, as they are said.</summary>
    public string Said(int step) =>
        step < 0 ? "" : $"{steps[step].Name}: {string.Join(", ", series.Select(s => $"{s.Name} {InFull(ValueOf(s, step))}"))}";

    public string InFull(decimal? value) =>
        value is not { } known ? "–"
        : format is not null ? format(known)
        : measure is Measure.Count or Measure.Amount ? Show.Number(known, decimal.IsInteger(known) ? 0 : 2)
        : OnAxis(known);

    public string OnAxis(decimal value) =>
        measure switch
        {
            Measure.Count or Measure.Amount => Show.Short(value),
            Measure.Time => value == 0 ? Show.Number(0) : Show.Duration(TimeSpan.FromSeconds((double)value)),
            Measure.Share => Show.Percent(value, Scale.Step < 0.01m ? 1 : 0),
        };

    /// <summary>The same values for whoever does not see the picture; js/chart.js shows them from here, too.</summary>
    public string Table(string caption)
    {
        static string Safe(string text) => WebUtility.HtmlEncode(text);
        var table = new StringBuilder($"<table><caption>{Safe(caption)}</caption><thead><tr><td></td>");
        foreach (var one in series)
            table.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Safe(one.Name)}</th>");
        table.Append("</tr></thead><tbody>");
        for (var i = 0; i < steps.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Safe(steps[i].Name)}</th>");
            foreach (var one in series)
                table.Append(CultureInfo.InvariantCulture, $"<td>{Safe(InFull(ValueOf(one, i)))}</td>");
            table.Append("</tr>");
        }
        return table.Append("</tbody></table>").ToString();
    }

    /// <summary>As styles and paths write it.</summary>
    public static string Plain(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    // Those of one step stand beside each other. One that is cut has a gap below its top.
    private string Columns(ChartValues one)
    {
        var beside = series.Where(s => s.Stroke == ChartStroke.Columns).ToList();
        var wide = Wide * Column / beside.Count;
        var begin = Wide * (1 - Column) / 2 + beside.IndexOf(one) * wide;
        string Drawn(int step)
        {
            if (ValueOf(one, step) is not { } value || value == 0)
                return "";
            string Piece(decimal from, decimal to) =>
                $"M{Plain(step * Wide + begin)} {Plain(from)}h{Plain(wide)}V{Plain(to)}h-{Plain(wide)}z";
            var (foot, top) = (Height(0), Height(value));
            if (Scale.Cuts(value))
                return Piece(foot, top + 2 * Gap) + Piece(top + 1.5m * Gap, top);
            // What there is can be seen, however little.
            return Piece(foot, value > 0 ? Math.Min(top, foot - 1) : Math.Max(top, foot + 1));
        }
        return string.Concat(Enumerable.Range(0, steps.Count).Select(Drawn));
    }

    // Where there was nothing to measure the line is broken.
    private string Line(ChartValues one)
    {
        var (line, pen) = (new StringBuilder(), 'M');
        for (var i = 0; i < steps.Count; i++)
        {
            if (ValueOf(one, i) is { } value)
                line.Append(CultureInfo.InvariantCulture, $"{pen}{Plain((i + 0.5m) * Wide)} {Y(value)}");
            pen = ValueOf(one, i) is null ? 'M' : 'L';
        }
        return line.ToString();
    }

    /// <summary>Values of a line that stand alone, which no line could show.</summary>
    public string Dots(ChartValues one) =>
        one.Stroke == ChartStroke.Columns
            ? ""
            : string.Concat(
                Enumerable
                    .Range(0, steps.Count)
                    .Where(i => ValueOf(one, i) is not null && ValueOf(one, i - 1) is null && ValueOf(one, i + 1) is null)
                    .Select(i => $"M{Plain((i + 0.5m) * Wide)} {Y(ValueOf(one, i)!.Value)}h0")
            );

    private static decimal? ValueOf(ChartValues one, int step) => step >= 0 && step < one.Values.Count ? one.Values[step] : null;

    private decimal Height(decimal value) => High - Scale.At(value) * High;

    private string Y(decimal value) => Plain(Height(value));
}

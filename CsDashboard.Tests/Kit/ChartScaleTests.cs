using CsDashboard.Web.Kit;

namespace CsDashboard.Tests.Kit;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData("", Measure.Count, 0, 1, 1)]
    [InlineData("0 0 0", Measure.Count, 0, 1, 1)]
    [InlineData("1 0 1", Measure.Count, 0, 1, 1)]
    [InlineData("3 7 9", Measure.Count, 0, 10, 5)]
    [InlineData("120 340 90", Measure.Count, 0, 400, 100)]
    [InlineData("0.3 1.2", Measure.Amount, 0, 1.5, 0.5)]
    [InlineData("-2 3", Measure.Amount, -2, 4, 2)]
    [InlineData("-2 -3", Measure.Amount, -3, 0, 1)]
    [InlineData("0.8 0.95", Measure.Share, 0, 1, 0.25)]
    [InlineData("0.02 0.08", Measure.Share, 0, 0.08, 0.02)]
    [InlineData("40 95", Measure.Time, 0, 120, 30)]
    [InlineData("4000 9000", Measure.Time, 0, 10800, 3600)]
    [InlineData("1200000", Measure.Time, 0, 1296000, 432000)]
    public void The_axis_has_round_lines_and_holds_all(string values, Measure measure, double bottom, double top, double step) =>
        ChartScale.Of(Read(values), measure).ShouldBe(new((decimal)bottom, (decimal)top, (decimal)step));

    [Theory]
    // One far above the rest is cut, and so are two; a steep rise is not.
    [InlineData("5 6 7 8 1000", 8)]
    [InlineData("5 6 7 8 900 1000", 8)]
    [InlineData("5 10 1000", 10)]
    [InlineData("5 1000", 1000)]
    [InlineData("0 0 0 1000", 1000)]
    [InlineData("10 20 40 80 160", 200)]
    [InlineData("5 6 700 800 1000", 1000)]
    public void One_far_above_the_rest_does_not_flatten_them(string values, double top) =>
        ChartScale.Of(Read(values), Measure.Count).Top.ShouldBe((decimal)top);

    [Fact]
    public void Whatever_the_values_the_axis_has_few_lines_and_what_is_not_cut_lies_on_it()
    {
        var random = new Random(5);
        foreach (var measure in Enum.GetValues<Measure>())
            for (var i = 0; i < 2_000; i++)
            {
                var size = (decimal)Math.Pow(10, random.Next(-3, 9));
                var values = Enumerable.Range(0, random.Next(0, 40)).Select(_ => (decimal?)((decimal)random.NextDouble() * size)).ToList();
                var scale = ChartScale.Of(values, measure);
                scale.Ticks.Count().ShouldBeInRange(2, 6, $"{scale} of {string.Join(' ', values)}");
                (scale.Ticks.First(), scale.Ticks.Last()).ShouldBe((scale.Bottom, scale.Top));
                values.Count(v => scale.Cuts(v!.Value)).ShouldBeLessThanOrEqualTo(Math.Max(2, values.Count / 10));
                values.ShouldAllBe(v => scale.At(v!.Value) >= 0 && scale.At(v.Value) <= 1);
            }
    }

    private static IEnumerable<decimal?> Read(string values) =>
        values
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(v => (decimal?)decimal.Parse(v, System.Globalization.CultureInfo.InvariantCulture));
}

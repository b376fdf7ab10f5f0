using System.Globalization;
using Bunit;
using CsDashboard.Web.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Kit;

public sealed class FigureChartTests : BunitContext
{
    private static readonly ChartStep[] Months = [.. Enumerable.Range(1, 12).Select(month => ChartStep.Month(2026, month))];

    public FigureChartTests() => Services.AddLocalization();

    [Fact]
    public void Every_value_stands_in_the_table_with_its_month_and_those_of_the_time_before_beside_it()
    {
        var chart = Chart([new("Now", [.. Values(12)]), new("Before", [.. Values(12).Select(v => v * 2)], ChartStroke.Before)]);
        chart.FindAll("thead th").Select(t => t.TextContent).ShouldBe(["Now", "Before"]);
        chart.FindAll("tbody tr").Count.ShouldBe(12);
        chart.FindAll("tbody tr")[10].TextContent.ShouldBe("November 2026" + "11" + "22");
        chart.Find("[role=slider]").GetAttribute("aria-valuetext").ShouldBe("December 2026: Now 12, Before 24");
        // Every second month is written, the present one among them.
        chart.FindAll(".figure-chart-times span").Select(t => t.TextContent).ShouldBe(["Dec", "Oct", "Aug", "Jun", "Apr", "Feb"]);
        chart.FindAll(".figure-chart-values span").Select(t => t.TextContent).ShouldBe(["0", "10", "20", "30"]);
        chart.FindAll(".figure-chart-keys span").Select(t => t.TextContent).ShouldBe(["Now", "Before"]);
    }

    [Fact]
    public void What_is_far_above_the_rest_is_cut_and_says_its_true_value()
    {
        var chart = Chart([new("Now", [3, 4, 5, 4, 3, 12_345, 4, 5, 6, 3, 4, 5])]);
        chart.Find(".figure-chart-cut").TextContent.ShouldBe("12,345!");
        chart.Find(".figure-chart-note").TextContent.ShouldContain("ends at 6");
        chart.FindAll("tbody tr")[5].TextContent.ShouldBe("June 2026" + "12,345!");
        Chart([new("Now", [.. Values(12)])]).FindAll(".figure-chart-cut, .figure-chart-note").ShouldBeEmpty();
    }

    [Fact]
    public void A_line_is_broken_where_nothing_was_measured_and_nothing_at_all_says_so()
    {
        var line = Chart([new("Now", [1, 2, null, 4, null, null, 2, 1, 2, 3, 2, 1], ChartStroke.Line)]);
        line.Find(".figure-chart-line").GetAttribute("d")!.Count(c => c == 'M').ShouldBe(3);
        line.Find(".figure-chart-dots").GetAttribute("d")!.Count(c => c == 'M').ShouldBe(1);
        line.FindAll("tbody tr")[2].TextContent.ShouldBe("March 2026–");
        var empty = Chart([new("Now", [.. Enumerable.Repeat((decimal?)0, 12)]), new("Before", [null, 0], ChartStroke.Before)]);
        empty.Find(".figure-chart-none").TextContent.ShouldBe("No data in this period");
        empty.FindAll(".figure-chart-keys").ShouldBeEmpty("What was before is not drawn where there was nothing.");
    }

    [Fact]
    public void In_Arabic_months_have_their_names_and_numbers_their_digits()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ar");
        try
        {
            var months = new[] { ChartStep.Month(2026, 10), ChartStep.Month(2026, 11) };
            var chart = Render<FigureChart>(p =>
                p.Add(c => c.Label, "تذاكر").Add(c => c.Steps, months).Add(c => c.Series, [new("الآن", [1_500, 2])])
            );
            chart.FindAll("tbody tr")[1].TextContent.ShouldBe("نوفمبر ٢٠٢٦" + "٢");
            chart.FindAll("tbody tr")[0].TextContent.ShouldEndWith("١٬٥٠٠");
            chart.FindAll(".figure-chart-values span")[^1].TextContent.ShouldBe("١٫٥ ألف");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void What_others_wrote_is_text()
    {
        var chart = Chart([new("<b>Now</b>", [.. Values(12)])]);
        chart.FindAll("b").ShouldBeEmpty();
        chart.Find("thead th").TextContent.ShouldBe("<b>Now</b>");
    }

    private IRenderedComponent<FigureChart> Chart(IReadOnlyList<ChartValues> series) =>
        Render<FigureChart>(p =>
            p.Add(c => c.Label, "Tickets")
                .Add(c => c.Steps, Months)
                .Add(c => c.Series, series)
                .Add(c => c.Format, value => value > 1_000 ? Show.Number((long)value) + "!" : Show.Number((long)value))
        );

    private static IEnumerable<decimal?> Values(int count) => Enumerable.Range(1, count).Select(i => (decimal?)i);
}

using System.Reflection;
using CsDashboard.Analytics;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Web.Analytics;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Tests.Analytics;

public sealed class FigureLinksTests
{
    [Fact]
    public async Task Every_link_is_of_a_figure_and_leads_to_a_page()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var board = await house.Get<Figures>().Read(house.Amina, 7);
        var pages = typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(page => page.GetCustomAttributes<RouteAttribute>())
            .Select(route => route.Template)
            .ToHashSet();
        FigureLinks.Names.Except(board.Groups.SelectMany(group => group.Figures).Select(figure => figure.Name)).ShouldBeEmpty();
        FigureLinks.Names.Select(name => FigureLinks.Of(name, board.Period)!.Split('?')[0]).Except(pages).ShouldBeEmpty();
    }
}

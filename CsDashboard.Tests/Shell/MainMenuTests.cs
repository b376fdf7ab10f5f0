using System.Security.Claims;
using CsDashboard.Foundation;
using CsDashboard.Tests.Harness;
using CsDashboard.Web;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CsDashboard.Tests.Shell;

public sealed class MainMenuTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(Role.Customer, "/portal", "/desk", "/admin")]
    [InlineData(Role.Agent, "/desk", "/portal", "/admin")]
    [InlineData(Role.Admin, "/admin", "/portal", "/admin/engagement/referrals")]
    public async Task Everybody_has_the_lines_of_their_own_pages(Role role, string own, params string[] notOwn)
    {
        var lines = await Of(role);
        lines.Select(l => l.Href).ShouldContain(own);
        lines.Select(l => l.Href).Intersect(notOwn).ShouldBeEmpty();
        lines.Select(l => l.Keys).ShouldBeUnique(role.ToString());
        lines.Select(l => l.Href).ShouldBeUnique(role.ToString());
    }

    [Fact]
    public async Task Agents_find_referrals_in_the_menu_and_admins_under_engagement()
    {
        (await Of(Role.Agent)).ShouldContain(i => i.Href == "/admin/engagement/referrals");
        (await Of(Role.Admin)).ShouldNotContain(i => i.Href == "/admin/engagement/referrals");
    }

    [Fact]
    public void Every_line_has_a_name_in_the_texts_of_its_room()
    {
        var texts = app.Get<IStringLocalizerFactory>();
        Navigation.All.Where(item => texts.Create(item.Texts)[item.Text].ResourceNotFound).Select(item => item.Page.Name).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<NavItem>> Of(Role role)
    {
        var user = new ClaimsPrincipal(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.Role, role.ToString()),
                    .. role == Role.Customer ? new[] { new Claim(Principals.Customer, Guid.Empty.ToString()) } : [],
                ],
                "test"
            )
        );
        using var scope = app.Get<IServiceScopeFactory>().CreateScope();
        return await scope.ServiceProvider.GetRequiredService<MainMenu>().For(user);
    }
}

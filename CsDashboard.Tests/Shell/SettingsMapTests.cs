using System.Net;
using System.Text.RegularExpressions;
using CsDashboard.Tests.Desk;
using CsDashboard.Web;
using Microsoft.Extensions.Localization;

namespace CsDashboard.Tests.Shell;

/// <summary>What can be set is found by its name, by those who may set it.</summary>
public sealed partial class SettingsMapTests(TestApp app) : IClassFixture<TestApp>
{
    private string NameOf(SettingsPlace place) => place.NameIn(app.Get<IStringLocalizerFactory>());

    [Fact]
    public async Task Every_tab_and_every_section_of_a_settings_page_is_in_the_list()
    {
        var (admin, customer) = (await app.Browser(app.Amina), await app.Browser(app.David));
        var looked = 0;
        foreach (var start in new[] { "/admin/settings", "/account", "/admin/retention" })
        foreach (var browser in start == "/account" ? new[] { admin, customer } : [admin])
        {
            var tabs = Tab().Matches(await browser.GetStringAsync(start)).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
            foreach (var page in tabs.Where(tab => tab.StartsWith(start, StringComparison.Ordinal)).Append(start).Distinct())
            {
                var here = SettingsMap.All.Where(place => place.Href.Split('#')[0] == page).Select(NameOf).ToList();
                here.ShouldNotBeEmpty($"{page} is not in the list.");
                var sections = Section()
                    .Matches(await browser.GetStringAsync(page))
                    .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value.Trim()));
                foreach (var section in sections)
                {
                    looked++;
                    here.ShouldContain(section, $"{page} has a section that is not in the list.");
                }
            }
        }
        looked.ShouldBeGreaterThan(15, "The test looks at nothing.");
    }

    [Fact]
    public void Every_line_has_a_name_and_an_address_of_its_page()
    {
        var texts = app.Get<IStringLocalizerFactory>();
        SettingsMap.All.Where(place => texts.Create(place.Texts)[place.Text].ResourceNotFound).ShouldBeEmpty();
        SettingsMap.All.Select(place => (place.Href, NameOf(place))).ShouldBeUnique();
    }

    [Theory]
    [InlineData("Amina", "working HOURS", "/admin/settings")]
    [InlineData("Amina", "passkeys", "/account/security#passkeys")]
    [InlineData("Karim", "passkeys", "/account/security#passkeys")]
    [InlineData("Karim", "working hours", null)]
    [InlineData("David", "your data", "/account/data")]
    [InlineData("Karim", "your data", null)]
    [InlineData("David", "digits", "/account")]
    [InlineData("David", "exchange", null)]
    public async Task It_is_found_by_those_who_may_set_it(string who, string typed, string? address)
    {
        var browser = await app.Browser(
            who switch
            {
                "Amina" => app.Amina,
                "Karim" => app.Karim,
                _ => app.David,
            }
        );
        var found = (await browser.Get("app/search?q=" + Uri.EscapeDataString(typed))).Texts("href").ToList();
        var settings = found.Where(href => SettingsMap.All.Any(place => place.Href == href)).ToList();
        settings.ShouldBe(address is null ? [] : [address]);
    }

    [GeneratedRegex("<a class=\"tab\" href=\"([^\"]+)\"")]
    private static partial Regex Tab();

    [GeneratedRegex("<h2 class=\"card-title\"[^>]*>([^<]+)<")]
    private static partial Regex Section();
}

using System.IO.Compression;
using System.Text.RegularExpressions;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Shell;

/// <summary>A person loads one style sheet, that of their area, on whatever page they are.</summary>
public sealed partial class SheetOfAreaTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Everybody_gets_the_one_sheet_of_their_area()
    {
        (await Sheet(app.Anonymous, "login", "help", "no/such/page")).ShouldStartWith("css/public.");
        (await Sheet(await app.Browser(app.Sara), "portal", "help", "account", "no/such/page")).ShouldStartWith("css/portal.");
        (await Sheet(await app.Browser(app.Karim), "desk", "help", "account", "login")).ShouldStartWith("css/staff.");
    }

    [Fact]
    public async Task A_sheet_is_whole_and_no_others_stand_in_it()
    {
        using var answer = await app.Anonymous.GetAsync(await Sheet(app.Anonymous, "login"));
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/css");
        var css = await answer.Content.ReadAsStringAsync();
        // The library's rules come first, so that ours may overrule them.
        css.IndexOf(".btn-primary{", StringComparison.Ordinal).ShouldBeInRange(0, css.IndexOf(":root {", StringComparison.Ordinal));
        css.ShouldContain(".form-card {");
        css.ShouldNotContain(".inbox");
        css.ShouldNotContain("/*");
        css.Count(c => c == '{').ShouldBe(css.Count(c => c == '}'));
    }

    [Theory]
    [InlineData("desk")]
    [InlineData("admin/users")]
    [InlineData("portal")]
    public async Task The_first_load_of_a_page_is_below_200_kilobytes(string page)
    {
        var client = await app.Browser(page == "portal" ? app.Sara : app.Amina);
        var html = await client.GetStringAsync(page);
        var parts = Part().Matches(html).Select(m => m.Groups[1].Value).Distinct().ToList();
        parts.Count.ShouldBeGreaterThan(10, "The test looks at nothing.");
        // As they are sent once published; in Development what is made anew is packed without being pressed.
        var sizes = new Dictionary<string, long>();
        foreach (var part in parts.Append(page))
            sizes[part] = Packed(await client.GetByteArrayAsync(part));
        sizes.Values.Sum().ShouldBeLessThan(200_000, string.Join('\n', sizes.OrderByDescending(s => s.Value)));
    }

    private static long Packed(byte[] sent)
    {
        using var packed = new MemoryStream();
        using (var press = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            press.Write(sent);
        return packed.Length;
    }

    // The same on each of these pages.
    private static async Task<string> Sheet(HttpClient client, params string[] pages)
    {
        var sheets = new HashSet<string>();
        foreach (var page in pages)
        {
            using var answer = await client.GetAsync(page);
            sheets.Add(Link().Matches(await answer.Content.ReadAsStringAsync()).ShouldHaveSingleItem(page).Groups[1].Value);
        }
        return sheets.ShouldHaveSingleItem();
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<(?:link rel=\"stylesheet\" href|script(?: type=\"module\")? src)=\"([^\"]+)\"")]
    private static partial Regex Part();
}

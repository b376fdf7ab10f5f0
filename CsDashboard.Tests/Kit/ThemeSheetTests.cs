using System.Globalization;

namespace CsDashboard.Tests.Kit;

/// <summary>The library's colours and letters are ours, and can be read.</summary>
public sealed class ThemeSheetTests
{
    /// <summary>Set to anything, the sheet is written anew: after a change of the tokens, of the theme or of the library.</summary>
    public const string Rewrite = "CSDASHBOARD_WRITE_THEME";

    // Text, and what it stands on; a third lies between the two where the ground is half clear.
    private static readonly string[][] Pairs =
    [
        ["text-primary", "background"],
        ["text-primary", "surface"],
        ["text-primary", "background-gray"],
        ["text-primary", "table-hover"],
        ["text-primary", "table-striped"],
        ["text-primary", "action-default-hover", "surface"],
        ["text-secondary", "background"],
        ["text-secondary", "surface"],
        ["text-secondary", "background-gray"],
        ["text-secondary", "action-default-hover", "surface"],
        ["text-disabled", "background"],
        ["text-disabled", "surface"],
        ["action-default", "surface"],
        ["action-disabled", "action-disabled-background"],
        ["drawer-text", "drawer-background"],
        ["drawer-icon", "drawer-background"],
        ["appbar-text", "appbar-background"],
        .. new[] { "primary", "error", "info", "success", "warning" }.SelectMany(Of),
    ];

    [Fact]
    public async Task The_sheet_is_the_tokens_in_the_librarys_words()
    {
        var written = ThemeSheet.Written();
        if (Environment.GetEnvironmentVariable(Rewrite) is not null)
            await File.WriteAllTextAsync(ThemeSheet.File, written);
        (await File.ReadAllTextAsync(ThemeSheet.File)).ShouldBe(written, $"Run this test with {Rewrite}=1, and look at the pages.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_pair_of_colours_can_be_read(bool dark)
    {
        var values = ThemeSheet.Values(Tokens.Read(), dark);
        Shade Of(string name) => Shade.Of(values["--mud-palette-" + name]);
        Pairs
            .Select(pair => (Words: string.Join(" on ", pair), Contrast: Of(pair[0]).On(pair.Skip(1).Select(Of))))
            .Where(pair => pair.Contrast < 4.5)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Words}: {pair.Contrast:0.00}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Contrast_is_reckoned_as_the_standard_says()
    {
        Shade.Of("rgba(0,0,0,1)").On([Shade.Of("rgba(255,255,255,1)")]).ShouldBe(21, 0.01);
        Shade.Of("rgba(118,118,118,1)").On([Shade.Of("rgba(255,255,255,1)")]).ShouldBe(4.54, 0.01);
        Shade.Of("rgba(0,0,0,1)").On([Shade.Of("rgba(0,0,0,0.5)"), Shade.Of("rgba(255,255,255,1)")]).ShouldBe(5.28, 0.05);
    }

    // As on a filled, an outlined and a soft piece, at rest and under the pointer.
    private static string[][] Of(string colour) =>
        [
            [$"{colour}-text", colour],
            [$"{colour}-text", $"{colour}-darken"],
            [colour, "background"],
            [colour, "surface"],
            [colour, $"{colour}-hover", "surface"],
            [$"{colour}-darken", $"{colour}-hover", "surface"],
            ["text-primary", $"{colour}-hover", "surface"],
        ];
}

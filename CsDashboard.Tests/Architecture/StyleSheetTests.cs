using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>Arabic mirrors the page: style sheets say start and end, never left and right.</summary>
public sealed partial class StyleSheetTests
{
    [Fact]
    public void Style_sheets_name_no_side_of_the_page()
    {
        var sheets = Sources.Files("*.css").ToList();
        sheets.Count.ShouldBeGreaterThan(1, "The test looks at nothing.");
        sheets.SelectMany(file => Slips(File.ReadAllText(file)).Select(slip => $"{Path.GetFileName(file)}: {slip}")).ShouldBeEmpty();
    }

    [Fact]
    public void Components_name_no_side_of_the_page_in_their_style_attributes() =>
        Sources
            .Files("*.razor")
            .SelectMany(file =>
                StyleAttribute()
                    .Matches(File.ReadAllText(file))
                    .SelectMany(style => Slips(style.Groups[1].Value))
                    .Select(slip => $"{Path.GetFileName(file)}: {slip}")
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("a { margin-left: 1px }", true)]
    [InlineData("a { color: red; right:0 }", true)]
    [InlineData("a {\n  left: 0;\n}", true)]
    [InlineData("a { text-align: right }", true)]
    [InlineData("a { float:left }", true)]
    [InlineData("a { border-right-color: red }", true)]
    [InlineData("a { border-top-left-radius: 1px }", true)]
    [InlineData("a { scroll-padding-left: 1px }", true)]
    [InlineData("a { inset-inline-start: 0; margin-inline-end: 1px; text-align: start; float: inline-end }", false)]
    [InlineData("/* left: 0 */ .left, .is-right:hover { color: red }", false)]
    [InlineData("a { background-position: left top; transform-origin: right }", false)]
    public void The_style_test_knows_a_side_when_it_sees_one(string css, bool slip) => Slips(css).Any().ShouldBe(slip);

    private static IEnumerable<string> Slips(string css) => Side().Matches(Comment().Replace(css, "")).Select(m => m.Value.Trim());

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"(?<=^|[;{\s])((scroll-)?(margin|padding)-(left|right)|border-(left|right)(-\w+)*|border-(top|bottom)-(left|right)-radius|left|right)\s*:\s*[^;}{]*(?=[;}]|$)|(?<=^|[;{\s])(text-align|float|clear)\s*:\s*(left|right)\b"
    )]
    private static partial Regex Side();

    [GeneratedRegex(@"\bstyle\s*=\s*""([^""]*)""")]
    private static partial Regex StyleAttribute();
}

using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>One sheet, one noun, one declaration a line; an area gets the sheets of its pages; colours are named by the tokens alone; and
/// Arabic mirrors the page: start and end, never left and right.</summary>
public sealed partial class StyleSheetTests
{
    private static readonly string[] Areas = ["public", "portal", "staff"];

    // Names that say what a piece is, to tests and to readers; no rule needs them.
    private static readonly HashSet<string> Unstyled =
    [
        "bot-beat",
        "bot-candle",
        "chat-list-only",
        "field-invalid",
        "import-faults",
        "own-history",
        "page-title",
        "record-card",
        "record-complaints",
        "record-line",
        "record-rows",
        "reload",
        "reply",
        "row",
        "said-other",
        "segment-benefits",
        "settings-form",
        "stars",
    ];

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

    [Fact]
    public void Every_sheet_is_in_the_list_once_themes_and_tokens_first_rooms_last()
    {
        var listed = StyleSheet.All.Select(sheet => sheet.Path).ToList();
        listed.ShouldBe(
            Sources.Files("*.css").Select(file => Path.GetRelativePath(StyleSheet.Folder, file).Replace('\\', '/')),
            ignoreOrder: true
        );
        string[] parts = ["mud-theme.css", "tokens.css", "base.css", "kit", "shell", "rooms"];
        listed.Select(path => Array.IndexOf(parts, path.Split('/')[1])).ShouldBeInOrder();
        listed.Select(path => path.Split('/')[1]).Distinct().ShouldBe(parts);
        StyleSheet.All.SelectMany(sheet => sheet.Areas).Distinct().ShouldBe(Areas);
    }

    [Fact]
    public void Only_the_tokens_name_a_colour() =>
        StyleSheet
            .All.Where(sheet => sheet.Path is not ("css/tokens.css" or "css/mud-theme.css"))
            .SelectMany(sheet =>
                sheet.Rules.SelectMany(rule => rule.Declarations).Where(d => Colour().IsMatch(d)).Select(d => $"{sheet}: {d}")
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("color: #fff", true)]
    [InlineData("border: 1px solid rgb(0 0 0 / .3)", true)]
    [InlineData("background: white", true)]
    [InlineData("background: color-mix(in srgb, var(--bg), black)", true)]
    [InlineData("color: var(--hue-1-fg)", false)]
    [InlineData("outline: 2px solid Highlight", false)]
    [InlineData("border: 1px solid transparent; fill: currentColor", false)]
    [InlineData("white-space: nowrap", false)]
    public void The_style_test_knows_a_colour_when_it_sees_one(string declaration, bool colour) =>
        Colour().IsMatch(declaration).ShouldBe(colour);

    [Fact]
    public void A_rule_of_more_than_three_declarations_has_one_a_line_and_no_line_is_long()
    {
        StyleSheet
            .All.SelectMany(sheet => sheet.Rules.Where(IsDense).Select(rule => $"{sheet}: {string.Join(", ", rule.Selectors)}"))
            .ShouldBeEmpty();
        StyleSheet
            .All.SelectMany(sheet => sheet.Text.Split('\n').Where(line => line.Length > 140).Select(line => $"{sheet}: {line}"))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a { color: red; margin: 0; padding: 0; }", false)]
    [InlineData("a { color: red; margin: 0; padding: 0; border: 0; }", true)]
    [InlineData("a {\n  color: red; margin: 0;\n  padding: 0;\n  border: 0;\n}", true)]
    [InlineData("@media print {\n  a {\n    color: red;\n    margin: 0;\n    padding: 0;\n    border: 0;\n  }\n}", false)]
    public void The_style_test_knows_a_dense_rule_when_it_sees_one(string css, bool dense) =>
        IsDense(StyleRule.Of(css).Single()).ShouldBe(dense);

    [Fact]
    public void A_class_has_its_rules_in_one_sheet()
    {
        StyleSheet.Homes.Count.ShouldBeGreaterThan(400, "The test looks at nothing.");
        StyleSheet.Homes.Where(home => home.Count() > 1).Select(home => $"{home.Key}: {string.Join(", ", home)}").ShouldBeEmpty();
        StyleSheet
            .All.SelectMany(sheet =>
                sheet.Rules.SelectMany(rule => rule.Selectors).Where(s => IsStray(sheet, s)).Select(s => $"{sheet}: {s}")
            )
            .ShouldBeEmpty("A rule stands in the sheet of one of its classes.");
    }

    [Fact]
    public void Every_area_gets_the_sheets_of_its_pages_and_no_other()
    {
        var used = Areas.ToDictionary(area => area, Markup.ClassesIn);
        used["public"].Count.ShouldBeInRange(50, used["staff"].Count, "The test looks at nothing.");
        var classes = StyleSheet.Naming.Where(at => Home(at.Key).Count() == 1).ToLookup(at => Home(at.Key).Single(), at => at.Key);
        foreach (var sheet in StyleSheet.All.Where(sheet => sheet.Path is not ("css/mud-theme.css" or "css/tokens.css" or "css/base.css")))
            sheet.Areas.ShouldBe(
                Areas.Where(area => classes[sheet].Any(used[area].Contains)),
                $"{sheet}: {string.Join(", ", classes[sheet].Where(name => Areas.Any(area => used[area].Contains(name))))}"
            );
    }

    [Fact]
    public void What_is_drawn_as_the_librarys_has_a_name_of_ours_and_rules_of_the_library()
    {
        LibrarySheet.Drawn.Count.ShouldBeGreaterThan(5, "The test looks at nothing.");
        LibrarySheet.Drawn.Where(one => !StyleSheet.Naming.Contains(one.Name)).ShouldBeEmpty();
        LibrarySheet.Drawn.SelectMany(one => one.As).Where(name => !LibrarySheet.Classes.Contains(name)).ShouldBeEmpty();
        LibrarySheet.Drawn.Select(one => one.Name).ShouldBeUnique();
    }

    [Fact]
    public void Every_class_is_defined_and_used()
    {
        var given = Markup.Classes;
        var defined = StyleSheet.Naming;
        given
            .Where(at =>
                !defined.Contains(at.Key)
                && !LibrarySheet.Classes.Contains(at.Key)
                && !Unstyled.Contains(at.Key)
                && !at.Key.StartsWith("is-", StringComparison.Ordinal)
            )
            .Select(at => $"{at.Key}: {string.Join(", ", at)}")
            .ShouldBeEmpty();
        Unstyled.Where(name => defined.Contains(name) || !given.Contains(name)).ShouldBeEmpty();

        var sources = new[] { "*.razor", "*.cs", "*.js" }.SelectMany(Sources.Files).Where(IsProduct).Select(File.ReadAllText);
        var words = Name().Matches(string.Join('\n', sources)).Select(m => m.Value).ToHashSet();
        // A name may be put together: avatar-@hue. What the library gives its elements is its own.
        defined
            .Select(at => at.Key)
            .Where(name => !LibrarySheet.Classes.Contains(name))
            .Where(name => !words.Contains(name) && !words.Contains(name[..(name.LastIndexOf('-') + 1)]))
            .ShouldBeEmpty();
    }

    private static bool IsDense(StyleRule rule) =>
        rule.Declarations.Count > 3
        && (!rule.Body.StartsWith('\n') || rule.Body.Split('\n').Any(line => StyleRule.Split(line, ';').Skip(1).Any()));

    private static IEnumerable<StyleSheet> Home(string name) =>
        StyleSheet.Homes.Contains(name) ? StyleSheet.Homes[name] : StyleSheet.Naming[name];

    private static bool IsStray(StyleSheet sheet, string selector) =>
        StyleRule.Classes(selector) is { Count: > 0 } names && !names.Any(name => Home(name).Contains(sheet));

    private static bool IsProduct(string file) => !file.Contains("/CsDashboard.Tests/", StringComparison.Ordinal);

    private static IEnumerable<string> Slips(string css) =>
        Side().Matches(StyleRule.Comment().Replace(css, "")).Select(m => m.Value.Trim());

    [GeneratedRegex(
        @"(?<=^|[;{\s])((scroll-)?(margin|padding)-(left|right)|border-(left|right)(-\w+)*|border-(top|bottom)-(left|right)-radius|left|right)\s*:\s*[^;}{]*(?=[;}]|$)|(?<=^|[;{\s])(text-align|float|clear)\s*:\s*(left|right)\b"
    )]
    private static partial Regex Side();

    [GeneratedRegex(@"\bstyle\s*=\s*""([^""]*)""")]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(
        @"#[0-9a-fA-F]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|(?<![\w-])(white|black|red|green|blue|gr[ae]y|yellow|orange|purple|pink|brown|teal|navy|silver|gold)(?![\w-])"
    )]
    private static partial Regex Colour();

    [GeneratedRegex(@"[A-Za-z_][\w-]*")]
    private static partial Regex Name();
}

using CsDashboard.Web.Kit;

namespace CsDashboard.Tests.Knowledge;

/// <summary>Whatever is typed into an article, the page that shows it is drawn.</summary>
public sealed class MarkdownTests
{
    public static TheoryData<string, string> Deep =>
        new()
        {
            { "quotes", new string('>', 200) + " <script>alert(1)</script>" },
            { "quotes with spaces", string.Concat(Enumerable.Repeat("> ", 500)) + "<b>" },
            { "lists", string.Join('\n', Enumerable.Range(0, 300).Select(i => new string(' ', 2 * i) + "- a")) },
            { "brackets", new string('[', 5_000) },
            { "links", string.Concat(Enumerable.Repeat("[", 300)) + "a" + string.Concat(Enumerable.Repeat("](/x)", 300)) },
            { "stars", string.Concat(Enumerable.Repeat("*a **b ", 400)) },
            { "images", string.Concat(Enumerable.Repeat("![", 400)) + "x" + string.Concat(Enumerable.Repeat("](/y)", 400)) },
            { "a table", string.Join('|', Enumerable.Repeat("a", 2_000)) + "\n" + string.Join('|', Enumerable.Repeat("-", 2_000)) },
            { "numbers", string.Concat(Enumerable.Repeat("1. ", 300)) + "x" },
        };

    [Theory, MemberData(nameof(Deep))]
    public void Text_that_is_nested_deeper_than_anybody_writes_is_shown_as_it_is(string what, string text)
    {
        var html = Markdown.Render(text, anchors: true);
        html.ShouldNotBeEmpty(what);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<b>");
        // And whoever writes next is read as they wrote, whatever the one before did to the renderer.
        for (var i = 0; i < 8; i++)
            Markdown.Render("**bold**", anchors: true).ShouldContain("<strong>bold</strong>", Case.Sensitive, what);
    }
}

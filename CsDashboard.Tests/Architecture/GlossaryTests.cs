using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>One thing has one word on every screen: no text says a word that the glossary has retired.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string Glossary = File.ReadAllText(Path.Combine(TestRun.Sources, "docs", "glossary.md"));

    private static readonly List<string> Retired =
    [
        .. Row()
            .Matches(Glossary[Glossary.IndexOf("## Words on screen", StringComparison.Ordinal)..].Split("\n## ")[0])
            .SelectMany(row => row.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    [Fact]
    public void No_text_says_a_word_that_the_glossary_has_retired()
    {
        Retired.Count.ShouldBeGreaterThan(50, "The test looks at nothing.");
        Retired.ShouldBeUnique();
        (
            from file in TextsTests.Texts
            from text in file.Value
            from word in Retired
            where Says(text.Value, word)
            select $"{Path.GetFileName(file.Key)}: {text.Key} says “{word}”: {text.Value}"
        ).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Content customers", "content customers")]
    [InlineData("Three mails wait.", "mails")]
    [InlineData("{0:# notice|# notices}", "notices")]
    [InlineData("أزل المرشحات", "مرشحات")]
    [InlineData("بالمشرف", "مشرف")]
    [InlineData("وعد الخدمة", "وعد الخدمة")]
    public void A_retired_word_is_found_in_any_case_and_with_what_Arabic_writes_before_it(string text, string word) =>
        Says(text, word).ShouldBeTrue();

    [Theory]
    [InlineData("Three e-mails wait.", "mails")]
    [InlineData("Noticed", "notice")]
    [InlineData("Nobody’s", "body")]
    [InlineData("المرشحون", "مرشح")]
    public void A_part_of_another_word_is_none(string text, string word) => Says(text, word).ShouldBeFalse();

    private static bool Says(string text, string word) =>
        Regex.IsMatch(
            text,
            $@"(?<![\p{{L}}\p{{M}}-])[وف]?(?:لل|[بكل]?(?:ال)?){Regex.Escape(word)}(?![\p{{L}}\p{{M}}])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );

    // | thing | English | Arabic | retired |, but not the heading and its line.
    [GeneratedRegex(@"^\|(?! thing )[^|\n-]+\|[^|\n]+\|[^|\n]+\|([^|\n]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}

using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>Tables look alike: a list is ListGrid, all others are SmallTable, and those that are neither are named with a reason.</summary>
public sealed partial class TablesTests
{
    private static readonly Dictionary<string, string> Others = new()
    {
        ["SmallTable.razor"] = "It is the one.",
        ["MergePage.razor"] = "Two records stand side by side, on a phone too.",
        ["RecordNotices.razor"] = "Marks under narrow columns of icons, which don't fold.",
        ["NoticeSwitches.razor"] = "A grid of switches, which doesn't fold.",
        ["RiskExplained.razor"] = "A sum of three lines within a text.",
        ["ChartDrawing.cs"] = "What a chart shows, for those who can't see it.",
    };

    private static readonly Dictionary<string, string> WithTable = Sources
        .Files("*.razor")
        .Concat(Sources.Files("*.cs"))
        .Where(file => file.Contains("/CsDashboard.Web/", StringComparison.Ordinal))
        .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
        .Where(file => file.Text.Contains("<table", StringComparison.Ordinal))
        .ToDictionary(file => file.Name, file => file.Text);

    [Fact]
    public void A_table_is_one_of_the_kit_or_named() => WithTable.Keys.Order().ToList().ShouldBe([.. Others.Keys.Order()]);

    [Fact]
    public void All_that_are_seen_have_the_one_look()
    {
        foreach (var (name, text) in WithTable.Where(file => file.Key != "ChartDrawing.cs"))
            Opening()
                .Matches(text)
                .Select(m => m.Value)
                .ShouldAllBe(tag => tag.StartsWith("<table class=\"table ", StringComparison.Ordinal), name);
    }

    [GeneratedRegex("<table[^>]*")]
    private static partial Regex Opening();
}

using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>What stands where there is nothing yet: a place that teaches, or a wait that is only shown when it is long.</summary>
public sealed partial class WaitingAndEmptyTests
{
    private static readonly List<(string Name, string Text)> Pages =
    [
        .. Sources
            .Files("*.razor")
            .Where(f => f.Contains("/CsDashboard.Web/", StringComparison.Ordinal))
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f))),
    ];

    [Fact]
    public void An_empty_place_says_what_it_is_for()
    {
        var empty = Pages.SelectMany(p => Empty().Matches(p.Text).Select(m => (p.Name, m.Value))).ToList();
        empty.Count.ShouldBeGreaterThan(40, "The test looks at nothing.");
        empty.Where(e => !e.Value.Contains("Text=", StringComparison.Ordinal)).Select(e => $"{e.Name}: {e.Value}").ShouldBeEmpty();
    }

    [Fact]
    public void No_loader_shows_within_a_second()
    {
        var sheet = StyleSheet.All.Single(s => s.Path == "css/kit/skeleton.css");
        foreach (var loader in new[] { ".skeleton", ".spinner" })
        {
            var rule = sheet.Rules.First(r => r.Selectors.Contains(loader));
            rule.Declarations.ShouldContain("opacity: 0");
            rule.Declarations.Single(d => d.StartsWith("animation:", StringComparison.Ordinal)).ShouldMatch(@"appear \.\ds 1s forwards");
        }
    }

    // What takes long can be stopped, and says how far it has come. An erasure is never left half done: it has no way back.
    [Fact]
    public void What_takes_long_says_how_far_it_is_and_can_be_stopped()
    {
        var long_ = Pages.Where(p => Progress().IsMatch(p.Text) && p.Text.Contains("Spinner", StringComparison.Ordinal)).ToList();
        long_.Count.ShouldBeGreaterThan(2, "The test looks at nothing.");
        long_.Where(p => !Stop().IsMatch(p.Text)).Select(p => p.Name).ShouldBeEmpty();
    }

    [GeneratedRegex("""<EmptyState\b.*?(/>|">)(</Empty>)?\r?\n""", RegexOptions.Singleline)]
    private static partial Regex Empty();

    [GeneratedRegex("<progress\\b|<Progress\\b")]
    private static partial Regex Progress();

    [GeneratedRegex("\\.Cancel\\(\\)|Imports\\.Stop")]
    private static partial Regex Stop();
}

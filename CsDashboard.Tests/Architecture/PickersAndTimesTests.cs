using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>Where there is one mechanism, nothing is written in another way.</summary>
public sealed partial class PickersAndTimesTests
{
    private static readonly List<(string Name, string Text)> Pages =
    [
        .. Sources
            .Files("*.razor")
            .Concat(Sources.Files("*.cs"))
            .Where(f => f.Contains("CsDashboard.Web", StringComparison.Ordinal))
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f))),
    ];

    // js/choose.js makes Enter choose, wherever a field names its list; the palette is a list of its own, and notes call colleagues in.
    [Fact]
    public void Every_list_of_choices_hangs_on_a_field_in_which_Enter_chooses()
    {
        var (faults, lists) = (new List<string>(), 0);
        foreach (var (name, text) in Pages.Where(p => p.Name.EndsWith(".razor", StringComparison.Ordinal)))
        {
            foreach (Match list in List().Matches(text))
            {
                lists++;
                if (
                    !Regex.IsMatch(
                        text,
                        $"""<(input[^<]*role="combobox"|DraftBox|textarea)[^<]*aria-controls="{Regex.Escape(list.Groups["id"].Value)}"[^<]*""",
                        RegexOptions.Singleline
                    )
                )
                    faults.Add($"{name}: nothing with role=combobox names the list {list.Groups["id"].Value}.");
            }
            if (Filtered().Matches(text).Any(field => !field.Value.Contains("role=\"combobox\"", StringComparison.Ordinal)))
                faults.Add($"{name}: a filter whose rows Enter does not choose.");
        }
        lists.ShouldBeGreaterThan(3, "The test looks at nothing.");
        faults.ShouldBeEmpty();
    }

    // Kit/When and Kit/TimeMarkup give each its exact time on hover.
    [Fact]
    public void A_time_that_is_told_relatively_is_told_by_the_kit()
    {
        Pages
            .Count(p => p.Text.Contains("Show.Ago(", StringComparison.Ordinal))
            .ShouldBe(
                2,
                "Kit/When and Kit/TimeMarkup, or a time without its exact one: "
                    + string.Join(", ", Pages.Where(p => p.Text.Contains("Show.Ago(", StringComparison.Ordinal)).Select(p => p.Name))
            );
        Pages
            .Where(p => p.Name.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(p =>
                Coarse()
                    .Matches(p.Text)
                    .Where(m => !m.Value.Contains("TimeMarkup.Said", StringComparison.Ordinal))
                    .Select(m => $"{p.Name}: {m.Value.Trim()}")
            )
            .ShouldBeEmpty();
        Pages
            .Where(p => p.Name.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(p =>
                Element()
                    .Matches(p.Text)
                    .Where(m => !m.Value.Contains("datetime=", StringComparison.Ordinal))
                    .Select(m => $"{p.Name}: {m.Value}")
            )
            .ShouldBeEmpty();
    }

    [GeneratedRegex(
        """<\w+[^<]*\bid="(?<id>[^"]+)"[^<]*role="listbox"|<\w+[^<]*role="listbox"[^<]*\bid="(?<id>[^"]+)""",
        RegexOptions.Singleline
    )]
    private static partial Regex List();

    [GeneratedRegex("""<input[^<]*\bdata-filter\b[^<]*""", RegexOptions.Singleline)]
    private static partial Regex Filtered();

    [GeneratedRegex("^.*DeskWords.Coarse.*$", RegexOptions.Multiline)]
    private static partial Regex Coarse();

    [GeneratedRegex("<time[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Element();
}

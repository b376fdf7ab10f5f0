using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>Where the component library may stand, and what of it nowhere does (decision 3).</summary>
public sealed partial class LibraryUseTests
{
    private static readonly Dictionary<string, string> Users = Sources
        .Files("*.razor")
        .Concat(Sources.Files("*.cs"))
        .Where(file => file.Contains("/CsDashboard.Web/", StringComparison.Ordinal))
        .Select(file =>
            (File: file[(file.LastIndexOf("/CsDashboard.Web/", StringComparison.Ordinal) + 17)..], Text: File.ReadAllText(file))
        )
        .Where(file => Import().IsMatch(file.Text))
        .ToDictionary(file => file.File, file => file.Text);

    [Fact]
    public void What_is_open_all_day_is_without_it()
    {
        Users.Count.ShouldBeGreaterThan(5, "The test looks at nothing.");
        Users
            .Keys.Where(file => file.StartsWith("Desk/", StringComparison.Ordinal) || file.StartsWith("Portal/", StringComparison.Ordinal))
            .ShouldBeEmpty("A component of it keeps 3 to 80 KB on the server for as long as its page is open.");
    }

    [Fact]
    public void A_page_with_it_has_the_place_where_it_opens_things() =>
        Users
            .Where(file => file.Value.StartsWith("@page", StringComparison.Ordinal))
            .Where(file => !file.Value.Contains("<LibraryGround>", StringComparison.Ordinal))
            .Select(file => file.Key)
            .ShouldBeEmpty();

    // A component of ours that draws one of the library's brings it wherever it stands; the ground ends that.
    [Fact]
    public void Whoever_draws_it_through_ours_is_on_its_ground_and_the_desk_and_the_portal_do_not()
    {
        var all = Sources
            .Files("*.razor")
            .Where(file => file.Contains("/CsDashboard.Web/", StringComparison.Ordinal))
            .Select(file =>
                (File: file[(file.LastIndexOf("/CsDashboard.Web/", StringComparison.Ordinal) + 17)..], Text: File.ReadAllText(file))
            )
            .ToList();
        HashSet<string> drawing = [.. Users.Keys.Select(NameOf).Where(name => name.StartsWith("Pick", StringComparison.Ordinal))];
        drawing.Count.ShouldBeGreaterThan(2, "The test looks at nothing.");
        List<string> faults = [];
        for (var before = 0; before != drawing.Count; )
        {
            before = drawing.Count;
            foreach (var (file, text) in all.Where(one => Elements().Matches(one.Text).Any(m => drawing.Contains(m.Groups[1].Value))))
            {
                if (
                    file.StartsWith("Portal/", StringComparison.Ordinal)
                    || (file.StartsWith("Desk/", StringComparison.Ordinal) && !ForAdmins(file))
                )
                    faults.Add($"{file}: open all day.");
                if (text.Contains("<LibraryGround>", StringComparison.Ordinal) || file.StartsWith("Kit/ListGrid", StringComparison.Ordinal))
                    continue;
                if (text.StartsWith("@page", StringComparison.Ordinal))
                    faults.Add($"{file}: nowhere to open.");
                drawing.Add(NameOf(file));
            }
        }
        faults.Distinct().ShouldBeEmpty();
    }

    private static bool ForAdmins(string file) => file.StartsWith("Desk/Parts/Settings", StringComparison.Ordinal);

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    [Fact]
    public void What_breaks_the_policy_and_what_sends_every_key_is_used_nowhere() =>
        Users.SelectMany(file => Unwanted().Matches(file.Value).Select(m => $"{file.Key}: {m.Value}")).ShouldBeEmpty();

    [GeneratedRegex(@"^\s*@?using MudBlazor", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"<([A-Z]\w+)\b")]
    private static partial Regex Elements();

    [GeneratedRegex(@"<Mud(ThemeProvider|SnackbarProvider|TextField|NumericField)\b|\bISnackbar\b")]
    private static partial Regex Unwanted();
}

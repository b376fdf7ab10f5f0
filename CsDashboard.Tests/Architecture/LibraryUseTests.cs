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

    [Fact]
    public void What_breaks_the_policy_and_what_sends_every_key_is_used_nowhere() =>
        Users.SelectMany(file => Unwanted().Matches(file.Value).Select(m => $"{file.Key}: {m.Value}")).ShouldBeEmpty();

    [GeneratedRegex(@"^\s*@?using MudBlazor", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"<Mud(ThemeProvider|SnackbarProvider|TextField|NumericField)\b|\bISnackbar\b")]
    private static partial Regex Unwanted();
}

using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsDashboard.Tests.Architecture;

namespace CsDashboard.Tests.Harness;

/// <summary>The style sheet of the component library, of which the build sends only what is used.</summary>
internal static partial class LibrarySheet
{
    /// <summary>Every class that it has rules for.</summary>
    public static IReadOnlySet<string> Classes { get; } =
        Named(
            File.ReadAllText(
                typeof(LibrarySheet)
                    .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                    .Single(a => a.Key == nameof(LibrarySheet))
                    .Value!
            )
        );

    private static readonly XDocument Listed = XDocument.Load(Path.Combine(StyleSheet.Folder, "css", "Sheets.props"));

    // What Sheets.props leaves out knowingly.
    private static readonly string[] LeftOut =
    [
        .. Listed.Descendants("LeftOut").SelectMany(words => words.Attribute("Include")!.Value.Split(';')),
    ];

    /// <summary>The classes of ours that have rules of the library, and whose.</summary>
    public static IReadOnlyList<(string Name, string[] As)> Drawn { get; } =
    [.. Listed.Descendants("Drawn").Select(one => (one.Attribute("Include")!.Value, one.Attribute("As")!.Value.Split(' ')))];

    /// <summary>What stands on the page has the rules that it would have with the whole sheet.</summary>
    public static async Task ShouldHaveTheRulesOf(Seat seat)
    {
        var (given, sent) = (
            await seat.Page.EvaluateAsync<string[]>(
                "() => [...new Set([...document.querySelectorAll('[class]')].flatMap(one => [...one.classList]))]"
            ),
            await seat.Page.EvaluateAsync<string[]>(
                """
                () => {
                  const heads = rules => [...rules].flatMap(rule => [rule.selectorText ?? '', ...(rule.cssRules ? heads(rule.cssRules) : [])]);
                  return heads([...document.styleSheets].flatMap(sheet => [...sheet.cssRules]));
                }
                """
            )
        );
        var known = Named(string.Join('\n', sent));
        given
            .Where(name => Classes.Contains(name) && !known.Contains(name) && !Markup.Classes.Contains(name))
            .Where(name => !LeftOut.Any(word => (name + "-").Contains(word + "-", StringComparison.Ordinal)))
            .ShouldBeEmpty($"{seat.Page.Url}: the library has rules for these; Sheets.props names no family of them.");
    }

    private static HashSet<string> Named(string css) => [.. Class().Matches(css).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\.(-?[A-Za-z_][\w-]*)")]
    private static partial Regex Class();
}

using System.Xml.Linq;

namespace CsDashboard.Tests.Architecture;

/// <summary>A style sheet, and the areas that get it.</summary>
internal sealed record StyleSheet(string Path, IReadOnlyList<string> Areas, string Text)
{
    public static readonly string Folder = System.IO.Path.Combine(TestRun.Sources, "wwwroot-assets");

    /// <summary>Those of the list, in its order.</summary>
    public static IReadOnlyList<StyleSheet> All { get; } =
    [
        .. XDocument
            .Load(System.IO.Path.Combine(Folder, "css", "Sheets.props"))
            .Descendants("Sheet")
            .Select(sheet => new StyleSheet(
                sheet.Attribute("Include")!.Value,
                sheet.Attribute("Areas")!.Value.Split(' '),
                File.ReadAllText(System.IO.Path.Combine(Folder, sheet.Attribute("Include")!.Value))
            )),
    ];

    public IReadOnlyList<StyleRule> Rules { get; } = [.. StyleRule.Of(Text)];

    /// <summary>The sheets that name a class.</summary>
    public static ILookup<string, StyleSheet> Naming { get; } = Lookup(alone: false);

    /// <summary>The sheets with a rule for a class alone.</summary>
    public static ILookup<string, StyleSheet> Homes { get; } = Lookup(alone: true);

    public override string ToString() => Path;

    private static ILookup<string, StyleSheet> Lookup(bool alone) =>
        All.SelectMany(sheet =>
                sheet.Rules.SelectMany(rule => rule.Selectors).Select(selector => (sheet, names: StyleRule.Classes(selector)))
            )
            .Where(at => !alone || at.names.Count == 1)
            .SelectMany(at => at.names.Select(name => (name, at.sheet)))
            .Distinct()
            .ToLookup(at => at.name, at => at.sheet);
}

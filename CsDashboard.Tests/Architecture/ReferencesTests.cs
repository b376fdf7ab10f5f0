using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>
/// What a comment names of the contract stands in docs/contract.md, under the system and the heading that it says; and nothing is named by
/// a number that nobody knows.
/// </summary>
public sealed partial class ReferencesTests
{
    private static readonly string Contract = File.ReadAllText(Path.Combine(TestRun.Sources, "docs", "contract.md"));

    private static readonly HashSet<string> Conflicts = [.. ConflictRow().Matches(Contract).Select(m => m.Groups[1].Value)];

    // By system; a heading of two hashes opens it, those of three are its sections.
    private static readonly ILookup<string, string> Sections = SectionsOf(Contract);

    [Fact]
    public void Every_reference_to_the_contract_leads_there()
    {
        var files = new[] { "*.cs", "*.razor", "*.js", "*.css", "*.md" }.SelectMany(Sources.Files).Where(IsRead).ToList();
        files.Count.ShouldBeGreaterThan(500, "The test looks at nothing.");
        var texts = files.ConvertAll(file => (File: file, Text: File.ReadAllText(file)));
        texts.Sum(t => Reference().Count(t.Text)).ShouldBeGreaterThan(100, "The test looks at nothing.");
        texts
            .SelectMany(t =>
                Faults(t.Text, t.File.EndsWith(".md", StringComparison.Ordinal)).Select(fault => $"{Path.GetFileName(t.File)}: {fault}")
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_contract_numbers_its_conflicts_without_a_gap() =>
        Conflicts.ShouldBe(Enumerable.Range(1, Conflicts.Count).Select(n => $"C{n}"), ignoreOrder: true);

    [Theory]
    [InlineData("Calls")]
    [InlineData("Images")]
    [InlineData("Search")]
    [InlineData("Orders")]
    [InlineData("Shipping and tax")]
    [InlineData("Returns")]
    [InlineData("Stock")]
    [InlineData("Cart")]
    [InlineData("Loyalty")]
    [InlineData("Prices and reviews")]
    [InlineData("Catalogue")]
    public void Each_rule_of_the_shop_has_tests_that_name_it(string rule)
    {
        Sections["market"].ShouldContain(rule);
        Sources
            .Files("*.cs")
            .Where(f => f.Contains("CsDashboard.Tests/", StringComparison.Ordinal) && IsRead(f))
            .ShouldContain(f =>
                LineEnd().Replace(File.ReadAllText(f), " ").Contains($"contract: market, {rule}", StringComparison.Ordinal)
            );
    }

    [Theory]
    [InlineData("// contract: portal, Faxes.")]
    [InlineData("// contract: vendor, E-mail.")]
    [InlineData("// As it is sent (contract: crm,\n    // Postcards).")]
    [InlineData("// contract C99: what nobody asked.")]
    [InlineData("/// <summary>Two at once (contract C5, C98).</summary>")]
    [InlineData("// rules.md 002, Segments")]
    [InlineData("// rule C11")]
    [InlineData("/// <summary>In the words of 002.</summary>")]
    [InlineData("// 003's flat form")]
    [InlineData("@* The calls (004) *@")]
    [InlineData("// [I] the usual")]
    [InlineData("public static class Words003")]
    public void The_test_sees_what_leads_nowhere(string line) => Faults(line, isProse: false).ShouldNotBeEmpty();

    [Theory]
    [InlineData("// contract: portal, E-mail.")]
    [InlineData("// (contract: membership, Chat and FAQ; contract C12)")]
    [InlineData("// As it is sent (contract: crm,\n    // Pages and search).")]
    [InlineData("// 1,000 of 50 000 rows at 12:00 in 0.001 s, HTTP 200, docs/decisions/0004")]
    [InlineData("var words = new[] { \"050 000 0104\", \"000\" };")]
    public void And_leaves_the_rest_alone(string line) => Faults(line, isProse: false).ShouldBeEmpty();

    private static IEnumerable<string> Faults(string source, bool isProse)
    {
        var text = LineEnd().Replace(source, " ");
        foreach (Match m in Reference().Matches(text))
        {
            var (system, rest) = (m.Groups[1].Value, m.Groups[2].Value);
            if (
                !Sections[system]
                    .Any(section =>
                        rest.StartsWith(section, StringComparison.Ordinal) && !char.IsLetter(rest.ElementAtOrDefault(section.Length))
                    )
            )
                yield return m.Value;
        }
        foreach (Match m in Numbered().Matches(text))
        foreach (var number in Number().Matches(m.Value).Select(n => n.Value).Where(n => !Conflicts.Contains(n)))
            yield return $"contract {number}";
        foreach (var m in Identifier().Matches(text).Concat(Gone().Matches(text)))
            yield return m.Value;
        foreach (var comment in isProse ? [source] : Comment().Matches(source).Select(m => m.Value))
        foreach (Match m in Bare().Matches(comment))
            yield return comment[Math.Max(0, m.Index - 30)..Math.Min(comment.Length, m.Index + 30)];
    }

    // The contract names its own parts; this file names what is none of them.
    private static bool IsRead(string file) =>
        !file.Contains("/Migrations/", StringComparison.Ordinal) && Path.GetFileName(file) is not ("contract.md" or "ReferencesTests.cs");

    private static ILookup<string, string> SectionsOf(string contract)
    {
        var (system, sections) = ("", new List<(string System, string Section)>());
        foreach (var line in contract.Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                system = line[3..].Trim();
            if (line.StartsWith("### ", StringComparison.Ordinal))
                sections.Add((system, line[4..].Trim()));
        }
        return sections.ToLookup(s => s.System, s => s.Section);
    }

    // The end of a comment's line, and the head of the next.
    [GeneratedRegex(@"\r?\n[ \t]*(?:///?|\*)?[ \t]*")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"\bcontract: (\w+), (.{1,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\bcontract C\d+(?:(?:, | and )C\d+)*", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\bC\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\| (C\d+) \|", RegexOptions.Multiline)]
    private static partial Regex ConflictRow();

    [GeneratedRegex(@"\b[A-Z][a-z]+[A-Za-z]*00[0-4]\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\b(?:rules|INTERFACE)\.md\b|\bendpoints\.json\b|\brules? C\d+", RegexOptions.IgnoreCase)]
    private static partial Regex Gone();

    [GeneratedRegex(@"(?<![\w%""'#/+.-])(?<!\d[.,: ])00[0-4](?![\w%""-]|[.,:]\d)|(?<=[\s(])\[[ISRT](?:/[ISRT])?\](?=[\s.,;:)])")]
    private static partial Regex Bare();

    [GeneratedRegex(@"@\*.*?\*@|/\*.*?\*/|(?<=^|\s)//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comment();
}

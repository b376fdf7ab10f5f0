using System.Text;
using CsDashboard.Foundation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CsDashboard.Tests.Architecture;

/// <summary>
/// A switch over an enum of ours says what each value means. With a default, a value that is added later would mean whatever is left;
/// without one the compiler names the switch (CS8509).
/// </summary>
public sealed class SwitchTests
{
    /// <summary>Files with a default that stays, and why.</summary>
    private static readonly Dictionary<string, string> Stays = new()
    {
        ["SentRow.razor"] = "Why a message waits or not depends on more than its state.",
        ["EditedField.cs"] = "What is typed into a field stays as it is, but for the kinds that are named.",
        ["ProfilesOfCustomers.cs"] = "A field is handed out as it is, but for the kinds that are named.",
    };

    private static readonly HashSet<string> Enums =
    [
        .. new[] { typeof(Word).Assembly, typeof(CsDashboard.Web.Api).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum)
            .Select(t => t.Name),
    ];

    [Fact]
    public void No_switch_over_an_enum_of_ours_has_a_default()
    {
        var files = Sources
            .Files("*.cs")
            .Concat(Sources.Files("*.razor"))
            .Where(f =>
                (f.Contains("/CsDashboard.Core/", StringComparison.Ordinal) || f.Contains("/CsDashboard.Web/", StringComparison.Ordinal))
                && !f.Contains("/Migrations/", StringComparison.Ordinal)
            )
            .ToList();
        files.Count.ShouldBeGreaterThan(500, "The test looks at nothing.");
        var found = files
            .SelectMany(file =>
                Faults(File.ReadAllText(file), file.EndsWith(".razor", StringComparison.Ordinal))
                    .Select(fault => (File: Path.GetFileName(file), fault))
            )
            .ToList();
        found.Where(f => !Stays.ContainsKey(f.File)).Select(f => $"{f.File}: {f.fault}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("var a = role switch { Role.Admin => 1, _ => 2 };", 1)]
    [InlineData("var a = role switch { Role.Admin or Role.Agent when x => 1, var other => 2 };", 1)]
    [InlineData("var a = who switch { { Role: Role.Admin } => 1, _ => 2 };", 1)]
    [InlineData("switch (role) { case Role.Admin: break; default: break; }", 1)]
    [InlineData("var a = role switch { Role.Admin => 1, Role.Agent => 2 };", 0)]
    [InlineData("var a = text switch { \"admin\" => Role.Admin, _ => Role.Agent };", 0)]
    public void It_is_seen_where_it_stands(string code, int faults)
    {
        Faults($"class C {{ void M() {{ {code} }} }}", isRazor: false).Count().ShouldBe(faults);
        Faults($"<p class=\"@(a)\">@code {{ void M() {{ {code} }} }}", isRazor: true).Count().ShouldBe(faults);
    }

    private static IEnumerable<string> Faults(string source, bool isRazor) =>
        isRazor ? Pieces(source).SelectMany(FaultsIn) : FaultsIn(source);

    private static IEnumerable<string> FaultsIn(string code)
    {
        foreach (var node in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes())
        {
            var (arms, others) = node switch
            {
                SwitchExpressionSyntax s => (
                    s.Arms.Select(a => a.Pattern).ToList<SyntaxNode>(),
                    s.Arms.Any(a => a.Pattern is DiscardPatternSyntax or VarPatternSyntax && a.WhenClause is null)
                ),
                SwitchStatementSyntax s => (
                    [.. s.Sections.SelectMany(x => x.Labels)],
                    s.Sections.Any(x => x.Labels.OfType<DefaultSwitchLabelSyntax>().Any())
                ),
                _ => ([], false),
            };
            if (
                others
                && arms.SelectMany(a => a.DescendantNodesAndSelf())
                    .OfType<MemberAccessExpressionSyntax>()
                    .FirstOrDefault(m => m.Expression is SimpleNameSyntax name && Enums.Contains(name.Identifier.Text))
                    is { } value
            )
                yield return $"{value} … {arms[^1]} in {node.ToString().ReplaceLineEndings(" ")[..Math.Min(90, node.ToString().Length)]}";
        }
    }

    // Markup is no C#: each switch of a component is read by itself, from the word before it to the brace that ends it.
    private static IEnumerable<string> Pieces(string razor)
    {
        for (
            var at = razor.IndexOf("switch", StringComparison.Ordinal);
            at >= 0;
            at = razor.IndexOf("switch", at + 1, StringComparison.Ordinal)
        )
        {
            var open = razor.IndexOf('{', at);
            if (open < 0)
                yield break;
            var head = razor[(at + "switch".Length)..open].Trim();
            if (head.Length > 0 && head[0] != '(')
                continue;
            var (depth, end) = (0, open);
            for (; end < razor.Length; end++)
            {
                if (razor[end] == '{')
                    depth++;
                else if (razor[end] == '}' && --depth == 0)
                    break;
            }
            var body = razor[open..Math.Min(end + 1, razor.Length)];
            yield return new StringBuilder("class C { void M() { ")
                .Append(head.Length == 0 ? $"var a = b switch {body};" : $"switch {head} {body}")
                .Append(" } }")
                .ToString();
        }
    }
}

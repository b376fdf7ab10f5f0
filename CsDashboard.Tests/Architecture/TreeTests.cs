using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CsDashboard.Tests.Architecture;

/// <summary>The tree shows what there is: one type, one file of its name.</summary>
public sealed partial class TreeTests
{
    [Fact]
    public void One_type_lies_in_one_file_of_its_name()
    {
        var files = Sources.Files("*.cs").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(1_000, "The test looks at nothing.");
        files.SelectMany(file => Strangers(file, File.ReadAllText(file))).ShouldBeEmpty("A type that lies elsewhere is not found.");
    }

    [Fact]
    public void The_test_sees_a_stranger()
    {
        const string source = "namespace X; public sealed class Ticket; public enum Status { Open } file sealed class Own;";
        Strangers("a/Ticket.cs", source).ShouldBe(["a/Ticket.cs: Status"]);
        Strangers("a/Ticket.Moving.cs", source).ShouldBe(["a/Ticket.Moving.cs: Status"]);
        Strangers("a/TicketViews.cs", source).ShouldBeEmpty();
    }

    // Events, inputs, views, tables, answers and settings of a room lie together.
    private static IEnumerable<string> Strangers(string file, string source)
    {
        var name = Path.GetFileName(file);
        if (Together().IsMatch(name))
            return [];
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        return root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(type => !type.Modifiers.Any(m => m.IsKind(SyntaxKind.FileKeyword)) && type.Identifier.Text != name[..name.IndexOf('.')])
            .Select(type => $"{file}: {type.Identifier.Text}");
    }

    [GeneratedRegex(@"(Events|Input|Inputs|Views|Tables|Answers|Settings)\.cs$")]
    private static partial Regex Together();
}

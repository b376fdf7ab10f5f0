using System.Diagnostics;
using System.Xml.Linq;
using CsDashboard.Foundation;
using CsDashboard.Security.Scanning;
using CsDashboard.Tests.Architecture;

namespace CsDashboard.Tests.Security;

/// <summary>The adviser on texts that programs would take for code (contract: market, Input scan).</summary>
public sealed class InputScanTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("' OR '1'='1", "SQL injection attempt")]
    [InlineData("1 UNION SELECT a FROM b", "SQL injection attempt")]
    [InlineData("<script>x</script>", "XSS attack attempt")]
    [InlineData("../../etc/passwd", "Path traversal attempt")]
    [InlineData("; cat /etc/hosts", "Command injection attempt")]
    public void The_four_classes_have_the_labels_of_the_contract(string text, string label) =>
        InputScan.Of(text).Found.Select(f => InputScan.Label(f.Threat)).ShouldContain(label);

    [Fact]
    public void Of_two_thousand_harmless_lines_hardly_one_is_taken_for_an_attack()
    {
        var lines = Harmless().ToList();
        lines.Count.ShouldBeGreaterThan(2_000);
        var wrong = lines.Select(l => (Line: l, Result: InputScan.Of(l))).Where(l => !l.Result.IsSafe).ToList();
        output.WriteLine($"{wrong.Count} false alarms in {lines.Count} lines: {(double)wrong.Count / lines.Count:P3}");
        ((double)wrong.Count / lines.Count).ShouldBeLessThanOrEqualTo(
            0.001,
            string.Join('\n', wrong.Select(w => $"{w.Line} -> {w.Result.Found[0]}"))
        );
    }

    [Fact]
    public void Of_a_thousand_attacks_nearly_all_are_found()
    {
        var lines = Hostile.Lines().Distinct().ToList();
        lines.Count.ShouldBeGreaterThan(1_000);
        var missed = lines.Where(l => InputScan.Of(l).IsSafe).ToList();
        output.WriteLine($"{lines.Count - missed.Count} of {lines.Count} attacks found: {1 - (double)missed.Count / lines.Count:P2}");
        (1 - (double)missed.Count / lines.Count).ShouldBeGreaterThanOrEqualTo(0.97, string.Join('\n', missed));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("(")]
    [InlineData("' or ")]
    [InlineData("<a ")]
    [InlineData("%25")]
    [InlineData("../")]
    [InlineData("select ")]
    [InlineData("${")]
    [InlineData("\ud800")]
    public void Sixty_four_kilobytes_of_anything_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, InputScan.MaxLength / piece.Length));
        var clock = Stopwatch.StartNew();
        InputScan.Of(text);
        // A pattern that went back would take minutes.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Nothing_and_too_much_are_refused_by_name()
    {
        Should.Throw<Refusal>(() => InputScan.Of(null)).Fields[0].Field.ShouldBe("input_data");
        Should.Throw<Refusal>(() => InputScan.Of(new string('x', InputScan.MaxLength + 1))).Fields[0].Field.ShouldBe("input_data");
        InputScan.Of("").IsSafe.ShouldBeTrue();
    }

    // What people write to a desk, and every text of the product in both languages.
    private static IEnumerable<string> Harmless() =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Security", "Cases", "harmless.txt"))
            .Skip(1)
            .Concat(Sources.Files("*.resx").SelectMany(f => XDocument.Load(f).Descendants("data").Select(d => d.Element("value")!.Value)));
}

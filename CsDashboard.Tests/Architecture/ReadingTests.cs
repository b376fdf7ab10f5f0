using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>
/// What somebody wrote is read in one place: numbers by Numbers, times by Times. Any other way guesses, rounds or takes the zone of the
/// server.
/// </summary>
public sealed partial class ReadingTests
{
    // The one place for each.
    private static readonly string[] Homes = ["CsDashboard.Core/Foundation/Numbers.cs", "CsDashboard.Core/Foundation/Times.cs"];

    [Fact]
    public void Numbers_and_times_of_others_are_read_in_one_way()
    {
        var files = Sources
            .Files("*.cs")
            .Concat(Sources.Files("*.razor"))
            .Where(f =>
                f.Contains("/CsDashboard.Core/", StringComparison.Ordinal) || f.Contains("/CsDashboard.Web/", StringComparison.Ordinal)
            )
            .ToList();
        files.Count.ShouldBeGreaterThan(300, "The test looks at nothing.");
        var slips =
            from file in files
            where !Homes.Any(home => file.EndsWith(home, StringComparison.Ordinal))
            from line in File.ReadLines(file)
            where OwnWay().IsMatch(line) || file.EndsWith("Endpoints.cs", StringComparison.Ordinal) && OfAddress().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line.Trim()}";
        slips.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("decimal.TryParse(text, out var x)")]
    [InlineData("double.Parse(text)")]
    [InlineData("text.Replace(\",\", \"\", StringComparison.Ordinal)")]
    [InlineData("DateTimeOffset.TryParse(text, out var at)")]
    [InlineData("DateTime.Parse(text)")]
    [InlineData("json.GetDateTimeOffset()")]
    [InlineData("string? pair = null, DateTimeOffset? from = null)")]
    public void The_test_sees_what_it_should_forbid(string line) => (OwnWay().IsMatch(line) || OfAddress().IsMatch(line)).ShouldBeTrue();

    [GeneratedRegex(
        """\b(?:decimal|double|float)\.(?:Try)?Parse\(|\bDateTime(?:Offset)?\.(?:Try)?Parse\(|\.(?:Try)?GetDateTime(?:Offset)?\(|\.Replace\(",", ("")"""
    )]
    private static partial Regex OwnWay();

    // A time out of an address, which the framework would read month first.
    [GeneratedRegex(@"DateTimeOffset\? [a-z]\w* = null[,)]")]
    private static partial Regex OfAddress();
}

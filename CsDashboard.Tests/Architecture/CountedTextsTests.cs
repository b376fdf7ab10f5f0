using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>What a text counts stands in the form of its number: English writes two forms of it, Arabic five.</summary>
public sealed partial class CountedTextsTests
{
    // After these a plural is something else's, or the place holds a name and they are its verb. Series has one form.
    private static readonly HashSet<string> Ends =
    [
        .. "a an and as at be but by can for from has if in is it its may must no not of on or out per so than that the this to until was".Split(
            ' '
        ),
        .. "when who will with within your".Split(' '),
        .. "appears asks belongs continues counts does gives goes opens seals sends shows waits wants series".Split(' '),
    ];

    private static readonly string[] OfMany = ["are", "aren’t", "have", "haven’t", "were", "weren’t"];

    // Texts in which a plural follows a name.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Event_SignalReleased"] = "{2} members: the name of a membership",
        ["TierPays"] = "{0} members: the name of a membership",
        ["Event_RewardTermsChanged"] = "{0} rewards: their kind",
    };

    private static IEnumerable<(string File, string Key, string English, string Arabic)> Pairs() =>
        from file in TextsTests.Texts
        where !TextsTests.IsArabic(file.Key)
        let arabic = TextsTests.Texts[Path.ChangeExtension(file.Key, ".ar.resx")]
        from text in file.Value
        where arabic.ContainsKey(text.Key)
        select (file.Key, text.Key, text.Value, arabic[text.Key]);

    [Fact]
    public void What_is_counted_is_written_in_its_forms()
    {
        Pairs().Count().ShouldBeGreaterThan(500, "The test looks at nothing.");
        Pairs()
            .Where(t => !Names.ContainsKey(t.Key))
            .SelectMany(t => Formless(t.English).Select(what => $"{Path.GetFileName(t.File)} {t.Key}: {what}"))
            .ShouldBeEmpty("Write {0:# row|# rows}, and {0:one|two|few|many|other} in Arabic.");
    }

    [Fact]
    public void English_has_two_forms_and_Arabic_five()
    {
        var faults = new List<string>();
        foreach (var (file, key, english, arabic) in Pairs())
        {
            var (two, five) = (Forms(english), Forms(arabic));
            if (two.Any(f => f.Forms.Length != 2))
                faults.Add($"{Path.GetFileName(file)} {key}: English has one and other.");
            if (five.Any(f => f.Forms.Length != 5))
                faults.Add($"{Path.GetFileName(file)} {key}: Arabic has one, two, few, many and other.");
            // One and two may be words of their own.
            if (two.Concat(five).Any(f => f.Forms.Any(HasNumber) && !f.Forms.Skip(f.Forms.Length > 2 ? 2 : 1).All(HasNumber)))
                faults.Add($"{Path.GetFileName(file)} {key}: a form lost its number.");
            faults.AddRange(
                two.Select(f => f.Place)
                    .Except(five.Select(f => f.Place))
                    .Select(place => $"{Path.GetFileName(file)} {key}: {{{place}}} is counted in English only.")
            );
        }
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Theory]
    [InlineData("{0} rows were removed", "{0} … rows")]
    [InlineData("of {1} older than {2} days", "{2} … days")]
    [InlineData("At most {0} preferred times.", "{0} … times")]
    [InlineData("a code; {1} are left", "{1} … are")]
    [InlineData("{0:N0} open tickets", "{0} … tickets")]
    [InlineData("{0} row(s)", "{0} … row(s)")]
    [InlineData("{0} chats of {1} agents", "{0} … chats, {1} … agents")]
    [InlineData("{0:# row was|# rows were} removed", null)]
    [InlineData("{0} was given to {1}", null)]
    [InlineData("{0} of 5 stars", null)]
    [InlineData("{0} sends messages", null)]
    [InlineData("{0}% discount", null)]
    [InlineData("{0}’s sessions", null)]
    public void A_plural_after_a_number_is_found(string english, string? what) => string.Join(", ", Formless(english)).ShouldBe(what ?? "");

    private static IEnumerable<string> Formless(string english)
    {
        foreach (Match place in Place().Matches(english))
        {
            var following = Following().Match(english, place.Index + place.Length).Groups[1].Captures.Select(c => c.Value).ToList();
            var end = following.FindIndex(word => Ends.Contains(word) || IsPlural(word));
            if (following.FirstOrDefault() is { } first && OfMany.Contains(first))
                yield return $"{{{place.Groups[1].Value}}} … {first}";
            else if (end >= 0 && !Ends.Contains(following[end]))
                yield return $"{{{place.Groups[1].Value}}} … {following[end]}";
        }
    }

    private static bool IsPlural(string word) =>
        word is "people" or "children"
        || word.EndsWith("(s)", StringComparison.Ordinal)
        || word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or '’');

    private static List<(string Place, string[] Forms)> Forms(string text) =>
        [.. Counted().Matches(text).Select(m => (m.Groups[1].Value, m.Groups[2].Value.Split('|')))];

    private static bool HasNumber(string form) => form.Contains('#');

    [GeneratedRegex(@"\{(\d+)(?::[^|}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\{(\d+):([^}]*\|[^}]*)\}")]
    private static partial Regex Counted();

    // Up to three words that nothing separates.
    [GeneratedRegex(@"\G(?:[ \u00A0]([A-Za-z][\w’-]*(?:\(s\))?)){1,3}")]
    private static partial Regex Following();
}

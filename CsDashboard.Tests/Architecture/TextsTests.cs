using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CsDashboard.Tests.Architecture;

/// <summary>English and Arabic have the same texts, and every text that the sources ask for is there.</summary>
public sealed partial class TextsTests
{
    internal static readonly Dictionary<string, Dictionary<string, string>> Texts = Sources
        .Files("*.resx")
        .ToDictionary(
            f => f,
            f => XDocument.Load(f).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value)
        );

    internal static IEnumerable<(string Resource, IReadOnlyCollection<string> Keys)> All() =>
        Texts
            .Where(t => !IsArabic(t.Key))
            .Select(t => (Path.GetFileNameWithoutExtension(t.Key), (IReadOnlyCollection<string>)t.Value.Keys));

    internal static Dictionary<string, string> Of(string name) => Texts.Single(t => Path.GetFileName(t.Key) == name + ".resx").Value;

    internal static bool IsArabic(string file) => file.EndsWith(".ar.resx", StringComparison.Ordinal);

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var faults = new List<string>();
        foreach (var (file, english) in Texts.Where(t => !IsArabic(t.Key)))
        {
            if (!Texts.TryGetValue(Path.ChangeExtension(file, ".ar.resx"), out var arabic))
            {
                faults.Add($"{file} has no Arabic twin.");
                continue;
            }
            faults.AddRange(english.Keys.Except(arabic.Keys).Select(key => $"{Path.GetFileName(file)}: {key} is missing in Arabic."));
            faults.AddRange(arabic.Keys.Except(english.Keys).Select(key => $"{Path.GetFileName(file)}: {key} is missing in English."));
        }
        Texts.Count.ShouldBeGreaterThanOrEqualTo(4, "The test looks at nothing.");
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Fact]
    public void Both_languages_of_a_text_have_the_same_places_for_values()
    {
        var faults =
            from file in Texts.Keys.Where(f => !IsArabic(f))
            where Texts.ContainsKey(Path.ChangeExtension(file, ".ar.resx"))
            from text in Texts[file]
            let arabic = Texts[Path.ChangeExtension(file, ".ar.resx")].GetValueOrDefault(text.Key)
            where arabic is not null && !SamePlaces(text.Value, arabic)
            select $"{Path.GetFileName(file)}: {text.Key} has other places in Arabic.";
        faults.ShouldBeEmpty();
        SamePlaces("{0} and {1}", "{1} و {0}").ShouldBeTrue();
        SamePlaces("{0:N0} of {1}", "{0}").ShouldBeFalse();
    }

    [Fact]
    public void No_text_is_empty() =>
        Texts
            .SelectMany(f => f.Value.Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => $"{Path.GetFileName(f.Key)}: {t.Key}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_word_that_the_rooms_say_is_there_once_with_a_room_that_they_may_stand_on()
    {
        var roomOf = Texts
            .Where(t => t.Key.EndsWith("Words.resx", StringComparison.Ordinal))
            .SelectMany(t => t.Value.Keys.Select(key => (key, Room: RoomOf(t.Key))))
            .ToDictionary(t => t.key, t => t.Room);
        var asked = Sources
            .Files("*.cs")
            .Where(f => f.Contains("CsDashboard.Core/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(file =>
                WordKey()
                    .Matches(File.ReadAllText(file))
                    .Select(m => (File: Path.GetFileName(file), Room: RoomOf(file), Key: m.Groups[1].Value))
            )
            .ToList();
        asked.Count.ShouldBeGreaterThan(30, "The test looks at nothing.");
        asked.Where(a => !roomOf.ContainsKey(a.Key)).Select(a => $"{a.File}: {a.Key}").ShouldBeEmpty();
        asked
            .Where(a =>
                roomOf.TryGetValue(a.Key, out var said)
                && said != a.Room
                && !RoomsTests.Map[a.Room].Contains(said)
                && !RoomsTests.Map[a.Room].Contains("*")
            )
            .Select(a => $"{a.File} says {a.Key} of {roomOf[a.Key]}")
            .ShouldBeEmpty();
    }

    private static string RoomOf(string file) =>
        file[(file.LastIndexOf("CsDashboard.Core/", StringComparison.Ordinal) + "CsDashboard.Core/".Length)..].Split('/')[0];

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var pages = Sources
            .Files("*.razor")
            .Concat(Sources.Files("*.cs"))
            .Where(f => f.Contains("CsDashboard.Web", StringComparison.Ordinal))
            .ToDictionary(f => f, f => Comment().Replace(File.ReadAllText(f), ""));
        var imported = pages.Where(p => Path.GetFileName(p.Key) == "_Imports.razor").SelectMany(p => Localizer().Matches(p.Value)).ToList();
        var names = pages.Values.SelectMany(p => Localizer().Matches(p)).Select(m => m.Groups[2].Value).ToHashSet();
        var (asked, faults) = (0, new List<string>());
        foreach (var (file, source) in pages)
        {
            var own = Localizer()
                .Matches(source)
                .Concat(imported)
                .GroupBy(m => m.Groups[2].Value)
                .ToDictionary(g => g.Key, g => g.First().Groups[1].Value.Split('.')[^1]);
            foreach (Match use in Indexed().Matches(source))
            {
                var (name, key) = (use.Groups[1].Value, use.Groups[2].Value);
                if (!names.Contains(name))
                    continue;
                asked++;
                // The beginning of a key that goes on with a value must be the beginning of some.
                bool In(Dictionary<string, string> texts) =>
                    use.Groups[3].Value == "+" ? texts.Keys.Any(k => k.StartsWith(key, StringComparison.Ordinal)) : texts.ContainsKey(key);
                if (own.TryGetValue(name, out var resource) ? !In(Of(resource)) : !Texts.Values.Any(In))
                    faults.Add($"{Path.GetFileName(file)}: {name}[\"{key}\"]");
            }
            foreach (Match use in Called().Matches(source))
            {
                var (resource, key, begins) = (use.Groups[1].Value, use.Groups[2].Value, use.Groups[3].Value == "+");
                if (!Texts.Any(t => Path.GetFileName(t.Key) == resource + ".resx"))
                    continue;
                asked++;
                if (begins ? !Of(resource).Keys.Any(k => k.StartsWith(key, StringComparison.Ordinal)) : !Of(resource).ContainsKey(key))
                    faults.Add($"{Path.GetFileName(file)}: {resource} {key}");
            }
        }
        asked.ShouldBeGreaterThan(20, "The test looks at nothing.");
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    private static bool SamePlaces(string english, string arabic)
    {
        static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];
        return Places(english).SetEquals(Places(arabic));
    }

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();

    // Keys of Words are Room_Thing; nothing else in the rooms is written like that.
    [GeneratedRegex(@"""([A-Z][a-z][A-Za-z]*_[A-Z][A-Za-z]+)""")]
    private static partial Regex WordKey();

    [GeneratedRegex(@"@\*.*?\*@|/\*.*?\*/|(?<=^|\s)//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"IStringLocalizer<([\w.]+)>\s+(\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"\b(\w+)\[\s*""([^""]+)""\s*(\+?)")]
    private static partial Regex Indexed();

    [GeneratedRegex(@"\b(\w+)\.Get\(\s*""([^""]+)""\s*(\+?)")]
    private static partial Regex Called();
}

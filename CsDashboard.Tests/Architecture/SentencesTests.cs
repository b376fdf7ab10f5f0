using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using CsDashboard.Accounts;
using CsDashboard.Bots;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Notifications;
using CsDashboard.Vault;

namespace CsDashboard.Tests.Architecture;

/// <summary>
/// What the history says of an event holds no word of the code: a value of an enum is said in the language of the reader. Every event is
/// made with every value of every enum that it holds.
/// </summary>
public sealed partial class SentencesTests
{
    private static readonly IReadOnlyList<Type> Events =
    [
        .. typeof(IEvent).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IEvent))),
    ];

    /// <summary>Events that hold their words as texts.</summary>
    public static IEnumerable<TheoryDataRow<IEvent, string>> WithTexts() =>
        [
            .. Announcement.Types.Select(type => new TheoryDataRow<IEvent, string>(new CustomerTold(Guid.Empty, "سارة", type), type)),
            .. new[] { "page", "api", "change" }.SelectMany(door =>
                new TheoryDataRow<IEvent, string>[]
                {
                    new(new PinAccessGranted(Guid.Empty, door), door),
                    new(new PinAccessDenied(Guid.Empty, door, 3), door),
                }
            ),
            new(new SecondFactorDemanded(Guid.Empty, "", "Customer Agent Admin"), "Customer|Agent|Admin"),
            new(new MilestoneReached(Guid.Empty, Guid.Empty, "orders-10"), "orders"),
            new(new MilestoneReached(Guid.Empty, Guid.Empty, "tier-gold"), "tier|gold"),
            .. new[] { "BUY", "SELL" }.Select(direction => new TheoryDataRow<IEvent, string>(
                new SignalProposed
                {
                    BotId = Guid.Empty,
                    Type = BotType.Crypto,
                    Pair = "",
                    Interval = "1h",
                    IsReplay = true,
                    Direction = direction,
                    Entry = 1,
                    Stop = 1,
                    Target = 1,
                    Indicators = new Dictionary<string, decimal>(),
                    Candles = [],
                },
                direction
            )),
        ];

    [Fact]
    public void A_value_of_an_enum_is_said_in_the_language_of_the_reader()
    {
        Events.Count.ShouldBeGreaterThan(80, "The test looks at nothing.");
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Events)
            for (var at = 0; at < 12; at++)
            {
                var raw = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                var (key, values) = ((IEvent)Sample(type, at, raw)!).Sentence;
                if (values.Any(value => value is Enum))
                    faults.Add($"{type.Name} says the value of an enum as it is");
                var said = Words.In("ar", key, values);
                foreach (var word in Latin().Matches(said).Select(m => m.Value).Where(raw.Contains))
                    faults.Add($"{type.Name} says {word}: {said}");
            }
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Theory, MemberData(nameof(WithTexts))]
    public void So_is_a_word_that_is_kept_as_a_text(IEvent happening, string raw)
    {
        var (key, values) = happening.Sentence;
        var said = Words.In("ar", key, values);
        said.ShouldNotContain('_');
        foreach (var word in raw.Split('|').Where(word => word != "api"))
            Latin().Matches(said).Select(m => m.Value).ShouldNotContain(word, StringComparer.OrdinalIgnoreCase, said);
        Words.In("en", key, values).ShouldNotContain('_');
    }

    // One of a type, with the value at that place of each enum in it. The words of these are gathered.
    private static object? Sample(Type type, int at, HashSet<string> raw, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "نص";
        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            var value = (Enum)values.GetValue(at % values.Length)!;
            raw.Add(value.ToString());
            raw.Add((string)typeof(Word).GetMethod(nameof(Word.Of))!.MakeGenericMethod(type).Invoke(null, [value])!);
            return value;
        }
        if (type.IsArray || type is { IsInterface: true, IsGenericType: true })
            return Collection(type, of => Sample(of, at, raw, depth + 1));
        if (depth > 4 || type == typeof(object) || type.IsValueType && type.Assembly == typeof(int).Assembly)
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        if (Known(type) is { } known)
            return known;
        if (type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault() is not { } constructor)
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType, at, raw, depth + 1))]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null && p.GetIndexParameters().Length == 0))
            if (!constructor.GetParameters().Any(p => p.Name!.Equals(property.Name, StringComparison.OrdinalIgnoreCase)))
                property.SetValue(made, Sample(property.PropertyType, at, raw, depth + 1));
        return made;
    }

    // Of what there is a closed list of, such as channels.
    private static object? Known(Type type) =>
        type.GetField("All", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is IList { Count: > 0 } all
        && all[0]!.GetType() == type
            ? all[0]
            : null;

    // A list of one; a dictionary of none.
    private static object Collection(Type type, Func<Type, object?> sample)
    {
        var of = type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
        if (of.Length == 2)
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(of))!;
        var list = Array.CreateInstance(of[0], 1);
        list.SetValue(sample(of[0]), 0);
        return list;
    }

    [GeneratedRegex("[A-Za-z_]+")]
    private static partial Regex Latin();
}

using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CsDashboard.Foundation;

/// <summary>
/// Words of the contract for our enums: in_progress for InProgress, unless the enum is <see cref="SpeltAttribute">spelt</see> otherwise.
/// Read without regard to case, blanks, hyphens and underscores; a number is no word.
/// </summary>
public static partial class Word
{
    public static string Of<T>(T value)
        where T : struct, Enum => Spelt<T>.Words.TryGetValue(value, out var word) ? word : value.ToString();

    /// <summary>All words of an enum, in its order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Spelt<T>.All;

    /// <summary>Null for none, and for a word that there isn't.</summary>
    public static T? TryRead<T>(string? word)
        where T : struct, Enum => word is not null && Spelt<T>.Values.TryGetValue(Plain(word), out var value) ? value : null;

    /// <summary>Null for none; a wrong one is Invalid and its field named.</summary>
    public static T? Read<T>(string field, string? word)
        where T : struct, Enum => string.IsNullOrWhiteSpace(word) ? null : TryRead<T>(word) ?? throw Wrong<T>(field);

    /// <summary>As <see cref="Read{T}(string, string?)"/>, and none is Invalid too.</summary>
    public static T Demand<T>(string field, string? word)
        where T : struct, Enum => TryRead<T>(word) ?? throw Wrong<T>(field);

    /// <summary>The value of a word that has been checked; the other one for none.</summary>
    public static T Read<T>(string? word, T otherwise)
        where T : struct, Enum => Read<T>("", word) ?? otherwise;

    private static Refusal Wrong<T>(string field)
        where T : struct, Enum => Refusal.Invalid(field, Words.Of("Word_Unknown", string.Join(", ", All<T>())));

    private static string Plain(string word) =>
        word.Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal);

    // One for each enum, made at the first word.
    private static class Spelt<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>()
            .Distinct()
            .ToFrozenDictionary(
                v => v,
                v => Spell(v.ToString(), typeof(T).GetCustomAttribute<SpeltAttribute>()?.Spelling ?? Spelling.Snake)
            );
        public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<T>().Select(v => Words[v])];
        public static readonly FrozenDictionary<string, T> Values = Words.ToFrozenDictionary(
            w => w.Key.ToString(),
            w => w.Key,
            StringComparer.OrdinalIgnoreCase
        );
    }

    private static string Spell(string name, Spelling spelling) =>
        spelling switch
        {
            Spelling.Snake => JsonNamingPolicy.SnakeCaseLower.ConvertName(name),
            Spelling.Title => BetweenWords().Replace(name, " "),
            Spelling.Upper => name.ToUpperInvariant(),
        };

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex BetweenWords();
}

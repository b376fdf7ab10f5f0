using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace CsDashboard.Foundation;

/// <summary>Checks an input record by its annotations; the same ones a form shows. Messages are keys of <see cref="Words"/>.</summary>
public static class Input
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(PropertyInfo Property, ICleans Cleaner)>> Cleaned = new();

    /// <summary>
    /// Cleans the fields that ask for it (<see cref="ICleans"/>), refuses with every bad field named (camelCase), and otherwise returns the
    /// input.
    /// </summary>
    public static T Checked<T>(this T input)
        where T : class
    {
        foreach (var (property, cleaner) in Cleaned.GetOrAdd(input.GetType(), CleanedOf))
            if (property.GetValue(input) is string typed)
                property.SetValue(input, cleaner.Clean(typed));
        var results = new List<ValidationResult>();
        if (Validator.TryValidateObject(input, new ValidationContext(input), results, validateAllProperties: true))
            return input;
        throw Refusal.Invalid([
            .. results.SelectMany(r =>
                r.MemberNames.DefaultIfEmpty("")
                    .Select(name => new FieldError(
                        JsonNamingPolicy.CamelCase.ConvertName(name),
                        r.ErrorMessage ?? Words.Of("Refused_Invalid")
                    ))
            ),
        ]);
    }

    private static IReadOnlyList<(PropertyInfo, ICleans)> CleanedOf(Type type) =>
        [
            .. type.GetProperties()
                .Where(p => p.CanWrite)
                .Select(p => (p, p.GetCustomAttributes().OfType<ICleans>().FirstOrDefault()))
                .Where(p => p.Item2 is not null)
                .Select(p => (p.p, p.Item2!)),
        ];
}

/// <summary>A text that must be there: not blank, no NUL, within its length, no lone surrogate.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class TextAttribute(int max) : ValidationAttribute
{
    public int Max { get; } = max;
    public int Min { get; init; } = 1;
    public bool Optional { get; init; }

    protected override ValidationResult? IsValid(object? value, ValidationContext context)
    {
        var text = value as string;
        string[] member = [context.MemberName ?? ""];
        if (string.IsNullOrWhiteSpace(text))
            return Optional ? null : new ValidationResult(Words.Of("Text_Required"), member);
        if (!CanBeStored(text))
            return new ValidationResult(Words.Of("Text_BadCharacters"), member);
        if (text.Trim().Length > Max)
            return new ValidationResult(Words.Of("Text_TooLong", Max), member);
        return text.Trim().Length < Min ? new ValidationResult(Words.Of("Text_TooShort", Min), member) : null;
    }

    /// <summary>
    /// No NUL and no lone surrogate: PostgreSQL stores neither; and no U+FFFE, which is no character and has no normal form.
    /// </summary>
    public static bool CanBeStored(string text) => text.AsSpan().IndexOfAny('\0', '\uFFFE') < 0 && !HasLoneSurrogate(text);

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return true;
        }
        return false;
    }
}

/// <summary>A word out of a fixed list; null where a default applies.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OneOfAttribute(params string[] words) : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is null || (value is string word && words.Contains(word, StringComparer.OrdinalIgnoreCase))
            ? null
            : new ValidationResult(Words.Of("Word_Unknown", string.Join(", ", words)), [context.MemberName ?? ""]);
}

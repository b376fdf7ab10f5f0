using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CsDashboard.Foundation;

/// <summary>A word of an enum, but for some of its values; null where a default applies.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WordOfAttribute<T>(params object[] except) : ValidationAttribute
    where T : struct, Enum
{
    private readonly T[] allowed = [.. Enum.GetValues<T>().Where(v => !except.Contains(v))];

    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is null || (value is string word && Word.TryRead<T>(word) is { } read && allowed.Contains(read))
            ? null
            : new ValidationResult(Words.Of("Word_Unknown", string.Join(", ", allowed.Select(Word.Of))), [context.MemberName ?? ""]);
}

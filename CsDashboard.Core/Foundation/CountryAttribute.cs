using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>
/// A country of ISO 3166, given by its code or by its name in English or Arabic and kept as two letters; nothing stands for none.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountryAttribute : ValidationAttribute, ICleans
{
    public string? Clean(string? typed) => Countries.Of(typed)?.Code ?? typed?.Trim();

    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is not string { Length: > 0 } text || Countries.Of(text) is not null
            ? null
            : new(Words.Of("Country_Bad"), [context.MemberName ?? ""]);
}

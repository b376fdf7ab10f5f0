using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CsDashboard.Foundation;

/// <summary>The letters of a currency of ISO 4217; null where a default applies.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CurrencyAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is null || Currency.Find(value as string) is not null ? null : new(Words.Of("Currency_Bad"), [context.MemberName ?? ""]);
}

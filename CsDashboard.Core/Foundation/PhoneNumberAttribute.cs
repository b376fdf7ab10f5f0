using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace CsDashboard.Foundation;

/// <summary>
/// A phone number, or nothing. The verb knows the country of a number without one: it reads it by <see cref="Phones.Of"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PhoneNumberAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(
        object? value,
        System.ComponentModel.DataAnnotations.ValidationContext context
    ) =>
        string.IsNullOrWhiteSpace(Lines.Clean(value as string)) || Phones.Read(value as string, null) is not null
            ? null
            : new(Words.Of("Phone_Bad"), [context.MemberName ?? ""]);
}

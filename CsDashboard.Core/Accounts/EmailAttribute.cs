using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CsDashboard.Accounts;

/// <summary>An address that <see cref="Emails.Read"/> takes.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EmailAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(
        object? value,
        System.ComponentModel.DataAnnotations.ValidationContext context
    ) => Emails.TryRead(value as string, out var fault) is null ? new(Words.Of(fault), [context.MemberName ?? ""]) : null;
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace CsDashboard.Accounts;

/// <summary>A new password on any form, checked by <see cref="PasswordRule"/> against what else the form holds.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PasswordAttribute : ValidationAttribute
{
    private static readonly string[] Own = ["Name", "FullName", "Email", "Company"];

    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        PasswordRule.FaultOf(
            value as string,
            [.. Own.Select(name => context.ObjectType.GetProperty(name)?.GetValue(context.ObjectInstance) as string)]
        )
            is { } fault
            ? new(Words.Of(fault), [context.MemberName ?? ""])
            : null;
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace CsDashboard.Accounts;

/// <summary>An existing password, typed to show who somebody is; only its presence is checked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CurrentPasswordAttribute : ValidationAttribute
{
    public const int Longest = 256;

    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        new TextAttribute(Longest).GetValidationResult(value, context);
}

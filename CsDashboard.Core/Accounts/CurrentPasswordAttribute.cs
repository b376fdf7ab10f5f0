using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace CsDashboard.Accounts;

/// <summary>A password that somebody has already, typed to show who they are; nothing but its presence is checked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CurrentPasswordAttribute : ValidationAttribute
{
    public const int Longest = 256;

    protected override ValidationResult? IsValid(object? value, ValidationContext context) => new TextAttribute(Longest).GetValidationResult(value, context);
}

using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Foundation;

/// <summary>A whole number between two bounds, both included; null where it may be missing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BoundsAttribute(int least, int most) : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    public int Least { get; } = least;
    public int Most { get; } = most;

    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(
        object? value,
        System.ComponentModel.DataAnnotations.ValidationContext context
    ) =>
        value is null || value is int number && number >= Least && number <= Most
            ? null
            : new(Words.Of("Range_Beyond", Least, Most), [context.MemberName ?? ""]);
}

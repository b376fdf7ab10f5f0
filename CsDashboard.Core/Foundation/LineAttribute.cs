using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace CsDashboard.Foundation;

/// <summary>
/// A text on one line that people read, such as a name: as <see cref="Lines.Clean"/> has it, with at least one letter or digit.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LineAttribute(int max) : TextAttribute(max), ICleans
{
    public string? Clean(string? typed) => Lines.Clean(typed);

    protected override ValidationResult? IsValid(object? value, ValidationContext context)
    {
        var text = Clean(value as string);
        if (base.IsValid(text, context) is { } fault)
            return fault;
        // Marks without a letter show as nothing.
        return string.IsNullOrWhiteSpace(text) || text.EnumerateRunes().Any(Rune.IsLetterOrDigit)
            ? null
            : new ValidationResult(Words.Of("Text_NoLetters"), [context.MemberName ?? ""]);
    }
}

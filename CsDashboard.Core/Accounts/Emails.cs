namespace CsDashboard.Accounts;

public static class Emails
{
    /// <summary>
    /// The form in which addresses are compared (rules.md 000, e-mail normalisation): trimmed and lower-case; for gmail.com
    /// and googlemail.com dots of the local part and everything from the first '+' are dropped. An address without exactly
    /// one '@', with a blank, a control character or half a character in it, or longer than 254, is Invalid.
    /// </summary>
    public static string Normalise(string? address) => TryNormalise(address) ?? throw Refusal.Invalid("email", Words.Of("Email_Bad"));

    /// <summary>As <see cref="Normalise"/>, with null instead of the refusal.</summary>
    public static string? TryNormalise(string? address)
    {
        var text = address?.Trim().ToLowerInvariant() ?? "";
        var at = text.IndexOf('@');
        if (at < 1 || at != text.LastIndexOf('@') || at == text.Length - 1 || text.Length > 254 || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || !TextAttribute.CanBeStored(text)) return null;
        var (local, domain) = (text[..at], text[(at + 1)..]);
        if (domain is not ("gmail.com" or "googlemail.com")) return text;
        local = local.Replace(".", "", StringComparison.Ordinal);
        var plus = local.IndexOf('+');
        if (plus >= 0) local = local[..plus];
        return local.Length == 0 ? null : local + "@gmail.com";
    }
}

/// <summary>An address that <see cref="Emails.Normalise"/> takes.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EmailAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(object? value, System.ComponentModel.DataAnnotations.ValidationContext context) =>
        Emails.TryNormalise(value as string) is null ? new(Words.Of(string.IsNullOrWhiteSpace(value as string) ? "Text_Required" : "Email_Bad"), [context.MemberName ?? ""]) : null;
}

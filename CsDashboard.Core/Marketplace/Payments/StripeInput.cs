namespace CsDashboard.Marketplace.Payments;

/// <summary>A company's account at Stripe, as its admins write it. What is left empty stays as it is.</summary>
public sealed class StripeInput
{
    private const int Most = 200;

    public bool IsOn { get; set; }

    [Text(Most, Optional = true)]
    public string? SecretKey { get; set; }

    [Text(Most, Optional = true)]
    public string? WebhookSecret { get; set; }

    internal void CheckAll()
    {
        this.Checked();
        (SecretKey, WebhookSecret) = (Blank(SecretKey), Blank(WebhookSecret));
        Check("secretKey", SecretKey, "sk_", "rk_");
        Check("webhookSecret", WebhookSecret, "whsec_");
    }

    private static void Check(string field, string? key, params string[] beginnings)
    {
        if (
            key is not null
            && !(
                beginnings.Any(b => key.StartsWith(b, StringComparison.Ordinal) && key.Length > b.Length + 8)
                && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '+' or '/' or '=')
            )
        )
            throw Refusal.Invalid(field, Words.Of("Stripe_Key", beginnings[0]));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>
/// What a buyer has agreed to: the goods and the way they are sent as a hash, the total, and until when. Nothing is signed, since nobody
/// gains by changing it: who says a higher total pays what it costs, who says a lower one is asked again.
/// </summary>
internal sealed record QuoteToken(string Shape, decimal Total, DateTimeOffset Until)
{
    public static string ShapeOf(IEnumerable<(Guid Variant, int Quantity)> lines, string? way, string currency) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{string.Join(' ', lines.OrderBy(l => l.Variant).Select(l => $"{l.Variant:N}x{l.Quantity}"))}/{way}/{currency}"
                )
            )
        )[..24];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Shape}-{(long)(Total * 10_000)}-{Until.ToUnixTimeSeconds()}");

    /// <summary>Null for what is none.</summary>
    public static QuoteToken? Read(string? text) =>
        text?.Split('-') is [{ Length: 24 } shape, var total, var until]
        && long.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
        && second < 253_402_300_000
            ? new(shape, amount / 10_000m, DateTimeOffset.FromUnixTimeSeconds(second))
            : null;

    /// <summary>
    /// Conflict <c>price_changed</c> when the goods are others, or it costs more than was agreed; <c>quote_expired</c> after its end. What
    /// costs less is the buyer's.
    /// </summary>
    public void Demand(string shape, decimal total, DateTimeOffset now)
    {
        if (shape != Shape || total > Total)
            throw Refusal.Conflict(Words.Of("Quote_Changed"), "price_changed");
        if (now > Until)
            throw Refusal.Conflict(Words.Of("Quote_Over"), "quote_expired");
    }
}

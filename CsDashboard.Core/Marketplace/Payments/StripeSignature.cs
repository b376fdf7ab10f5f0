using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CsDashboard.Marketplace.Payments;

/// <summary>
/// What proves that a call is Stripe's: <c>t=TIME,v1=HEX[,v1=HEX]</c>, HMAC-SHA256 of the time, a dot and the body under the secret that
/// both know. More than five minutes old, or ahead, it proves nothing.
/// </summary>
internal static class StripeSignature
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool IsGood(string? header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        if (header is not { Length: > 0 and < 2_000 })
            return false;
        var parts = header.Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToList();
        if (
            !long.TryParse(parts.Find(p => p[0].Trim() == "t")?[1], NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            || Math.Abs(now.ToUnixTimeSeconds() - time) > (long)Tolerance.TotalSeconds
        )
            return false;
        var expected = Encoding.ASCII.GetBytes(Of(time, body, secret));
        var isGood = false;
        // Each is compared, so that the time says nothing of which.
        foreach (var given in parts.Where(p => p[0].Trim() == "v1"))
            isGood |= CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(given[1].Trim()));
        return isGood;
    }

    internal static string Of(long time, ReadOnlySpan<byte> body, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Signed(time, body)));

    private static byte[] Signed(long time, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes(time.ToString(CultureInfo.InvariantCulture) + "."), .. body];
}

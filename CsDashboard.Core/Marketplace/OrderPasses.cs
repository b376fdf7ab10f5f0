using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CsDashboard.Marketplace;

/// <summary>
/// The word at the end of the link in a mail to a buyer without an account: it names the order under our signature, shows that one to
/// whoever has the mail, and opens nothing else. It ends half a year after the order was placed.
/// </summary>
public sealed class OrderPasses(IDataProtectionProvider protection)
{
    internal static readonly TimeSpan Life = TimeSpan.FromDays(180);
    private const int Length = 16 + 16;
    private readonly IDataProtector protector = protection.CreateProtector("CsDashboard.OrderPasses");

    internal string WordFor(Order order)
    {
        var words = new byte[Length];
        order.TenantId.TryWriteBytes(words);
        order.Id.TryWriteBytes(words.AsSpan(16));
        return Base64Url.EncodeToString(protector.Protect(words));
    }

    /// <summary>The company and the order; null for a word that isn't ours.</summary>
    internal (Guid Company, Guid Order)? Read(string? word)
    {
        if (word is not { Length: > 0 and < 1_000 })
            return null;
        try
        {
            var words = protector.Unprotect(Base64Url.DecodeFromChars(word));
            return words.Length == Length ? (new Guid(words.AsSpan(0, 16)), new Guid(words.AsSpan(16, 16))) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

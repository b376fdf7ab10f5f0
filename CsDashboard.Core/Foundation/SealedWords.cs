using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CsDashboard.Foundation;

/// <summary>
/// Words at the end of links that only we can write: what they name lies under our signature, in letters that an address may hold. Words of
/// one purpose are nothing to another.
/// </summary>
internal sealed class SealedWords(IDataProtectionProvider protection, string purpose)
{
    private const int Longest = 1_000;
    private readonly IDataProtector protector = protection.CreateProtector(purpose);

    public string Seal(byte[] named) => Base64Url.EncodeToString(protector.Protect(named));

    /// <summary>What a word names; null for one that isn't ours.</summary>
    public byte[]? Open(string? word)
    {
        if (word is not { Length: > 0 and < Longest })
            return null;
        try
        {
            return protector.Unprotect(Base64Url.DecodeFromChars(word));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

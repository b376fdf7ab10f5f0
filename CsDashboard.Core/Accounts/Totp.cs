using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CsDashboard.Accounts;

/// <summary>
/// Codes of authenticator apps: RFC 6238 with SHA-1, six digits, half minutes, one of which the clock may be off either way. Identity's own
/// asks the machine for the time and accepts a code more than once.
/// </summary>
internal static class Totp
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The key as people type it: groups of four small letters and digits.</summary>
    public static string Spelled(byte[] bytes)
    {
        var text = new StringBuilder();
        var bits = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        for (var left = bytes.Length * 8; left > 0; left -= 5)
        {
            if (text.Length % 5 == 4)
                text.Append(' ');
            text.Append(Base32[(int)((left >= 5 ? bits >> (left - 5) : bits << (5 - left)) & 31)]);
        }
        return text.ToString();
    }

    public static string CodeAt(byte[] key, long step)
    {
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(key, [.. BitConverter.GetBytes(step).Reverse()], hash);
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / 30;

    /// <summary>The half minute that this code belongs to; null when none near now has it.</summary>
    public static long? StepOf(byte[] key, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(key, step)), Encoding.ASCII.GetBytes(code)))
                found = step;
        return found;
    }

    /// <summary>What was typed: without spaces and hyphens, in lower case, with digits of any script as ASCII.</summary>
    public static string Typed(string? code) =>
        string.Concat(
            (code ?? "")
                .Where(c => c is not (' ' or '-') && !char.IsWhiteSpace(c))
                .Select(c =>
                    c switch
                    {
                        >= '\u0660' and <= '\u0669' => (char)('0' + c - '\u0660'),
                        >= '\u06F0' and <= '\u06F9' => (char)('0' + c - '\u06F0'),
                        _ => char.ToLowerInvariant(c),
                    }
                )
        );
}

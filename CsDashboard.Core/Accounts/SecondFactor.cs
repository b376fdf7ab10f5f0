using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CsDashboard.Accounts;

/// <summary>Somebody's authenticator app. It counts from the moment a first code has shown that it works.</summary>
public sealed class SecondFactor
{
    // As for passwords (rules.md 001, Security); codes are so short that it holds whatever address they are tried from.
    private const int MaxMisses = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public Guid UserId { get; init; }
    /// <summary>The key that app and server share, encrypted with the keys of the data folder.</summary>
    public required string Key { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    /// <summary>The session that was shown the key and may confirm it; of no meaning once it is on.</summary>
    public Guid? SessionId { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    /// <summary>The half minute of the last code that was taken; it and those before are used up.</summary>
    public long LastStep { get; set; }
    public int Misses { get; set; }
    public DateTimeOffset? MissedAt { get; set; }

    public bool IsOn => ConfirmedAt is not null;

    /// <summary>A key that waits is one session's, for a quarter of an hour: who saw it elsewhere or before makes no codes with it.</summary>
    internal bool WaitsFor(Guid? session, DateTimeOffset now) => !IsOn && SessionId == session && session is not null && CreatedAt + Window > now;

    /// <summary>Takes a code of the app, once. Refuses with TooMany after five wrong ones in 15 minutes; false for a wrong one, which is counted.</summary>
    internal bool Take(byte[] key, string code, DateTimeOffset now)
    {
        DemandOpen(now);
        if (Totp.StepOf(key, code, now) is not { } step || step <= LastStep) return Miss(now);
        (LastStep, Misses) = (step, 0);
        return true;
    }

    internal void DemandOpen(DateTimeOffset now)
    {
        if (Misses >= MaxMisses && MissedAt is { } last && last + Window > now) throw Refusal.TooMany(last + Window - now, Words.Of("SignIn_Locked", Math.Ceiling((last + Window - now).TotalMinutes)));
    }

    internal bool Miss(DateTimeOffset now)
    {
        Misses = MissedAt is { } last && last + Window > now ? Misses + 1 : 1;
        MissedAt = now;
        return false;
    }
}

/// <summary>One of ten that let somebody in who has lost the app; used once.</summary>
public sealed class RecoveryCode
{
    public Guid Id { get; init; } = Ids.New();
    public Guid UserId { get; init; }
    /// <summary>SHA-256 of the code, hex. With 80 random bits it can't be found by guessing.</summary>
    public required string Hash { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>
/// Codes of authenticator apps: RFC 6238 with SHA-1, six digits, half minutes, one of which may be off either way. Identity has the same,
/// but asks the machine for the time and lets a code in more than once.
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
            if (text.Length % 5 == 4) text.Append(' ');
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

    /// <summary>The half minute whose code this is; null for none near now.</summary>
    public static long? StepOf(byte[] key, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(key, step)), Encoding.ASCII.GetBytes(code))) found = step;
        return found;
    }

    /// <summary>What was typed, without blanks and hyphens, small, its digits of any script that our people type.</summary>
    public static string Typed(string? code) => string.Concat((code ?? "").Where(c => c is not (' ' or '-') && !char.IsWhiteSpace(c)).Select(c => c switch
    {
        >= '\u0660' and <= '\u0669' => (char)('0' + c - '\u0660'),
        >= '\u06F0' and <= '\u06F9' => (char)('0' + c - '\u06F0'),
        _ => char.ToLowerInvariant(c),
    }));
}

using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Accounts;

/// <summary>
/// Makes and compares password hashes. Each keeps a core busy for a tenth of a second on purpose, so only as many run at once as there are
/// cores; a few more wait, and the rest are refused with TooMany, so that the product goes on answering.
/// </summary>
public sealed class Passwords(IPasswordHasher<User> hasher)
{
    internal const int WaitingForEachCore = 8;
    internal static readonly int AtOnce = Environment.ProcessorCount;
    private static readonly TimeSpan ComeAgain = TimeSpan.FromSeconds(2);
    private static readonly User Nobody = new() { Name = "" };

    private readonly SemaphoreSlim gate = new(AtOnce, AtOnce);
    private readonly Lazy<string> nobodysHash = new(() => hasher.HashPassword(Nobody, "a password that nobody has"));
    private int inside;

    /// <summary>How many are being made or compared, or wait for it.</summary>
    internal int Inside => Volatile.Read(ref inside);

    /// <summary>Compares with the hash of an account; without one it takes as long and fails.</summary>
    internal async Task<PasswordVerificationResult> Compare(string? hash, string given)
    {
        var verdict = await Gated(() => hasher.VerifyHashedPassword(Nobody, hash ?? nobodysHash.Value, given), mayWait: false);
        return hash is null ? PasswordVerificationResult.Failed : verdict;
    }

    /// <summary>
    /// The stored form of a new password, and the only way to make one. Invalid for what <see cref="PasswordRule"/> refuses, which is given
    /// the owner's name, address and company. Call it before a write, not inside one, where others wait.
    /// </summary>
    internal Task<string> Make(string password, string field = "password", params IReadOnlyList<string?> own)
    {
        if (PasswordRule.FaultOf(password, own) is { } fault)
            throw Refusal.Invalid(field, Words.Of(fault));
        return Gated(() => hasher.HashPassword(Nobody, password), mayWait: false);
    }

    /// <summary>
    /// Without the rule, and waiting as long as it takes: for demo accounts, and for a correct password that is hashed again with more
    /// rounds.
    /// </summary>
    internal Task<string> MakeAnyway(string password) => Gated(() => hasher.HashPassword(Nobody, password), mayWait: true);

    private async Task<T> Gated<T>(Func<T> work, bool mayWait)
    {
        try
        {
            if (Interlocked.Increment(ref inside) > AtOnce * (1 + WaitingForEachCore) && !mayWait)
                throw Refusal.TooMany(ComeAgain);
            await gate.WaitAsync();
            try
            {
                return work();
            }
            finally
            {
                gate.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }
}

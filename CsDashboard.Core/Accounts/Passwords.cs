using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Accounts;

/// <summary>
/// Password hashes, made and compared. Each takes a core a tenth of a second on purpose, so no more run at once than there are cores; a few
/// wait, and whoever comes beyond them is refused with TooMany, so that the rest of the product goes on answering.
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
    /// The form in which a new password is kept: the only way to one. Invalid for what <see cref="PasswordRule"/> refuses; what is its
    /// owner's own (name, address, company) is given along. Made before a write, not inside, where others wait.
    /// </summary>
    internal Task<string> Make(string password, string field = "password", params IReadOnlyList<string?> own)
    {
        if (PasswordRule.FaultOf(password, own) is { } fault) throw Refusal.Invalid(field, Words.Of(fault));
        return Gated(() => hasher.HashPassword(Nobody, password), mayWait: false);
    }

    /// <summary>Without the rule, and patiently: for the demo accounts, and for a password that was right and is kept anew with more rounds.</summary>
    internal Task<string> MakeAnyway(string password) => Gated(() => hasher.HashPassword(Nobody, password), mayWait: true);

    private async Task<T> Gated<T>(Func<T> work, bool mayWait)
    {
        try
        {
            if (Interlocked.Increment(ref inside) > AtOnce * (1 + WaitingForEachCore) && !mayWait) throw Refusal.TooMany(ComeAgain);
            await gate.WaitAsync();
            try { return work(); }
            finally { gate.Release(); }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }
}

using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CsDashboard.Accounts;

/// <summary>Somebody's authenticator app. It counts from the moment a first code has shown that it works.</summary>
public sealed class SecondFactor
{
    // As for passwords (contract: market, Lock-out); codes are so short that the limit holds across all addresses.
    private const int MaxMisses = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public Guid UserId { get; init; }

    /// <summary>The key that app and server share, encrypted with the keys of the data folder.</summary>
    public required string Key { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The session that was shown the key and may confirm it; meaningless once it is on.</summary>
    public Guid? SessionId { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The half minute of the last code that was taken; it and those before are used up.</summary>
    public long LastStep { get; set; }
    public int Misses { get; set; }
    public DateTimeOffset? MissedAt { get; set; }

    public bool IsOn => ConfirmedAt is not null;

    /// <summary>
    /// A waiting key belongs to one session for a quarter of an hour, so that nobody who saw it elsewhere or earlier can use it.
    /// </summary>
    internal bool WaitsFor(Guid? session, DateTimeOffset now) =>
        !IsOn && SessionId == session && session is not null && CreatedAt + Window > now;

    /// <summary>
    /// Takes a code of the app, once. Refuses with TooMany after five wrong ones in 15 minutes; false for a wrong one, which is counted.
    /// </summary>
    internal bool Take(byte[] key, string code, DateTimeOffset now)
    {
        DemandOpen(now);
        if (Totp.StepOf(key, code, now) is not { } step || step <= LastStep)
            return Miss(now);
        (LastStep, Misses) = (step, 0);
        return true;
    }

    internal void DemandOpen(DateTimeOffset now)
    {
        if (Misses >= MaxMisses && MissedAt is { } last && last + Window > now)
            throw Refusal.TooMany(last + Window - now, Words.Of("SignIn_Locked", Math.Ceiling((last + Window - now).TotalMinutes)));
    }

    internal bool Miss(DateTimeOffset now)
    {
        Misses = MissedAt is { } last && last + Window > now ? Misses + 1 : 1;
        MissedAt = now;
        return false;
    }
}

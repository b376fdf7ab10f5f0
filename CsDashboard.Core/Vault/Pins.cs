using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Vault;

/// <summary>
/// The PIN of a company and the gate it guards. Six digits have a million values: so it is stretched with a salt and with a pepper that is
/// not in the database, compared in constant time, and five misses through any door lock the gate for fifteen minutes
/// (contract: enhanced, Vault and PIN): misses of admins lock out all admins, those of an agent or the service key only themselves, and
/// twenty of all non-admins together lock out all of those, so that nobody below keeps admins out. Every attempt is recorded.
/// </summary>
public sealed class Pins(Store store, VaultKeys keys, Grants grants, IOptions<Settings> settings, IOptions<PasswordHasherOptions> passwords)
{
    public const int Digits = 6;
    internal const int MaxFailures = 5,
        MaxOfOthers = 20;
    private const string Others = "others";
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly string? usual = settings.Value.Vault.Pin is { Length: > 0 } pin ? pin : null;

    // As many as for passwords.
    private readonly int rounds = passwords.Value.IterationCount;

    // The PIN of the settings, stretched for a company: it never changes while the process runs.
    private readonly ConcurrentDictionary<Guid, byte[]> stretched = new();

    /// <summary>The state of the vault for the actor's session.</summary>
    public async Task<VaultState> State(Actor actor)
    {
        actor.Demand(VaultRights.Use);
        await using var db = store.Open(actor);
        var row = await db.VaultLocks.SingleOrDefaultAsync();
        var counts = await CountsOf(db, row);
        return new VaultState(
            await keys.IsSealed(db),
            row?.PinHash is not null || usual is not null,
            row?.PinHash is not null,
            LockOf(counts, actor.Now),
            MaxFailures - FailuresOf(counts[0].Misses, actor.Now),
            grants.Of(actor)?.Until
        );
    }

    /// <summary>
    /// Opens the vault for the actor's session, for five minutes. Refuses with Invalid for what is not six digits, SignedOut
    /// for a wrong PIN, TooMany while it is locked, Unavailable while it is sealed, Conflict while there is no PIN.
    /// </summary>
    public async Task<Grant> Unlock(Actor actor, string? pin)
    {
        actor.Demand(VaultRights.Manage);
        if (actor.SessionId is null)
            throw Refusal.Forbidden();
        return grants.Open(actor, await Check(actor, pin, "page", null));
    }

    /// <summary>The same for one call of a program that sends the PIN along. Dispose the grant after it.</summary>
    public async Task<Grant> Prove(Actor actor, string? pin)
    {
        actor.Demand(VaultRights.Use);
        return new Grant(actor, await Check(actor, pin, "api", null));
    }

    /// <summary>Locks the vault of the actor's session; safe to repeat.</summary>
    public async Task Lock(Actor actor)
    {
        if (grants.Of(actor) is null)
            return;
        grants.Lock(actor);
        await store.Record(actor, new VaultClosed(actor.TenantId));
    }

    /// <summary>
    /// Sets another PIN; the old one is asked for and counted like any attempt. Where there is none yet, an admin sets the
    /// first. Refuses with Invalid what is easily guessed. All open vaults of the company are locked.
    /// </summary>
    public async Task Change(Actor actor, PinChange input)
    {
        actor.Demand(VaultRights.Manage);
        var next = Read(input.New, "new");
        if (Read(input.Repeat, "repeat") != next)
            throw Refusal.Invalid("repeat", Words.Of("Pin_Differs"));
        if (IsEasy(next))
            throw Refusal.Invalid("new", Words.Of("Pin_Easy"));
        var salt = RandomNumberGenerator.GetBytes(16);
        if ((await State(actor)).HasPin)
        {
            if (Read(input.Old, "old") == next)
                throw Refusal.Invalid("new", Words.Of("Pin_Same"));
            await Check(actor, input.Old, "change", Set);
        }
        else
        {
            await store.Write(
                actor,
                async db =>
                {
                    var row = await RowOf(db);
                    if (row.PinHash is not null)
                        throw Refusal.Conflict(Words.Of("Pin_Taken"));
                    await Set(db, row);
                }
            );
        }
        grants.LockAll(actor.TenantId);

        async Task Set(AppDb db, VaultLock row)
        {
            (row.Salt, row.Rounds, row.PinHash) = (salt, rounds, Stretch(await keys.Pepper(db), next, salt, rounds));
            db.Record(new VaultPinChanged(actor.TenantId));
        }
    }

    /// <summary>
    /// Six digits of any of the scripts in which our people type them, spaces around them left out. Else Invalid for the field.
    /// </summary>
    public static string Read(string? pin, string field = "pin")
    {
        if (string.IsNullOrWhiteSpace(pin))
            throw Refusal.Invalid(field, Words.Of("Pin_Required"));
        var digits = string.Concat(
            pin.Trim()
                .Select(c =>
                    c switch
                    {
                        >= '\u0660' and <= '\u0669' => (char)('0' + c - '\u0660'),
                        >= '\u06F0' and <= '\u06F9' => (char)('0' + c - '\u06F0'),
                        _ => c,
                    }
                )
        );
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) ? digits : throw Refusal.Invalid(field, Words.Of("Pin_Form"));
    }

    // The keys of the company if the PIN is right. Work that needs a right one is done in the same write.
    private async Task<Dictionary<int, byte[]>> Check(Actor actor, string? pin, string door, Func<AppDb, VaultLock, Task>? then)
    {
        var given = Read(pin, then is null ? "pin" : "old");
        bool right;
        await using (var db = store.Open(actor))
        {
            if (await keys.IsSealed(db))
                throw Refusal.Unavailable(Words.Of("Vault_Sealed"));
            var row = await db.VaultLocks.SingleOrDefaultAsync();
            await DemandUnlocked(actor, LockOf(await CountsOf(db, row), actor.Now), door);
            var pepper = await keys.Pepper(db);
            if (row?.PinHash is { } hash)
                right = CryptographicOperations.FixedTimeEquals(Stretch(pepper, given, row.Salt, row.Rounds), hash);
            else if (usual is not null)
            {
                var salt = actor.TenantId.ToByteArray();
                right = CryptographicOperations.FixedTimeEquals(
                    Stretch(pepper, given, salt, rounds),
                    stretched.GetOrAdd(actor.TenantId, _ => Stretch(pepper, usual, salt, rounds))
                );
            }
            else
                throw Refusal.Conflict(Words.Of("Pin_None"), "pin_not_set");
        }
        var outcome = await store.Write(
            actor,
            async db =>
            {
                var row = await RowOf(db);
                var counts = await CountsOf(db, row);
                // Again, since many guesses may have run at once, and those that failed meanwhile count.
                if (LockOf(counts, actor.Now) is { } meanwhile)
                    return (Keys: null, Left: 0, (DateTimeOffset?)meanwhile);
                if (right)
                {
                    Reset(counts[0].Misses);
                    db.Record(new PinAccessGranted(actor.TenantId, door));
                    if (then is not null)
                        await then(db, row);
                    return (Keys: await keys.Ring(db), Left: MaxFailures, null);
                }
                var left = MaxFailures - 1 - FailuresOf(counts[0].Misses, actor.Now);
                db.Record(new PinAccessDenied(actor.TenantId, door, left));
                // Each is counted; that the gate shut is announced once.
                var shut = counts.Select(count => Miss(count.Misses!, count.Most, actor.Now)).ToList();
                if (shut.Contains(true))
                    db.Record(new VaultLockedOut(actor.TenantId, actor.Now + Window));
                return (Keys: (Dictionary<int, byte[]>?)null, Left: shut.Contains(true) ? 0 : left, (DateTimeOffset?)null);
            }
        );
        if (outcome.Item3 is { } until)
            throw TooMany(actor, until);
        return outcome.Keys
            ?? throw Refusal.SignedOut(
                outcome.Left > 0 ? Words.Of("Pin_Wrong", outcome.Left) : Words.Of("Pin_WrongLocked", Window.TotalMinutes)
            );
    }

    private async Task DemandUnlocked(Actor actor, DateTimeOffset? locked, string door)
    {
        if (locked is not { } until)
            return;
        // Recorded too: somebody goes on trying.
        await store.Record(actor, new PinAccessDenied(actor.TenantId, door, 0));
        throw TooMany(actor, until);
    }

    // The counters that the actor's misses count towards, their own first; inside a write missing ones are created.
    private static async Task<IReadOnlyList<(ICountMisses? Misses, int Most)>> CountsOf(AppDb db, VaultLock? row)
    {
        if (db.Actor.Role is Role.Admin or Role.System)
            return [(row, MaxFailures)];
        var who = db.Actor.UserId?.ToString("N") ?? "service";
        return [(await MissesOf(db, who), MaxFailures), (await MissesOf(db, Others), MaxOfOthers)];
    }

    private static async Task<VaultMisses> MissesOf(AppDb db, string who)
    {
        var row = await db.VaultMisses.SingleOrDefaultAsync(m => m.Who == who);
        if (row is null)
            db.VaultMisses.Add(row = new VaultMisses { TenantId = db.Actor.TenantId, Who = who });
        return row;
    }

    private static DateTimeOffset? LockOf(IReadOnlyList<(ICountMisses? Misses, int Most)> counts, DateTimeOffset now) =>
        counts.Max(count => count.Misses?.LockedUntil is { } until && until > now ? count.Misses.LockedUntil : null);

    // True when it shuts the gate.
    private static bool Miss(ICountMisses misses, int most, DateTimeOffset now)
    {
        (misses.Failures, misses.LastFailureAt, misses.LockedUntil) = (FailuresOf(misses, now) + 1, now, null);
        if (misses.Failures < most)
            return false;
        (misses.Failures, misses.LockedUntil) = (0, now + Window);
        return true;
    }

    private static void Reset(ICountMisses? misses)
    {
        if (misses is not null)
            (misses.Failures, misses.LastFailureAt, misses.LockedUntil) = (0, null, null);
    }

    private static Refusal TooMany(Actor actor, DateTimeOffset until) =>
        Refusal.TooMany(until - actor.Now, Words.Of("Pin_LockedOut", Math.Ceiling((until - actor.Now).TotalMinutes)));

    // Misses are forgotten a quarter of an hour after the last. While the gate is shut no attempts are left.
    private static int FailuresOf(ICountMisses? misses, DateTimeOffset now) =>
        misses?.LockedUntil > now ? MaxFailures
        : misses?.LastFailureAt is { } last && last + Window > now ? misses.Failures
        : 0;

    private static async Task<VaultLock> RowOf(AppDb db)
    {
        var row = await db.VaultLocks.SingleOrDefaultAsync();
        if (row is null)
            db.VaultLocks.Add(row = new VaultLock { TenantId = db.Actor.TenantId });
        return row;
    }

    private static byte[] Stretch(byte[] pepper, string pin, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(HMACSHA256.HashData(pepper, Encoding.ASCII.GetBytes(pin)), salt, rounds, HashAlgorithmName.SHA512, 32);

    private static bool IsEasy(string pin) =>
        pin.Distinct().Count() == 1
        || "0123456789".Contains(pin, StringComparison.Ordinal)
        || "9876543210".Contains(pin, StringComparison.Ordinal);
}

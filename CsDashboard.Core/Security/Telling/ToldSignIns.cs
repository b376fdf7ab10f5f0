using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security.Telling;

/// <summary>
/// Attempts to sign in elsewhere, told by a program, and who is locked out by them: the pair of person and address, for a quarter of an
/// hour, after five failures of either within a quarter of an hour (contract: market, Lock-out). They lock nobody out of this product.
/// </summary>
public sealed class ToldSignIns(Store store)
{
    public const string Attempt = "login_attempt",
        LockedOut = "account_lockout";
    private const int Most = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Writes the attempt down. For staff and the service key. Gives whether the pair is locked out now. Invalid (user_id, ip_address,
    /// user_agent, details).
    /// </summary>
    public Task<bool> Tell(Actor actor, Told who, string? address, string? agent, bool succeeded, System.Text.Json.JsonElement? details)
    {
        actor.Demand(SecurityRights.See);
        var (from, by, more) = (
            ToldText.Demand("ip_address", address, SecurityEvent.MaxAddress),
            ToldText.Demand("user_agent", agent, SecurityEvent.MaxAgent),
            ToldDetails.Read(details)
        );
        return store.Write(
            actor,
            async db =>
            {
                db.SecurityEvents.Add(
                    new SecurityEvent
                    {
                        CustomerId = who.CustomerId,
                        At = actor.Now,
                        Kind = Attempt,
                        Severity = succeeded ? Severity.Low : Severity.Medium,
                        Succeeded = succeeded,
                        Who = who.Word,
                        Address = from,
                        Agent = by,
                        Details = more,
                    }
                );
                var locked = await Kept(db, who, from);
                if (succeeded || 1 + await Failures(db, who, from, locked?.LiftedAt) < Most)
                    return locked?.Until > actor.Now;
                await Lock(db, who, from, by, locked);
                return true;
            }
        );
    }

    /// <summary>
    /// Whether that pair is locked out, by what was told, or at this product's own sign-in. For staff and the service key. Invalid
    /// (user_id,
    /// ip_address).
    /// </summary>
    public async Task<bool> IsLocked(Actor actor, Told who, string? address)
    {
        actor.Demand(SecurityRights.See);
        var from = ToldText.Demand("ip_address", address, SecurityEvent.MaxAddress);
        await using var db = store.Open(actor);
        if ((await Kept(db, who, from))?.Until > actor.Now)
            return true;
        var (now, network) = (actor.Now, AddressBlock.Of(from));
        return who.CustomerId is { } customer
            && await db.Lockouts.AnyAsync(l =>
                l.Until > now && l.Address == network && db.Set<User>().Any(u => u.CustomerId == customer && u.NormalizedEmail == l.Email)
            );
    }

    /// <summary>Who is locked out now, the longest first; at most a hundred of each. For admins.</summary>
    public async Task<IReadOnlyList<LockRow>> Locks(Actor actor)
    {
        actor.Demand(SecurityRights.Oversee);
        await using var db = store.Open(actor);
        var now = actor.Now;
        var told = await db.SignInLocks.Where(l => l.Until > now).OrderByDescending(l => l.Until).Take(100).ToListAsync();
        var ours = await db
            .Lockouts.Where(l => l.Until > now && db.Set<User>().Any(u => u.NormalizedEmail == l.Email))
            .OrderByDescending(l => l.Until)
            .Take(100)
            .ToListAsync();
        return
        [
            .. told.Select(l => new LockRow(l.Id, false, l.Who, l.Address, l.Until))
                .Concat(ours.Select(l => new LockRow(l.Id, true, l.Email.ToLowerInvariant(), l.Address, l.Until)))
                .OrderByDescending(l => l.Until),
        ];
    }

    /// <summary>Ends a lock-out at once. For admins; NotFound. Safe to repeat while it is listed.</summary>
    public Task Lift(Actor actor, Guid id)
    {
        actor.Demand(SecurityRights.Oversee);
        return store.Write(
            actor,
            async db =>
            {
                if (await db.SignInLocks.SingleOrDefaultAsync(l => l.Id == id) is { } told)
                {
                    (told.Until, told.LiftedAt) = (actor.Now, actor.Now);
                    db.Record(new LockLifted(id, told.Who));
                    return;
                }
                var own =
                    await db.Lockouts.SingleOrDefaultAsync(l => l.Id == id && db.Set<User>().Any(u => u.NormalizedEmail == l.Email))
                    ?? throw Refusal.NotFound();
                db.Lockouts.Remove(own);
                await db.SignInAttempts.Where(a => a.Email == own.Email && !a.Succeeded).ExecuteDeleteAsync();
                db.Record(new LockLifted(id, own.Email.ToLowerInvariant()));
            }
        );
    }

    private static Task<SignInLock?> Kept(AppDb db, Told who, string address) =>
        db.SignInLocks.SingleOrDefaultAsync(l => l.Who == who.Word && l.Address == address);

    // What was counted before a lock-out was lifted counts no more.
    private static Task<int> Failures(AppDb db, Told who, string address, DateTimeOffset? lifted)
    {
        var (since, word) = (db.Actor.Now - Window, who.Word);
        if (lifted > since)
            since = lifted.Value;
        return db.SecurityEvents.CountAsync(e =>
            e.Kind == Attempt && e.At > since && !e.Succeeded && (e.Who == word || e.Address == address)
        );
    }

    private static async Task Lock(AppDb db, Told who, string address, string agent, SignInLock? locked)
    {
        var isNew = !(locked?.Until > db.Actor.Now);
        if (locked is null)
            db.SignInLocks.Add(
                locked = new SignInLock
                {
                    Who = who.Word,
                    CustomerId = who.CustomerId,
                    Address = address,
                }
            );
        locked.Until = db.Actor.Now + Window;
        if (isNew)
            await ToldEvents.Add(
                db,
                who,
                new SecurityEvent
                {
                    CustomerId = who.CustomerId,
                    At = db.Actor.Now,
                    Kind = LockedOut,
                    Severity = Severity.High,
                    Who = who.Word,
                    Address = address,
                    Agent = agent,
                    Risk = 0.8m,
                    Action = "locked",
                }
            );
    }
}

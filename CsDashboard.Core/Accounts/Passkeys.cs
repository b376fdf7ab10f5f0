using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>The passkeys of an account. A passkey asks its owner for a finger, a face or a PIN, so it stands for both factors.</summary>
public sealed class Passkeys(Store store)
{
    public const int Most = 10;

    public async Task<IReadOnlyList<PasskeyRow>> Mine(Actor actor)
    {
        var user = actor.DemandUser();
        await using var db = store.Open(actor);
        return await db
            .Passkeys.Where(p => p.UserId == user)
            .OrderBy(p => p.CreatedAt)
            .Select(p => new PasskeyRow(p.Id, p.Name, p.CreatedAt, p.LastUsedAt))
            .ToListAsync();
    }

    /// <summary>
    /// Keeps a passkey that has been proved to be the actor's. Conflict beyond ten; Forbidden without a proof (<see cref="Proofs"/>).
    /// </summary>
    public Task Add(Actor actor, string name, UserPasskeyInfo info)
    {
        var user = actor.DemandUser();
        return store.Write(
            actor,
            async db =>
            {
                await Proofs.Demand(db);
                if (await db.Passkeys.CountAsync(p => p.UserId == user) >= Most)
                    throw Refusal.Conflict(Words.Of("Passkey_TooMany", Most));
                db.Passkeys.Add(
                    new Passkey
                    {
                        UserId = user,
                        Name = name.Trim(),
                        CredentialId = info.CredentialId,
                        PublicKey = info.PublicKey,
                        AttestationObject = info.AttestationObject,
                        ClientDataJson = info.ClientDataJson,
                        Transports = string.Join(' ', info.Transports ?? []),
                        IsUserVerified = info.IsUserVerified,
                        IsBackupEligible = info.IsBackupEligible,
                        IsBackedUp = info.IsBackedUp,
                        SignCount = info.SignCount,
                        CreatedAt = actor.Now,
                    }
                );
                db.Record(new PasskeyAdded(user, actor.Name, name.Trim()));
            }
        );
    }

    /// <summary>NotFound for somebody else's; Forbidden without a proof.</summary>
    public Task Remove(Actor actor, Guid id)
    {
        var user = actor.DemandUser();
        return store.Write(
            actor,
            async db =>
            {
                var passkey = await db.Passkeys.SingleOrDefaultAsync(p => p.Id == id && p.UserId == user) ?? throw Refusal.NotFound();
                await Proofs.Demand(db);
                db.Passkeys.Remove(passkey);
                db.Record(new PasskeyRemoved(user, actor.Name, passkey.Name));
            }
        );
    }

    /// <summary>
    /// Proves who the actor is by a passkey whose signature the caller has checked (<see cref="Proofs"/>). Invalid for somebody else's.
    /// </summary>
    public Task Prove(Actor actor, UserPasskeyInfo info)
    {
        var user = actor.DemandUser();
        return store.Write(
            actor,
            async db =>
            {
                if (!await Use(db, user, info))
                    throw Refusal.Invalid("credential", Words.Of("Passkey_Unknown"));
                await Proofs.Mark(db);
            }
        );
    }

    /// <summary>Inside a write: notes that it was used; false when the user no longer has it.</summary>
    internal static async Task<bool> Use(AppDb db, Guid userId, UserPasskeyInfo info)
    {
        if (await db.Passkeys.SingleOrDefaultAsync(p => p.CredentialId == info.CredentialId && p.UserId == userId) is not { } row)
            return false;
        (row.SignCount, row.IsBackedUp, row.LastUsedAt) = (info.SignCount, info.IsBackedUp, db.Actor.Now);
        return true;
    }

    /// <summary>Inside a write: removes all passkeys of a user and records each.</summary>
    internal static async Task RemoveAll(AppDb db, User user)
    {
        foreach (var passkey in await db.Passkeys.Where(p => p.UserId == user.Id).ToListAsync())
        {
            db.Passkeys.Remove(passkey);
            db.Record(new PasskeyRemoved(user.Id, user.Name, passkey.Name));
        }
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>A key pair whose private half never leaves its owner's device. What lies here lets nobody in.</summary>
public sealed class Passkey
{
    public Guid Id { get; init; } = Ids.New();
    public Guid UserId { get; init; }
    public required string Name { get; init; }
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }
    public required byte[] AttestationObject { get; init; }
    public required byte[] ClientDataJson { get; init; }
    /// <summary>How the device is reached, words with blanks between.</summary>
    public string Transports { get; init; } = "";
    public bool IsUserVerified { get; init; }
    public bool IsBackupEligible { get; init; }
    public bool IsBackedUp { get; set; }
    /// <summary>Counts up with each use where the device counts; a smaller one than before is a copy.</summary>
    public long SignCount { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; set; }

    internal UserPasskeyInfo Info() => new(CredentialId, PublicKey, CreatedAt, (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), IsUserVerified, IsBackupEligible, IsBackedUp, AttestationObject, ClientDataJson) { Name = Name };
}

public sealed record PasskeyRow(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

public sealed class NewPasskey
{
    [Line(60)] public string? Name { get; set; }
    /// <summary>What the browser answered, as JSON.</summary>
    [Text(20_000)] public string? Credential { get; set; }
}

/// <summary>The passkeys of an account. A passkey asks its owner for a finger, a face or a PIN, so it stands for both factors.</summary>
public sealed class Passkeys(Store store)
{
    public const int Most = 10;

    public async Task<IReadOnlyList<PasskeyRow>> Mine(Actor actor)
    {
        var user = actor.DemandUser();
        await using var db = store.Open(actor);
        return await db.Passkeys.Where(p => p.UserId == user).OrderBy(p => p.CreatedAt).Select(p => new PasskeyRow(p.Id, p.Name, p.CreatedAt, p.LastUsedAt)).ToListAsync();
    }

    /// <summary>Keeps a passkey that has been proved to be the actor's. Conflict beyond ten; Forbidden without a proof (<see cref="Proofs"/>).</summary>
    public Task Add(Actor actor, string name, UserPasskeyInfo info)
    {
        var user = actor.DemandUser();
        return store.Write(actor, async db =>
        {
            await Proofs.Demand(db);
            if (await db.Passkeys.CountAsync(p => p.UserId == user) >= Most) throw Refusal.Conflict(Words.Of("Passkey_TooMany", Most));
            db.Passkeys.Add(new Passkey
            {
                UserId = user, Name = name.Trim(), CredentialId = info.CredentialId, PublicKey = info.PublicKey, AttestationObject = info.AttestationObject, ClientDataJson = info.ClientDataJson,
                Transports = string.Join(' ', info.Transports ?? []), IsUserVerified = info.IsUserVerified, IsBackupEligible = info.IsBackupEligible, IsBackedUp = info.IsBackedUp, SignCount = info.SignCount, CreatedAt = actor.Now,
            });
            db.Record(new PasskeyAdded(user, actor.Name, name.Trim()));
        });
    }

    /// <summary>NotFound for somebody else's; Forbidden without a proof.</summary>
    public Task Remove(Actor actor, Guid id)
    {
        var user = actor.DemandUser();
        return store.Write(actor, async db =>
        {
            var passkey = await db.Passkeys.SingleOrDefaultAsync(p => p.Id == id && p.UserId == user) ?? throw Refusal.NotFound();
            await Proofs.Demand(db);
            db.Passkeys.Remove(passkey);
            db.Record(new PasskeyRemoved(user, actor.Name, passkey.Name));
        });
    }

    /// <summary>Shows by a passkey, whose proof the caller has checked, who the actor is (<see cref="Proofs"/>). Invalid for somebody else's.</summary>
    public Task Prove(Actor actor, UserPasskeyInfo info)
    {
        var user = actor.DemandUser();
        return store.Write(actor, async db =>
        {
            if (!await Use(db, user, info)) throw Refusal.Invalid("credential", Words.Of("Passkey_Unknown"));
            await Proofs.Mark(db);
        });
    }

    /// <summary>Inside a write: notes that it was used; false when the user has it no more.</summary>
    internal static async Task<bool> Use(AppDb db, Guid userId, UserPasskeyInfo info)
    {
        if (await db.Passkeys.SingleOrDefaultAsync(p => p.CredentialId == info.CredentialId && p.UserId == userId) is not { } row) return false;
        (row.SignCount, row.IsBackedUp, row.LastUsedAt) = (info.SignCount, info.IsBackedUp, db.Actor.Now);
        return true;
    }

    /// <summary>Inside a write: all of a user, each recorded.</summary>
    internal static async Task RemoveAll(AppDb db, User user)
    {
        foreach (var passkey in await db.Passkeys.Where(p => p.UserId == user.Id).ToListAsync())
        {
            db.Passkeys.Remove(passkey);
            db.Record(new PasskeyRemoved(user.Id, user.Name, passkey.Name));
        }
    }
}

/// <summary>The users as Identity's passkey handler asks for them; it only reads. Whose company they are of is not known yet.</summary>
internal sealed class PasskeyUsers(Store store, TimeProvider clock) : IUserPasskeyStore<User>
{
    public async Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id)) return null;
        await using var db = Open();
        return await db.UsersEverywhere.SingleOrDefaultAsync(u => u.Id == id, cancellationToken);
    }

    public async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var db = Open();
        var passkeys = db.Passkeys;
        return await db.UsersEverywhere.SingleOrDefaultAsync(u => passkeys.Any(p => p.UserId == u.Id && p.CredentialId == credentialId), cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken)
    {
        await using var db = Open();
        return [.. (await db.Passkeys.Where(p => p.UserId == user.Id).ToListAsync(cancellationToken)).Select(p => p.Info())];
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var db = Open();
        return (await db.Passkeys.SingleOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == credentialId, cancellationToken))?.Info();
    }

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());
    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.UserName);
    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.NormalizedUserName);
    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult<User?>(null);

    // Writing is done by the verbs, as the person who does it.
    public Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose() { }

    private AppDb Open() => store.Open(Actor.System(Guid.Empty, clock));
}

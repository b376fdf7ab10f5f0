using System.Security.Cryptography;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>
/// Signing in with a code beside the password: setting it up, its ten recovery codes, switching it off, and which roles must have it.
/// A code is taken once. Keys lie encrypted in the database, recovery codes as hashes; neither is in an event or in the log.
/// </summary>
public sealed class SecondFactors(Store store, Sessions sessions, LiveFeed feed, Proofs proofs, IDataProtectionProvider protection)
{
    private const int Codes = 10;
    public static readonly Role[] Roles = [Role.Customer, Role.Agent, Role.Admin];

    public async Task<SecondFactorView> Mine(Actor actor)
    {
        var id = actor.DemandUser();
        await using var db = store.Open(actor);
        var row = await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == id);
        var demanded = await db.Tenants.Where(t => t.Id == actor.TenantId).Select(t => t.SecondFactorFor).SingleAsync();
        return new(
            row is { IsOn: true },
            row?.ConfirmedAt,
            await db.RecoveryCodes.CountAsync(c => c.UserId == id && c.UsedAt == null),
            Tenant.Demands(demanded, actor.Role)
        );
    }

    /// <summary>
    /// The key for the app: a new one, or the same again in the session in which it waits to be confirmed, for a quarter of an hour.
    /// Conflict when a second factor is on already; Forbidden without a proof (<see cref="Proofs"/>).
    /// </summary>
    public Task<Enrolment> Begin(Actor actor)
    {
        var id = actor.DemandUser();
        return store.Write(
            actor,
            async db =>
            {
                var row = await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == id);
                if (row is { IsOn: true })
                    throw Refusal.Conflict(Words.Of("SecondFactor_IsOn"));
                await Proofs.Demand(db);
                var waits = row?.WaitsFor(actor.SessionId, actor.Now) == true;
                var key = waits ? KeyOf(row!) : Totp.NewKey();
                if (!waits)
                {
                    var kept = Protector(id).Protect(Convert.ToHexString(key));
                    if (row is null)
                        db.SecondFactors.Add(row = new SecondFactor { UserId = id, Key = kept });
                    (row.Key, row.CreatedAt, row.SessionId, row.LastStep) = (kept, actor.Now, actor.SessionId, 0);
                }
                var (email, company) = (
                    await db.Users.Where(u => u.Id == id).Select(u => u.Email).SingleAsync(),
                    await db.Tenants.Where(t => t.Id == actor.TenantId).Select(t => t.Name).SingleAsync()
                );
                var (spelled, issuer) = (Totp.Spelled(key), Uri.EscapeDataString(company));
                return new Enrolment(
                    spelled,
                    $"otpauth://totp/{issuer}:{Uri.EscapeDataString(email ?? "")}?secret={spelled.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()}&issuer={issuer}"
                );
            }
        );
    }

    /// <summary>
    /// Switches it on with a first code of the app and gives the recovery codes, which can't be read again. Invalid for a wrong code;
    /// TooMany after five; Conflict where no key was begun in this session within a quarter of an hour; Forbidden without a proof.
    /// </summary>
    public async Task<IReadOnlyList<string>> Confirm(Actor actor, CodeInput input)
    {
        var id = actor.DemandUser();
        input.Checked();
        var codes = await store.Write(
            actor,
            async db =>
            {
                var row = await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == id);
                if (row is { IsOn: true })
                    throw Refusal.Conflict(Words.Of("SecondFactor_IsOn"));
                await Proofs.Demand(db);
                if (row?.WaitsFor(actor.SessionId, actor.Now) != true)
                    throw Refusal.Conflict(Words.Of("SecondFactor_NotBegun"));
                if (!row.Take(KeyOf(row), Totp.Typed(input.Code), actor.Now))
                    return null;
                var user = await db.Users.SingleAsync(u => u.Id == id);
                (row.ConfirmedAt, user.TwoFactorEnabled) = (actor.Now, true);
                db.Record(new SecondFactorEnabled(id, user.Name));
                await Users.DropCodes(db, id);
                return await Renew(db, id);
            }
        );
        sessions.ForgetUser(id);
        return codes ?? throw Wrong();
    }

    /// <summary>Ten new recovery codes in place of the old. Invalid for a wrong password or code.</summary>
    public async Task<IReadOnlyList<string>> NewCodes(Actor actor, PasswordAndCode input)
    {
        input.Checked();
        return await proofs.WithPassword(
                actor,
                input.Password!,
                "password",
                async (db, user) =>
                {
                    if (!await Accept(db, user.Id, input.Code))
                        return null;
                    db.Record(new RecoveryCodesRenewed(user.Id, user.Name));
                    await Users.DropCodes(db, user.Id);
                    return await Renew(db, user.Id);
                }
            ) ?? throw Wrong();
    }

    /// <summary>Invalid for a wrong password or code; Conflict where the company asks for it.</summary>
    public async Task SwitchOff(Actor actor, PasswordAndCode input)
    {
        input.Checked();
        var done = await proofs.WithPassword(
            actor,
            input.Password!,
            "password",
            async (db, user) =>
            {
                if (
                    Tenant.Demands(
                        await db.Tenants.Where(t => t.Id == actor.TenantId).Select(t => t.SecondFactorFor).SingleAsync(),
                        actor.Role
                    )
                )
                    throw Refusal.Conflict(Words.Of("SecondFactor_Demanded"));
                return await Accept(db, user.Id, input.Code) && await Remove(db, user.Id);
            }
        );
        if (!done)
            throw Wrong();
    }

    /// <summary>Shows by a code who the actor is (<see cref="Proofs"/>). Invalid for a wrong one; TooMany after five.</summary>
    public async Task Prove(Actor actor, CodeInput input)
    {
        var id = actor.DemandUser();
        input.Checked();
        var done = await store.Write(
            actor,
            async db =>
            {
                if (!await Accept(db, id, input.Code))
                    return false;
                await Proofs.Mark(db);
                return true;
            }
        );
        if (!done)
            throw Wrong();
    }

    /// <summary>
    /// For a person who has lost both app and recovery codes: removes the second factor and signs them out everywhere. NotFound for another
    /// company's; nobody does it for themselves; Forbidden without a proof.
    /// </summary>
    public async Task Reset(Actor actor, Guid userId)
    {
        actor.Demand(AccountRights.ManageUsers);
        if (userId == actor.UserId)
            throw Refusal.Conflict(Words.Of("User_NotYourself"));
        var ended = await store.Write(
            actor,
            async db =>
            {
                if (!await db.Users.AnyAsync(u => u.Id == userId))
                    throw Refusal.NotFound();
                await Proofs.Demand(db);
                return await Remove(db, userId) ? await Sessions.EndAll(db, userId) : [];
            }
        );
        sessions.Gone(actor.TenantId, userId, ended);
    }

    /// <summary>The roles whose people must have it.</summary>
    public async Task<IReadOnlyList<Role>> Demanded(Actor actor)
    {
        actor.Demand(AccountRights.SeeColleagues);
        await using var db = store.Open(actor);
        var roles = await db.Tenants.Where(t => t.Id == actor.TenantId).Select(t => t.SecondFactorFor).SingleAsync();
        return [.. Roles.Where(role => Tenant.Demands(roles, role))];
    }

    /// <summary>
    /// Sets which roles must have it. People of these roles who have none are led to the page that sets it up, at once, and can go nowhere
    /// else.
    /// </summary>
    public async Task Demand(Actor actor, IReadOnlyCollection<Role> roles)
    {
        actor.Demand(AccountRights.ManageUsers);
        if (roles.Except(Roles).Any())
            throw Refusal.Invalid("roles", Words.Of("Word_Unknown", "customer, agent, admin"));
        var concerned = await store.Write(
            actor,
            async db =>
            {
                var tenant = await db.Tenants.SingleAsync(t => t.Id == actor.TenantId);
                var (before, after) = (tenant.SecondFactorFor, string.Join(' ', Roles.Where(roles.Contains)));
                if (before == after)
                    return [];
                tenant.SecondFactorFor = after;
                db.Record(new SecondFactorDemanded(tenant.Id, before, after));
                var (users, now) = (db.Users.Where(u => !u.TwoFactorEnabled), actor.Now);
                return await db
                    .Sessions.Where(s => s.EndedAt == null && s.ExpiresAt > now && users.Any(u => u.Id == s.UserId))
                    .Select(s => s.UserId)
                    .Distinct()
                    .ToListAsync();
            }
        );
        foreach (var user in concerned)
        {
            sessions.ForgetUser(user);
            feed.Announce(Topic.User(actor.TenantId, user));
        }
    }

    /// <summary>
    /// Takes a code of the app or a recovery code, inside a write that must be committed even when this is false, since the miss is
    /// counted. TooMany after five.
    /// </summary>
    internal async Task<bool> Accept(AppDb db, Guid userId, string? code)
    {
        if (await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == userId) is not { IsOn: true } row)
            return false;
        var (typed, now) = (Totp.Typed(code), db.Actor.Now);
        if (typed.Length <= 6)
            return row.Take(KeyOf(row), typed, now);
        row.DemandOpen(now);
        var hash = Sessions.Hash(typed);
        if (await db.RecoveryCodes.SingleOrDefaultAsync(c => c.UserId == userId && c.Hash == hash && c.UsedAt == null) is not { } recovery)
            return row.Miss(now);
        (recovery.UsedAt, row.Misses) = (now, 0);
        var name = await db.UsersEverywhere.Where(u => u.Id == userId).Select(u => u.Name).SingleAsync();
        db.Record(new RecoveryCodeUsed(userId, name, await db.RecoveryCodes.CountAsync(c => c.UserId == userId && c.UsedAt == null) - 1));
        return true;
    }

    /// <summary>As <see cref="Accept"/>, with what to say: null when the code was taken.</summary>
    internal async Task<Refusal?> Refused(AppDb db, Guid userId, string? code)
    {
        try
        {
            return await Accept(db, userId, code) ? null : Refusal.SignedOut(Words.Of("SecondFactor_Wrong"), "second_factor_invalid");
        }
        catch (Refusal tooMany) when (tooMany.Kind == RefusalKind.TooMany)
        {
            return tooMany;
        }
    }

    /// <summary>Inside a write: drops a key that waits to be confirmed.</summary>
    internal static async Task Drop(AppDb db, Guid userId) =>
        db.SecondFactors.RemoveRange(await db.SecondFactors.Where(f => f.UserId == userId && f.ConfirmedAt == null).ToListAsync());

    /// <summary>Inside a write: all of it, for somebody who is erased.</summary>
    internal static async Task Forget(AppDb db, Guid userId)
    {
        await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync();
        await db.SecondFactors.Where(f => f.UserId == userId).ExecuteDeleteAsync();
    }

    private static async Task<bool> Remove(AppDb db, Guid userId)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId);
        if (!user.TwoFactorEnabled)
            return false;
        user.TwoFactorEnabled = false;
        // Not by a statement of its own: the row may have changed in this very write.
        db.SecondFactors.RemoveRange(await db.SecondFactors.Where(f => f.UserId == userId).ToListAsync());
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.UserId == userId).ToListAsync());
        db.Record(new SecondFactorDisabled(userId, user.Name));
        await Users.DropCodes(db, userId);
        return true;
    }

    private static async Task<IReadOnlyList<string>> Renew(AppDb db, Guid userId)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.UserId == userId).ToListAsync());
        var codes = Enumerable.Range(0, Codes).Select(_ => Totp.Spelled(RandomNumberGenerator.GetBytes(10)).Replace(' ', '-')).ToList();
        db.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCode { UserId = userId, Hash = Sessions.Hash(Totp.Typed(c)) }));
        return codes;
    }

    private static Refusal Wrong() => Refusal.Invalid("code", Words.Of("SecondFactor_Wrong"));

    private byte[] KeyOf(SecondFactor row) => Convert.FromHexString(Protector(row.UserId).Unprotect(row.Key));

    private IDataProtector Protector(Guid userId) => protection.CreateProtector("CsDashboard.SecondFactor", userId.ToString());
}

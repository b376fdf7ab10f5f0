using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>The people of a company: inviting, roles, disabling, and what everybody does with their own account.</summary>
public sealed class Users(Store store, Sessions sessions, Passwords passwords, Proofs proofs)
{
    private static readonly TimeSpan InvitationLife = TimeSpan.FromHours(48);
    private static readonly TimeSpan ResetLife = TimeSpan.FromHours(2);

    /// <summary>One account of the company. NotFound for another's.</summary>
    public async Task<UserRow> Get(Actor actor, Guid userId)
    {
        actor.Demand(AccountRights.ManageUsers);
        await using var db = store.Open(actor);
        return await db.Users.Where(u => u.Id == userId).Select(UserLists.Row).SingleOrDefaultAsync() ?? throw Refusal.NotFound();
    }

    /// <summary>The account behind a customer; null when there is none.</summary>
    public async Task<Guid?> OfCustomer(Actor actor, Guid customerId)
    {
        actor.Demand(AccountRights.ManageUsers);
        await using var db = store.Open(actor);
        return await db.Users.Where(u => u.CustomerId == customerId).OrderBy(u => u.Id).Select(u => (Guid?)u.Id).FirstOrDefaultAsync();
    }

    /// <summary>Agents and admins who can be given work, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> Colleagues(Actor actor)
    {
        actor.Demand(AccountRights.SeeColleagues);
        await using var db = store.Open(actor);
        return await db
            .Users.Where(u => (u.Role == Role.Agent || u.Role == Role.Admin) && u.DisabledAt == null)
            .OrderBy(u => u.Name)
            .Take(500)
            .Select(u => new Colleague(u.Id, u.Name, u.Role))
            .ToListAsync();
    }

    /// <summary>
    /// Adds an agent or admin without a password and gives the code that sets one within 48 hours; inviting again
    /// replaces the code. Conflict when the address belongs to somebody who has signed in before; Forbidden without a proof
    /// (<see cref="Proofs"/>).
    /// </summary>
    public async Task<string> Invite(Actor actor, Invitation input)
    {
        actor.Demand(AccountRights.ManageUsers);
        input.Checked();
        var address = Emails.Read(input.Email);
        var role = Word.Read(input.Role, Role.Agent);
        return await store.Write(
            actor,
            async db =>
            {
                await Proofs.Demand(db);
                var user = await db.UsersEverywhere.SingleOrDefaultAsync(u => u.NormalizedEmail == address.Normalised);
                if (user is not null && (user.TenantId != actor.TenantId || user.PasswordHash is not null || user.Role == Role.Customer))
                    throw Refusal.Conflict(Words.Of("Email_Taken"), "email_taken");
                user ??= Add(
                    db,
                    new NewAccount
                    {
                        Name = input.Name!,
                        Email = address.Shown,
                        Role = role,
                        IsConfirmed = false,
                    },
                    address
                );
                user.Role = role;
                var code = await NewCode(db, user, CodePurpose.Invitation, InvitationLife);
                db.Record(new UserInvited(user.Id, user.Name, user.Email!, role));
                return code;
            }
        );
    }

    /// <summary>
    /// Adds a user inside a write; the caller has checked the input and records the wider event. Conflict for a taken address.
    /// </summary>
    internal static async Task<User> Add(AppDb db, NewAccount account)
    {
        var address = Emails.Read(account.Email);
        if (await db.UsersEverywhere.AnyAsync(u => u.NormalizedEmail == address.Normalised))
            throw Refusal.Conflict(Words.Of("Email_Taken"), "email_taken");
        return Add(db, account, address);
    }

    private static User Add(AppDb db, NewAccount account, EmailAddress address)
    {
        var user = new User
        {
            TenantId = db.Actor.TenantId,
            Name = account.Name.Trim(),
            Email = address.Shown,
            NormalizedEmail = address.Normalised,
            UserName = address.Normalised,
            NormalizedUserName = address.Normalised,
            Role = account.Role,
            CustomerId = account.CustomerId,
            Language = account.Language,
            TimeZone = account.TimeZone,
            CreatedAt = db.Actor.Now,
            SecurityStamp = Sessions.NewSecret(),
            PasswordHash = account.PasswordHash,
            EmailConfirmed = account.IsConfirmed,
        };
        db.UsersEverywhere.Add(user);
        db.Record(new UserAdded(user.Id, user.Name, user.Email, user.Role));
        return user;
    }

    /// <summary>Whether an account of any company has the normalised address.</summary>
    internal static Task<bool> IsTaken(AppDb db, string normalised) => db.UsersEverywhere.AnyAsync(u => u.NormalizedEmail == normalised);

    /// <summary>The account of a customer follows the name of the record, inside its write.</summary>
    internal static async Task Rename(AppDb db, Guid customerId, string name)
    {
        foreach (var user in await db.Users.Where(u => u.CustomerId == customerId).ToListAsync())
            user.Name = name;
    }

    /// <summary>
    /// Lets a customer's account in or keeps it out, inside a write. Accounts kept out are signed out everywhere: call
    /// <see cref="Sessions.Gone"/> with each afterwards.
    /// </summary>
    internal static async Task<IReadOnlyList<(Guid User, IReadOnlyList<Guid> Sessions)>> Admit(AppDb db, Guid customerId, bool admitted)
    {
        var ended = new List<(Guid, IReadOnlyList<Guid>)>();
        foreach (var user in await db.Users.Where(u => u.CustomerId == customerId).ToListAsync())
        {
            if (admitted && user.Enable())
                db.Record(new UserEnabled(user.Id, user.Name));
            if (admitted || !user.Disable(db.Actor.Now))
                continue;
            db.Record(new UserDisabled(user.Id, user.Name));
            await DropCodes(db, user.Id);
            ended.Add((user.Id, await Sessions.EndAll(db, user.Id)));
        }
        return ended;
    }

    /// <summary>
    /// Removes from customers' accounts whose they were, inside a write, with sessions, codes and sign-in attempts. The accounts remain as
    /// ids that other rows point to; nobody can sign in with them. Gives how many; safe to repeat.
    /// </summary>
    internal static async Task<int> Forget(AppDb db, IReadOnlyCollection<Guid> customers)
    {
        var users = await db
            .Users.Where(u => u.CustomerId != null && customers.Contains(u.CustomerId.Value) && u.Role == Role.Customer && u.Name != "")
            .ToListAsync();
        foreach (var user in users)
        {
            var (id, email, normalised) = (user.Id, user.Email, user.NormalizedEmail);
            await db.Sessions.Where(s => s.UserId == id).ExecuteDeleteAsync();
            await db.OneTimeCodes.Where(c => c.UserId == id).ExecuteDeleteAsync();
            await db.SignInAttempts.Where(a => a.Email == email || a.Email == normalised).ExecuteDeleteAsync();
            await db.Lockouts.Where(l => l.Email == email || l.Email == normalised).ExecuteDeleteAsync();
            await SecondFactors.Forget(db, id);
            await db.Passkeys.Where(p => p.UserId == id).ExecuteDeleteAsync();
            await db.KnownDevices.Where(d => d.UserId == id).ExecuteDeleteAsync();
            await db.ForgetCallsOf(id);
            user.TwoFactorEnabled = false;
            var nobody = $"erased-{id:N}@erased.invalid";
            (user.Name, user.Email, user.NormalizedEmail, user.UserName, user.NormalizedUserName) = ("", nobody, nobody, nobody, nobody);
            (user.PasswordHash, user.PhoneNumber, user.SecurityStamp, user.LastSignInAt, user.TimeZone) = (
                null,
                null,
                Sessions.NewSecret(),
                null,
                "UTC"
            );
            user.Digits = null;
            user.LastActiveAt = User.Never;
            user.Disable(db.Actor.Now);
        }
        return users.Count;
    }

    /// <summary>
    /// Signs the user out everywhere and closes the account. Safe to repeat. Refuses to disable oneself or the last admin.
    /// </summary>
    public async Task Disable(Actor actor, Guid userId)
    {
        actor.Demand(AccountRights.ManageUsers);
        if (userId == actor.UserId)
            throw Refusal.Conflict(Words.Of("User_NotYourself"));
        var ended = await store.Write(
            actor,
            async db =>
            {
                var user = await Find(db, userId);
                if (user.Role == Role.Admin)
                    await DemandAnotherAdmin(db, userId);
                if (!user.Disable(actor.Now))
                    return [];
                db.Record(new UserDisabled(user.Id, user.Name));
                await DropCodes(db, userId);
                return await Sessions.EndAll(db, userId);
            }
        );
        sessions.Gone(actor.TenantId, userId, ended);
    }

    public async Task Enable(Actor actor, Guid userId)
    {
        actor.Demand(AccountRights.ManageUsers);
        await store.Write(
            actor,
            async db =>
            {
                var user = await Find(db, userId);
                if (user.Enable())
                    db.Record(new UserEnabled(user.Id, user.Name));
            }
        );
    }

    /// <summary>
    /// Makes an agent an admin or the other way round; ends the user's sessions, so the new role holds at once. Forbidden without a proof.
    /// </summary>
    public async Task SetRole(Actor actor, Guid userId, Role role)
    {
        actor.Demand(AccountRights.ManageUsers);
        if (role is not (Role.Agent or Role.Admin))
            throw Refusal.Invalid("role", Words.Of("Word_Unknown", "agent, admin"));
        if (userId == actor.UserId)
            throw Refusal.Conflict(Words.Of("User_NotYourself"));
        var ended = await store.Write(
            actor,
            async db =>
            {
                var user = await Find(db, userId);
                if (user.Role == Role.Customer)
                    throw Refusal.Conflict(Words.Of("User_CustomerRole"));
                if (user.Role == role)
                    return [];
                await Proofs.Demand(db);
                if (user.Role == Role.Admin)
                    await DemandAnotherAdmin(db, userId);
                db.Record(new RoleChanged(user.Id, user.Name, user.Role, role));
                user.Role = role;
                await DropCodes(db, userId);
                return await Sessions.EndAll(db, userId);
            }
        );
        sessions.Gone(actor.TenantId, userId, ended);
    }

    /// <summary>The actor's own account.</summary>
    public async Task<UserView> Me(Actor actor)
    {
        var id = actor.DemandUser();
        await using var db = store.Open(actor);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == id) ?? throw Refusal.NotFound();
        return SignIns.ViewOf(user, await db.Tenants.Where(t => t.Id == user.TenantId).Select(t => t.Name).SingleAsync());
    }

    public async Task ChangeProfile(Actor actor, ProfileInput input)
    {
        var id = actor.DemandUser();
        input.Checked();
        var zone = Zones.Read(input.TimeZone) ?? throw Refusal.Invalid("timeZone", Words.Of("TimeZone_Unknown"));
        await store.Write(
            actor,
            async db =>
            {
                var user = await db.Users.SingleAsync(u => u.Id == id);
                var before = ProfileState.Of(user);
                (user.Name, user.Language, user.TimeZone) = (input.Name!, input.Language ?? user.Language, zone);
                user.Digits = input.Digits;
                var after = ProfileState.Of(user);
                if (before != after)
                    db.Record(new ProfileChanged(id, before, after));
            }
        );
        sessions.ForgetUser(id);
    }

    /// <summary>Needs the current password, of which wrong ones are counted; ends every other session of the user.</summary>
    public async Task ChangePassword(Actor actor, PasswordChange input)
    {
        var id = actor.DemandUser();
        input.Checked();
        var newHash = await passwords.Make(input.Password!, own: await OwnWords(actor, id));
        var ended = await proofs.WithPassword(
            actor,
            input.Current!,
            "current",
            (db, user) => SetPassword(db, user, newHash, actor.SessionId)
        );
        sessions.Gone(actor.TenantId, id, ended);
    }

    /// <summary>
    /// A code that sets a new password within two hours; null when no account has the address (the caller says nothing either way).
    /// </summary>
    public async Task<(string Code, UserView User)?> ForgotPassword(string? email, Visitor visitor)
    {
        var normalised = Emails.TryNormalise(email);
        return await store.Write(
            Actor.System(Guid.Empty, visitor.Clock),
            async db =>
            {
                var user = normalised is null
                    ? null
                    : await db.UsersEverywhere.SingleOrDefaultAsync(u => u.NormalizedEmail == normalised && u.DisabledAt == null);
                if (user is null)
                    return ((string, UserView)?)null;
                var company = await db.Tenants.Where(t => t.Id == user.TenantId).Select(t => t.Name).SingleAsync();
                db.Switch(Actor.System(user.TenantId, visitor.Clock) with { Address = visitor.Address });
                db.Record(new PasswordForgotten(user.Id, user.Name));
                return (await NewCode(db, user, CodePurpose.PasswordReset, ResetLife), SignIns.ViewOf(user, company));
            }
        );
    }

    /// <summary>
    /// The passkeys of the account that a code belongs to, which its owner is asked about. Invalid for a code that doesn't work.
    /// </summary>
    public async Task<IReadOnlyList<PasskeyRow>> PasskeysOfCode(string? code, TimeProvider clock)
    {
        await using var db = store.Open(Actor.System(Guid.Empty, clock));
        var (_, user) = await OfCode(db, Sessions.Hash(code ?? ""), clock.Now(), CodePurpose.Invitation, CodePurpose.PasswordReset);
        return await db
            .Passkeys.Where(p => p.UserId == user.Id)
            .OrderBy(p => p.CreatedAt)
            .Select(p => new PasskeyRow(p.Id, p.Name, p.CreatedAt, p.LastUsedAt))
            .ToListAsync();
    }

    /// <summary>
    /// Sets the password that an invitation or reset code allows. A code that is unknown, used or expired is Invalid. Whatever else may
    /// have been planted goes: passkeys, unless they are to be kept, a key that waits to be confirmed, other codes, every session.
    /// </summary>
    public async Task SetPasswordByCode(NewPassword input, Visitor visitor)
    {
        input.Checked();
        var (codeHash, now) = (Sessions.Hash(input.Code ?? ""), visitor.Clock.Now());
        var nobody = Actor.System(Guid.Empty, visitor.Clock) with { Address = visitor.Address };
        User user;
        // Hashing takes a tenth of a second, so it is not done for codes that don't work, nor while others wait to write.
        await using (var db = store.Open(nobody))
            user = (await OfCode(db, codeHash, now, CodePurpose.Invitation, CodePurpose.PasswordReset)).User;
        var owner = nobody with { TenantId = user.TenantId, UserId = user.Id, Name = user.Name };
        var passwordHash = await passwords.Make(input.Password!, own: await OwnWords(owner, user.Id));
        var ended = await store.Write(
            owner,
            async db =>
            {
                (await OfCode(db, codeHash, now, CodePurpose.Invitation, CodePurpose.PasswordReset)).Code.UsedAt = now;
                var row = await Find(db, user.Id);
                Confirm(db, row);
                if (!input.KeepPasskeys)
                    await Passkeys.RemoveAll(db, row);
                return await SetPassword(db, row, passwordHash, but: null);
            }
        );
        sessions.Gone(user.TenantId, user.Id, ended);
    }

    /// <summary>
    /// Takes the link that proves somebody reads mail at their account's address. A code that is unknown, used or expired is Invalid.
    /// </summary>
    public async Task ConfirmEmail(string? code, Visitor visitor)
    {
        var (codeHash, now) = (Sessions.Hash(code ?? ""), visitor.Clock.Now());
        var nobody = Actor.System(Guid.Empty, visitor.Clock) with { Address = visitor.Address };
        await store.Write(
            nobody,
            async db =>
            {
                var (used, user) = await OfCode(db, codeHash, now, CodePurpose.EmailConfirmation);
                db.Switch(nobody with { TenantId = user.TenantId, UserId = user.Id, Name = user.Name });
                used.UsedAt = now;
                Confirm(db, user);
            }
        );
    }

    // Whichever link it was, the mail was read.
    private static void Confirm(AppDb db, User user)
    {
        if (!user.ConfirmEmail())
            return;
        db.Record(new EmailConfirmed(user.Id, user.Name));
        db.AnnounceAfterCommit(Topic.User(user.TenantId, user.Id));
    }

    private static async Task<(OneTimeCode Code, User User)> OfCode(
        AppDb db,
        string hash,
        DateTimeOffset now,
        params CodePurpose[] purposes
    )
    {
        var code =
            await db.OneTimeCodes.SingleOrDefaultAsync(c =>
                c.Hash == hash && c.UsedAt == null && c.ExpiresAt > now && purposes.Contains(c.Purpose)
            ) ?? throw Refusal.Invalid("code", Words.Of("Code_Bad"));
        return (code, await db.UsersEverywhere.SingleAsync(u => u.Id == code.UserId));
    }

    // Words that others would try first for somebody's password.
    private async Task<IReadOnlyList<string?>> OwnWords(Actor actor, Guid userId)
    {
        await using var db = store.Open(actor);
        var user = await db.Users.SingleAsync(u => u.Id == userId);
        return [user.Name, user.Email, await db.Tenants.Where(t => t.Id == user.TenantId).Select(t => t.Name).SingleAsync()];
    }

    private static async Task<IReadOnlyList<Guid>> SetPassword(AppDb db, User user, string hash, Guid? but)
    {
        user.PasswordHash = hash;
        db.Record(new PasswordChanged(user.Id, user.Name));
        await DropCodes(db, user.Id);
        if (but is null)
            await SecondFactors.Drop(db, user.Id);
        return await Sessions.EndAll(db, user.Id, but);
    }

    /// <summary>
    /// Inside a write: invalidates links that were mailed and not used yet, as every change does of what lets the user in. A link that only
    /// confirms the address stays.
    /// </summary>
    internal static async Task DropCodes(AppDb db, Guid userId) =>
        db.OneTimeCodes.RemoveRange(
            (await db.OneTimeCodes.Where(c => c.UserId == userId && c.Purpose != CodePurpose.EmailConfirmation).ToListAsync()).Where(c =>
                c.UsedAt is null
            )
        );

    internal static async Task<string> NewCode(AppDb db, User user, CodePurpose purpose, TimeSpan life)
    {
        await db.OneTimeCodes.Where(c => c.UserId == user.Id && c.Purpose == purpose && c.UsedAt == null).ExecuteDeleteAsync();
        var code = Sessions.NewSecret();
        db.OneTimeCodes.Add(
            new OneTimeCode
            {
                UserId = user.Id,
                Purpose = purpose,
                Hash = Sessions.Hash(code),
                ExpiresAt = db.Actor.Now + life,
            }
        );
        return code;
    }

    private static async Task<User> Find(AppDb db, Guid userId) =>
        await db.Users.SingleOrDefaultAsync(u => u.Id == userId) ?? throw Refusal.NotFound();

    private static async Task DemandAnotherAdmin(AppDb db, Guid userId)
    {
        if (!await db.Users.AnyAsync(u => u.Role == Role.Admin && u.DisabledAt == null && u.Id != userId))
            throw Refusal.Conflict(Words.Of("User_LastAdmin"));
    }
}

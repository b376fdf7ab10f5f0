using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>A person as signed-in programs and pages see them.</summary>
public sealed record UserView(Guid Id, Guid TenantId, string Company, string Name, string Email, Role Role, Guid? CustomerId, string Language, string TimeZone, bool IsConfirmed = true);

/// <summary>The outcome of a sign-in: who it is, as which actor, and tokens where they were asked for.</summary>
public sealed record SignInOutcome(UserView User, Actor Actor, Tokens? Tokens);

/// <summary>Whoever has got as far as the password; good for a few minutes, on the same browser.</summary>
public sealed record SecondStep(Guid UserId, string Proof);

/// <summary>What a right password leads to: in, or to the second step.</summary>
public sealed record SignInStep(SignInOutcome? Outcome, SecondStep? Then);

/// <summary>Signing in with e-mail and password, and the lock-out that guards it.</summary>
public sealed class SignIns(Store store, Sessions sessions, SecondFactors factors, IPasswordHasher<User> hasher)
{
    // rules.md 001: MAX_LOGIN_ATTEMPTS 5, LOGIN_LOCKOUT_DURATION 900 s, failures of the last 15 minutes.
    private const int MaxFailures = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly User Nobody = new() { Name = "" };
    private readonly Lazy<string> nobodysHash = new(() => hasher.HashPassword(Nobody, "a password that nobody has"));

    /// <summary>
    /// Refuses with SignedOut for a wrong pair, in the same words and time whether the account exists or not; with
    /// TooMany while the pair of account and address is locked (five failures in 15 minutes by the same account or the
    /// same address); with Forbidden for a disabled account, once the password was right. An account with a second factor
    /// needs its code too: without one it is SignedOut as second_factor_required, with a wrong one as second_factor_invalid,
    /// which counts as a failure like a wrong password.
    /// </summary>
    public async Task<SignInOutcome> WithPassword(Credentials input, Visitor visitor, bool tokens) =>
        (await Password(input, visitor, tokens)).Outcome ?? throw Refusal.SignedOut(Words.Of("SignIn_CodeNeeded"), "second_factor_required");

    /// <summary>The same for a page, which asks for the code in a second step.</summary>
    public async Task<SignInStep> Password(Credentials input, Visitor visitor, bool tokens)
    {
        input.Checked();
        var email = Emails.TryNormalise(input.Email) ?? input.Email!.Trim().ToLowerInvariant();
        var nobody = Actor.System(Guid.Empty, visitor.Clock) with { Address = visitor.Address };
        User? user;
        Refusal? locked;
        await using (var db = store.Open(nobody))
        {
            locked = await Lock(db, email, visitor.Address, nobody.Now);
            user = await db.UsersEverywhere.SingleOrDefaultAsync(u => u.NormalizedEmail == email);
        }
        if (locked is not null) throw await Refused(nobody, email, user, "locked", locked);
        var verdict = hasher.VerifyHashedPassword(user ?? Nobody, user?.PasswordHash ?? nobodysHash.Value, input.Password!);
        if (user?.PasswordHash is null || verdict == PasswordVerificationResult.Failed)
        {
            await NoteFailure(nobody, email, user, visitor);
            throw Refusal.SignedOut(Words.Of("SignIn_Wrong"));
        }
        if (user.IsDisabled) throw await Refused(nobody, email, user, "disabled", Refusal.Forbidden(Words.Of("SignIn_Disabled")));
        var code = string.IsNullOrWhiteSpace(input.Code) ? input.TwoFactorCode : input.Code;
        if (user.TwoFactorEnabled && string.IsNullOrWhiteSpace(code)) return new(null, new SecondStep(user.Id, ProofOf(user)));
        var newHash = verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(user, input.Password!) : null;
        return new(await Finish(nobody, email, user, code, newHash, visitor, tokens), null);
    }

    /// <summary>The second step of a page. Refuses as <see cref="WithPassword"/>, and with SignedOut when the password was changed since the first.</summary>
    public async Task<SignInOutcome> WithCode(SecondStep step, CodeInput input, Visitor visitor)
    {
        input.Checked();
        var nobody = Actor.System(Guid.Empty, visitor.Clock) with { Address = visitor.Address };
        User? user;
        Refusal? locked;
        await using (var db = store.Open(nobody))
        {
            user = await db.UsersEverywhere.SingleOrDefaultAsync(u => u.Id == step.UserId && u.DisabledAt == null);
            if (user is null || ProofOf(user) != step.Proof) throw Refusal.SignedOut(Words.Of("SignIn_TooLate"), "second_factor_expired");
            locked = await Lock(db, user.NormalizedEmail!, visitor.Address, nobody.Now);
        }
        if (locked is not null) throw await Refused(nobody, user.NormalizedEmail!, user, "locked", locked);
        return await Finish(nobody, user.NormalizedEmail!, user, input.Code, null, visitor, tokens: false);
    }

    /// <summary>For somebody whose passkey has just been proved to be theirs; it stands for both factors. Forbidden for a disabled account.</summary>
    public async Task<SignInOutcome> WithPasskey(User proved, UserPasskeyInfo passkey, Visitor visitor)
    {
        var nobody = Actor.System(Guid.Empty, visitor.Clock) with { Address = visitor.Address };
        if (proved.IsDisabled) throw await Refused(nobody, proved.NormalizedEmail!, proved, "disabled", Refusal.Forbidden(Words.Of("SignIn_Disabled")));
        return await store.Write(nobody with { TenantId = proved.TenantId }, async db =>
        {
            var row = await db.Passkeys.SingleOrDefaultAsync(p => p.CredentialId == passkey.CredentialId && p.UserId == proved.Id) ?? throw Refusal.SignedOut(Words.Of("Passkey_Unknown"));
            (row.SignCount, row.IsBackedUp, row.LastUsedAt) = (passkey.SignCount, passkey.IsBackedUp, nobody.Now);
            return await Begin(db, await db.UsersEverywhere.SingleAsync(u => u.Id == proved.Id), visitor, tokens: false);
        });
    }

    private async Task<SignInOutcome> Finish(Actor nobody, string email, User user, string? code, string? newHash, Visitor visitor, bool tokens)
    {
        var outcome = await store.Write(nobody with { TenantId = user.TenantId }, async db =>
        {
            // Again, since many guesses may have been under way at once: those that failed meanwhile count.
            if (await Lock(db, email, visitor.Address, nobody.Now) is { } meanwhile) throw meanwhile;
            var row = await db.UsersEverywhere.SingleAsync(u => u.Id == user.Id);
            if (row.TwoFactorEnabled && !await factors.Accept(db, row.Id, code)) return null;
            if (newHash is not null) row.PasswordHash = newHash;
            db.SignInAttempts.Add(new SignInAttempt { Email = email, Address = visitor.Address, At = nobody.Now, Succeeded = true });
            return await Begin(db, row, visitor, tokens);
        });
        if (outcome is not null) return outcome;
        await NoteFailure(nobody, email, user, visitor);
        throw Refusal.SignedOut(Words.Of("SecondFactor_Wrong"), "second_factor_invalid");
    }

    // Goes stale with the password, so that a first step does not outlive it.
    private static string ProofOf(User user) => Sessions.Hash(user.Id + user.PasswordHash);

    // The refusal, once it is written down for the company of the account; for an address without one there is none. Either
    // way something is written, so that the time it takes does not tell the two apart.
    private async Task<Refusal> Refused(Actor nobody, string email, User? user, string why, Refusal refusal)
    {
        await store.Write(nobody with { TenantId = user?.TenantId ?? Guid.Empty }, async db =>
        {
            await db.Lockouts.Where(l => l.Email == email).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, l => l.Until));
            if (user is not null) db.Record(new SignInRefused(user.Id, user.Name, why));
        });
        return refusal;
    }

    private static async Task<Refusal?> Lock(AppDb db, string email, string address, DateTimeOffset now)
    {
        var until = await db.Lockouts.Where(l => l.Email == email && l.Address == address && l.Until > now).MaxAsync(l => (DateTimeOffset?)l.Until);
        return until is { } end ? Refusal.TooMany(end - now, Words.Of("SignIn_Locked", Math.Ceiling((end - now).TotalMinutes))) : null;
    }

    /// <summary>Begins a session for a user who has proved who they are, inside a write.</summary>
    internal async Task<SignInOutcome> Begin(AppDb db, User user, Visitor visitor, bool tokens)
    {
        var met = await Devices.Meet(db, user, visitor);
        var session = sessions.Begin(db, user, visitor);
        user.LastSignInAt = visitor.Clock.Now();
        user.SignIns++;
        var given = tokens ? Sessions.GiveTokens(session, visitor.Clock.Now()) : null;
        var company = await db.Tenants.Where(t => t.Id == user.TenantId).Select(t => new { t.Name, t.SecondFactorFor }).SingleAsync();
        var actor = Sessions.ActorOf(user, session.Id, visitor.Address, visitor.Clock, company.SecondFactorFor);
        db.Switch(actor);
        db.Record(new SignedIn(user.Id, user.Name, met.Device, met.Block, met.IsNew, met.IsFirst, met.IsNewPlace));
        return new SignInOutcome(ViewOf(user, company.Name), actor, given);
    }

    private async Task NoteFailure(Actor nobody, string email, User? user, Visitor visitor) => await store.Write(nobody with { TenantId = user?.TenantId ?? Guid.Empty }, async db =>
    {
        var now = nobody.Now;
        var since = now - Window;
        db.SignInAttempts.Add(new SignInAttempt { Email = email, Address = visitor.Address, At = now });
        if (user is not null) db.Record(new SignInFailed(user.Id, user.Name));
        var failures = 1 + await db.SignInAttempts.CountAsync(a => a.At > since && !a.Succeeded && (a.Email == email || a.Address == visitor.Address));
        if (failures < MaxFailures) return;
        db.Lockouts.Add(new Lockout { Email = email, Address = visitor.Address, Until = now + Window });
        if (user is not null) db.Record(new AccountLocked(user.Id, user.Name, now + Window));
    });

    internal static UserView ViewOf(User user, string company) =>
        new(user.Id, user.TenantId, company, user.Name, user.Email ?? "", user.Role, user.CustomerId, user.Language, user.TimeZone, user.EmailConfirmed);
}

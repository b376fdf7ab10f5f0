using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>Signing in, and the lock-outs that guard it.</summary>
public sealed class SignIns(Store store, Sessions sessions, SecondFactors factors, Passwords passwords)
{
    private readonly Turns turns = new();

    // The outcome of a guess: one of the two is set.
    private sealed record Answer(SignInStep? Step, Refusal? Refusal)
    {
        public static implicit operator Answer(Refusal refusal) => new(null, refusal);

        public static implicit operator Answer(SignInOutcome outcome) => new(new(outcome, null), null);
    }

    /// <summary>
    /// Refuses with SignedOut for a wrong pair, in the same words and time whether the account exists, does not exist or is switched off;
    /// with TooMany while what <see cref="Guess"/> counts is closed, whether the password is right or not, and for more than a few at once.
    /// An account with a second factor needs its code too: without one it is SignedOut as second_factor_required, with a wrong one as
    /// second_factor_invalid, which counts as a failure like a wrong password.
    /// </summary>
    public async Task<SignInOutcome> WithPassword(Credentials input, Visitor visitor, bool tokens) =>
        (await Password(input, visitor, tokens)).Outcome
        ?? throw Refusal.SignedOut(Words.Of("SignIn_CodeNeeded"), "second_factor_required");

    /// <summary>The same for a page, which asks for the code in a second step.</summary>
    public async Task<SignInStep> Password(Credentials input, Visitor visitor, bool tokens)
    {
        input.Checked();
        var email = Emails.TryNormalise(input.Email) ?? input.Email!.Trim().ToLowerInvariant();
        var code = string.IsNullOrWhiteSpace(input.Code) ? input.TwoFactorCode : input.Code;
        var hasCode = !string.IsNullOrWhiteSpace(code);
        var nobody = NobodyAt(visitor);
        User? user;
        Guess guess;
        Closed? closed;
        await using (var db = store.Open(nobody))
        {
            user = await db.UsersEverywhere.SingleOrDefaultAsync(u => u.NormalizedEmail == email);
            guess = await Guess.Of(db, email, user, visitor);
            closed = await guess.Closed(db);
        }
        if (closed is not null && !(closed.SparesCodes && hasCode))
            throw (await store.Write(For(nobody, user), db => TurnedAway(db, guess, user, closed))).Refusal!;
        PasswordVerificationResult verdict;
        using (turns.Take(guess, hasCode))
            verdict = await passwords.Compare(user?.PasswordHash, input.Password!);
        var answer = await store.Write<Answer>(
            For(nobody, user),
            db => Decide(db, guess, user, verdict != PasswordVerificationResult.Failed, hasCode ? code : null, visitor, tokens)
        );
        if (answer.Refusal is { } refusal)
            throw refusal;
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
            await KeepAnew(nobody, user!, input.Password!);
        return answer.Step!;
    }

    /// <summary>
    /// The second step of a page. Refuses as <see cref="WithPassword"/>, and with SignedOut when the password was changed since the first.
    /// </summary>
    public async Task<SignInOutcome> WithCode(SecondStep step, CodeInput input, Visitor visitor)
    {
        input.Checked();
        var nobody = NobodyAt(visitor);
        User user;
        await using (var db = store.Open(nobody))
            user = await OfStep(db, step);
        var answer = await store.Write<Answer>(
            For(nobody, user),
            async db =>
            {
                user = await OfStep(db, step);
                var guess = await Guess.Of(db, user.NormalizedEmail!, user, visitor);
                if (await guess.Closed(db) is { SparesCodes: false } closed)
                    return await TurnedAway(db, guess, user, closed);
                return await WithFactor(db, guess, null, user, input.Code, visitor, tokens: false);
            }
        );
        return answer.Step?.Outcome ?? throw answer.Refusal!;
    }

    // The one place that decides, inside the one write that also reads and counts, since many guesses may run at once. While something is
    // closed, right and wrong passwords get the same words; an account that is switched off answers and counts like a wrong password.
    private async Task<Answer> Decide(AppDb db, Guess guess, User? seen, bool isRight, string? code, Visitor visitor, bool tokens)
    {
        var user = seen is null ? null : await db.UsersEverywhere.SingleAsync(u => u.Id == seen.Id);
        var closed = await guess.Closed(db);
        if (closed is not null && !(closed.SparesCodes && code is not null))
            return await TurnedAway(db, guess, user, closed);
        // If the password was changed meanwhile, this is the old one.
        if (
            user is null
            || !isRight
            || user.PasswordHash != seen!.PasswordHash
            || user.IsDisabled
            || closed is not null && !user.TwoFactorEnabled
        )
        {
            await guess.Miss(db, user);
            if (user is { IsDisabled: true } && isRight)
                db.Record(new SignInRefused(user.Id, user.Name, "disabled"));
            else if (user is not null)
                db.Record(new SignInFailed(user.Id, user.Name));
            return closed?.Refusal(db.Actor.Now) ?? Refusal.SignedOut(Words.Of("SignIn_Wrong"));
        }
        if (user.TwoFactorEnabled && code is null)
            return new Answer(new(null, new SecondStep(user.Id, ProofOf(user))), null);
        return await WithFactor(db, guess, closed, user, code, visitor, tokens);
    }

    // The password is right: the code, where there must be one, decides.
    private async Task<Answer> WithFactor(AppDb db, Guess guess, Closed? closed, User user, string? code, Visitor visitor, bool tokens)
    {
        if (user.TwoFactorEnabled && await factors.Refused(db, user.Id, code) is { } refusal)
        {
            // A code that was never looked at is not a guess; but while the account is closed, a right password leaves the same traces as a
            // wrong one.
            if (closed is not null || refusal.Kind != RefusalKind.TooMany)
                await guess.Miss(db, user);
            db.Record(new SignInFailed(user.Id, user.Name));
            return closed?.Refusal(db.Actor.Now) ?? refusal;
        }
        db.SignInAttempts.Add(guess.Hit(db.Actor.Now));
        return await Begin(db, user, visitor, tokens);
    }

    // Recorded for the account's company, where there is an account. Something is written either way, so that the time taken does not tell
    // the two apart.
    private static async Task<Answer> TurnedAway(AppDb db, Guess guess, User? user, Closed closed)
    {
        await guess.Touch(db);
        if (user is not null)
            db.Record(new SignInRefused(user.Id, user.Name, "locked"));
        return closed.Refusal(db.Actor.Now);
    }

    private async Task KeepAnew(Actor nobody, User user, string password)
    {
        var (old, hash) = (user.PasswordHash, await passwords.MakeAnyway(password));
        await store.Write(
            For(nobody, user),
            async db =>
            {
                if (await db.UsersEverywhere.SingleAsync(u => u.Id == user.Id) is var row && row.PasswordHash == old)
                    row.PasswordHash = hash;
            }
        );
    }

    private static async Task<User> OfStep(AppDb db, SecondStep step) =>
        await db.UsersEverywhere.SingleOrDefaultAsync(u => u.Id == step.UserId && u.DisabledAt == null) is { } user
        && ProofOf(user) == step.Proof
            ? user
            : throw Refusal.SignedOut(Words.Of("SignIn_TooLate"), "second_factor_expired");

    private static Actor NobodyAt(Visitor visitor) => Actor.System(Guid.Empty, visitor.Clock) with { Address = visitor.Address };

    private static Actor For(Actor nobody, User? user) => nobody with { TenantId = user?.TenantId ?? Guid.Empty };

    // Goes stale with the password, so that a first step does not outlive it.
    private static string ProofOf(User user) => Sessions.Hash(user.Id + user.PasswordHash);

    /// <summary>
    /// For a person whose passkey was just verified; it stands for both factors. SignedOut for an account that is switched off, as for an
    /// unknown passkey.
    /// </summary>
    public async Task<SignInOutcome> WithPasskey(User proved, UserPasskeyInfo passkey, Visitor visitor)
    {
        var answer = await store.Write<Answer>(
            For(NobodyAt(visitor), proved),
            async db =>
            {
                var user = await db.UsersEverywhere.SingleAsync(u => u.Id == proved.Id);
                if (!user.IsDisabled && await Passkeys.Use(db, user.Id, passkey))
                    return await Begin(db, user, visitor, tokens: false);
                if (user.IsDisabled)
                    db.Record(new SignInRefused(user.Id, user.Name, "disabled"));
                return Refusal.SignedOut(Words.Of("Passkey_Unknown"), "invalid_credentials");
            }
        );
        return answer.Step?.Outcome ?? throw answer.Refusal!;
    }

    /// <summary>Begins a session for a user who has proved who they are, inside a write.</summary>
    internal async Task<SignInOutcome> Begin(AppDb db, User user, Visitor visitor, bool tokens)
    {
        var met = await Devices.Meet(db, user, visitor);
        var session = sessions.Begin(db, user, visitor);
        user.LastSignInAt = user.LastActiveAt = visitor.Clock.Now();
        user.SignIns++;
        var given = tokens ? Sessions.GiveTokens(session, visitor.Clock.Now()) : null;
        var company = await db.Tenants.Where(t => t.Id == user.TenantId).Select(t => new { t.Name, t.SecondFactorFor }).SingleAsync();
        var actor = Sessions.ActorOf(user, session.Id, visitor.Address, visitor.Clock, company.SecondFactorFor);
        db.Switch(actor);
        db.Record(new SignedIn(user.Id, user.Name, met.Device, met.Block, met.IsNew, met.IsFirst, met.IsNewPlace));
        return new SignInOutcome(ViewOf(user, company.Name), actor, given);
    }

    internal static UserView ViewOf(User user, string company) =>
        new()
        {
            Id = user.Id,
            TenantId = user.TenantId,
            Company = company,
            Name = user.Name,
            Email = user.Email ?? "",
            Role = user.Role,
            CustomerId = user.CustomerId,
            Language = user.Language,
            Digits = user.Digits,
            TimeZone = user.TimeZone,
            IsConfirmed = user.EmailConfirmed,
        };
}

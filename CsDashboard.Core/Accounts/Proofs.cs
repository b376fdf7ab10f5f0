using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>
/// Proving one's identity again before anything is changed that lets people in: the password, passkeys, the authenticator with its recovery
/// codes, invitations and roles of others. It takes the password, a code (<see cref="SecondFactors.Prove"/>) or a passkey
/// (<see cref="Passkeys.Prove"/>), holds for ten minutes in that browser alone, and is not available to programs, so that nobody can misuse
/// an open page or a stray token. Signing in counts as a proof, too. Wrong passwords count as <see cref="Guess.Inside"/>.
/// </summary>
public sealed class Proofs(Store store, Passwords passwords)
{
    public const string Needed = "proof_needed";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly Turns turns = new();

    /// <summary>Whether the actor may now change what lets people in.</summary>
    public async Task<bool> Holds(Actor actor)
    {
        await using var db = store.Open(actor);
        return await SessionOf(db) is { } session && Holds(session, actor.Now);
    }

    /// <summary>
    /// Proves it by the password. Invalid for a wrong one, TooMany after five in a quarter of an hour, Forbidden for a program.
    /// </summary>
    public Task Give(Actor actor, PasswordProof input)
    {
        input.Checked();
        return WithPassword(actor, input.Password!, "password", (_, _) => Task.FromResult(true));
    }

    /// <summary>
    /// Refuses with Forbidden, code <see cref="Needed"/>, without a proof within ten minutes. Ask before showing a long form; the verbs ask
    /// again.
    /// </summary>
    public async Task Demand(Actor actor)
    {
        await using var db = store.Open(actor);
        await Demand(db);
    }

    /// <summary>The same inside the work that needs it.</summary>
    internal static async Task Demand(AppDb db)
    {
        if (db.Actor.Role == Role.System)
            return;
        if (!Holds(await DemandBrowser(db), db.Actor.Now))
            throw Refusal.Forbidden(Words.Of("Proof_Needed"), Needed);
    }

    /// <summary>Inside a write: notes that the proof was just given.</summary>
    internal static async Task Mark(AppDb db) => (await DemandBrowser(db)).ProvedAt = db.Actor.Now;

    /// <summary>
    /// Does the work that needs the password in the write that finds it right; a wrong one is counted there and is Invalid for the field.
    /// </summary>
    internal async Task<T> WithPassword<T>(Actor actor, string password, string field, Func<AppDb, User, Task<T>> then)
    {
        var id = actor.DemandUser();
        string? hash;
        Guess guess;
        await using (var db = store.Open(actor))
        {
            await DemandBrowser(db);
            var user = await db.Users.SingleAsync(u => u.Id == id);
            (hash, guess) = (user.PasswordHash, new Guess(user.NormalizedEmail!, AddressBlock.Of(actor.Address ?? ""), Guess.Inside));
            if (await guess.Closed(db) is { } closed)
                throw closed.Refusal(actor.Now);
        }
        bool isRight;
        using (turns.Take(guess, withCode: false))
            isRight = await passwords.Compare(hash, password) != PasswordVerificationResult.Failed;
        var (refusal, done) = await store.Write<(Refusal?, T?)>(
            actor,
            async db =>
            {
                var user = await db.Users.SingleAsync(u => u.Id == id);
                // Again, since many may have run at once.
                if (await guess.Closed(db) is { } closed)
                    return (closed.Refusal(actor.Now), default);
                if (isRight && user.PasswordHash == hash)
                {
                    await Mark(db);
                    return (null, await then(db, user));
                }
                await guess.Miss(db, user);
                db.Record(new ProofFailed(user.Id, user.Name));
                return (Refusal.Invalid(field, Words.Of("Password_CurrentWrong")), default);
            }
        );
        return refusal is null ? done! : throw refusal;
    }

    private static bool Holds(Session session, DateTimeOffset now) =>
        session.TokenHash is null && session.ProvedAt is { } at && at + Life > now;

    private static async Task<Session> DemandBrowser(AppDb db) =>
        await SessionOf(db) is { TokenHash: null, EndedAt: null } session
            ? session
            : throw Refusal.Forbidden(Words.Of("Proof_BrowserOnly"), "browser_only");

    private static async Task<Session?> SessionOf(AppDb db)
    {
        var (id, user) = (db.Actor.SessionId, db.Actor.UserId);
        return id is null || user is null ? null : await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.UserId == user);
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Accounts;

/// <summary>Who is signed in, by cookie or token, and how that ends.</summary>
public sealed class Sessions(Store store, SessionEnds ends, LiveFeed feed, ILogger<Sessions> log)
{
    // Access for 30 minutes, refresh for 7 days (contract: market, Sessions). A browser stays signed in for 14 days of use.
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan RefreshLife = TimeSpan.FromDays(7);

    // However often it is refreshed; after that its owner signs in again.
    private static readonly TimeSpan LongestOfPrograms = TimeSpan.FromDays(30);
    private static readonly TimeSpan BrowserLife = TimeSpan.FromDays(14);

    // How long an answer is remembered; an end in this process takes effect at once, in another within this time.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, (Actor? Actor, DateTimeOffset Until)> known = new();

    internal Session Begin(AppDb db, User user, Visitor visitor)
    {
        var now = visitor.Clock.Now();
        var session = new Session
        {
            TenantId = user.TenantId,
            UserId = user.Id,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + BrowserLife,
            ProvedAt = now,
            Address = visitor.Address,
            Block = Devices.Block(visitor.Address),
            Browser = visitor.Browser is { Length: > 300 } long_ ? long_[..300] : visitor.Browser,
        };
        db.Sessions.Add(session);
        return session;
    }

    internal static Tokens GiveTokens(Session session, DateTimeOffset now, string? refreshed = null)
    {
        // The first half of a refresh token stays the same through all refreshing.
        var family = refreshed is { Length: 2 * SecretLength } && session.FamilyHash is not null ? refreshed[..SecretLength] : NewSecret();
        var (token, refresh, end) = (NewSecret(), family + NewSecret(), session.CreatedAt + LongestOfPrograms);
        (session.TokenHash, session.RefreshHash, session.FamilyHash) = (Hash(token), Hash(refresh), Hash(family));
        (session.TokenExpiresAt, session.ExpiresAt) = (Earlier(now + TokenLife, end), Earlier(now + RefreshLife, end));
        return new Tokens(session.Id, token, refresh, (int)(session.TokenExpiresAt.Value - now).TotalSeconds);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>The actor behind a bearer token; null when it is unknown, expired, ended, or its user is disabled.</summary>
    public Task<Actor?> OfToken(string token, TimeProvider clock)
    {
        var hash = Hash(token);
        return Find("t" + hash, clock, (s, now) => s.Where(x => x.TokenHash == hash && x.TokenExpiresAt > now));
    }

    /// <summary>The actor behind a cookie's session; null when it has ended or its user is disabled.</summary>
    public Task<Actor?> OfSession(Guid sessionId, TimeProvider clock) =>
        Find("s" + sessionId, clock, (s, now) => s.Where(x => x.Id == sessionId));

    /// <summary>
    /// New tokens for a refresh token, which is used up by it, until 30 days after the sign-in. Refuses with SignedOut. A token that is
    /// used twice is in two hands, and nobody can tell which is the thief's, so the session ends for both (RFC 9700, 4.14.2).
    /// </summary>
    public async Task<(Tokens Tokens, Guid UserId)> Refresh(string? refreshToken, TimeProvider clock)
    {
        if (string.IsNullOrWhiteSpace(refreshToken))
            throw Refusal.SignedOut();
        var (hash, now) = (Hash(refreshToken), clock.Now());
        var family = refreshToken.Length == 2 * SecretLength ? Hash(refreshToken[..SecretLength]) : null;
        var (session, tokens) = await store.Write<(Session?, Tokens?)>(
            Actor.System(Guid.Empty, clock),
            async db =>
            {
                var found = await db.Sessions.SingleOrDefaultAsync(s =>
                    (s.RefreshHash == hash || family != null && s.FamilyHash == family) && s.EndedAt == null && s.ExpiresAt > now
                );
                if (
                    found is null
                    || await db.UsersEverywhere.SingleOrDefaultAsync(u => u.Id == found.UserId && u.DisabledAt == null) is not { } user
                )
                    return (null, null);
                found.LastSeenAt = user.LastActiveAt = now;
                if (found.RefreshHash == hash)
                    return (found, GiveTokens(found, now, refreshToken));
                found.EndedAt = now;
                db.Switch(ActorOf(user, found.Id, found.Address, clock));
                db.Record(new RefreshTokenReused(user.Id, user.Name));
                return (found, null);
            }
        );
        if (session is not null && tokens is null)
            Gone(session.TenantId, session.UserId, [session.Id]);
        if (session is null || tokens is null)
            throw Refusal.SignedOut();
        Forget(session.Id);
        return (tokens, session.UserId);
    }

    /// <summary>The actor's own sessions that are alive, the latest used first.</summary>
    public async Task<IReadOnlyList<SessionRow>> Mine(Actor actor)
    {
        var (user, now) = (actor.DemandUser(), actor.Now);
        await using var db = store.Open(actor);
        return await db
            .Sessions.Where(s => s.UserId == user && s.EndedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt)
            .Take(50)
            .Select(s => new SessionRow(s.Id, s.CreatedAt, s.LastSeenAt, s.Address, s.Block, s.Browser, s.TokenHash == null))
            .ToListAsync();
    }

    /// <summary>Ends every session of the actor but the one they are in. Gives how many.</summary>
    public async Task<int> EndOthers(Actor actor)
    {
        var user = actor.DemandUser();
        var ended = await store.Write(
            actor,
            async db =>
            {
                var ids = await EndAll(db, user, actor.SessionId);
                if (ids.Count > 0)
                    db.Record(new SignedOut(user, actor.Name));
                return ids;
            }
        );
        Gone(actor.TenantId, user, ended);
        return ended.Count;
    }

    /// <summary>Signs the actor's own session out. Safe to repeat.</summary>
    public Task SignOut(Actor actor) => actor.SessionId is { } id ? EndOwn(actor, id) : Task.CompletedTask;

    /// <summary>Ends one of the actor's own sessions, this one or another. NotFound for somebody else's.</summary>
    public async Task EndOwn(Actor actor, Guid sessionId)
    {
        var user = actor.DemandUser();
        await store.Write(
            actor,
            async db =>
            {
                var session =
                    await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.UserId == user) ?? throw Refusal.NotFound();
                if (session.EndedAt is not null)
                    return;
                session.EndedAt = actor.Now;
                db.Record(new SignedOut(user, actor.Name));
            }
        );
        Gone(actor.TenantId, user, [sessionId]);
    }

    /// <summary>
    /// Ends the session that a refresh token belongs to; unknown ones are let pass, since signing out always answers 200.
    /// </summary>
    public async Task EndByRefreshToken(string refreshToken, TimeProvider clock)
    {
        var hash = Hash(refreshToken);
        var session = await store.Write(
            Actor.System(Guid.Empty, clock),
            async db =>
            {
                var found = await db.Sessions.SingleOrDefaultAsync(s => s.RefreshHash == hash);
                if (found is not { EndedAt: null })
                    return found;
                found.EndedAt = clock.Now();
                var user = await db.UsersEverywhere.SingleAsync(u => u.Id == found.UserId);
                db.Switch(ActorOf(user, found.Id, found.Address, clock));
                db.Record(new SignedOut(user.Id, user.Name));
                return found;
            }
        );
        if (session is not null)
            Gone(session.TenantId, session.UserId, [session.Id]);
    }

    /// <summary>When a user of the company was last here, by browser or program; to five minutes.</summary>
    internal static Task<DateTimeOffset?> LastSeen(AppDb db, Guid userId) =>
        db.Sessions.Where(s => s.UserId == userId).MaxAsync(s => (DateTimeOffset?)s.LastSeenAt);

    /// <summary>Marks every session of a user as ended inside a write; call <see cref="Gone"/> with the result after it.</summary>
    internal static async Task<IReadOnlyList<Guid>> EndAll(AppDb db, Guid userId, Guid? but = null)
    {
        var alive = await db.Sessions.Where(s => s.UserId == userId && s.EndedAt == null && s.Id != but).ToListAsync();
        foreach (var session in alive)
            session.EndedAt = db.Actor.Now;
        return alive.ConvertAll(s => s.Id);
    }

    /// <summary>Makes the end take effect: further verbs are refused and the user's open pages are told.</summary>
    internal void Gone(Guid tenantId, Guid userId, IReadOnlyList<Guid> sessionIds)
    {
        foreach (var id in sessionIds)
        {
            ends.Add(id);
            Forget(id);
        }
        feed.Announce(Topic.User(tenantId, userId));
    }

    internal void Gone(Guid tenantId, IEnumerable<(Guid User, IReadOnlyList<Guid> Sessions)> ended)
    {
        foreach (var (user, ids) in ended)
            Gone(tenantId, user, ids);
    }

    /// <summary>The next look-up of the session reads the database again.</summary>
    private void Forget(Guid sessionId)
    {
        foreach (var (key, (actor, _)) in known)
            if (actor?.SessionId == sessionId)
                known.TryRemove(key, out _);
    }

    internal void ForgetUser(Guid userId)
    {
        foreach (var (key, (actor, _)) in known)
            if (actor?.UserId == userId)
                known.TryRemove(key, out _);
    }

    /// <summary>
    /// Removes what nobody asks for any more: attempts and lock-outs after a day, codes and ended or expired sessions after 90 days,
    /// devices after a year.
    /// </summary>
    internal async Task ForgetOld(TimeProvider clock)
    {
        var (day, quarter, year) = (
            clock.Now() - TimeSpan.FromDays(1),
            clock.Now() - TimeSpan.FromDays(90),
            clock.Now() - TimeSpan.FromDays(365)
        );
        var nobody = Actor.System(Guid.Empty, clock);
        await store.Write(nobody, db => db.SignInAttempts.Where(a => a.At < day).ExecuteDeleteAsync());
        await store.Write(nobody, db => db.Lockouts.Where(l => l.Until < day).ExecuteDeleteAsync());
        await store.Write(nobody, db => db.OneTimeCodes.Where(c => c.ExpiresAt < quarter).ExecuteDeleteAsync());
        await store.Write(nobody, db => db.KnownDevices.Where(d => d.LastSeenAt < year).ExecuteDeleteAsync());
        await store.Write(nobody, db => db.Sessions.Where(s => s.EndedAt < quarter || s.ExpiresAt < quarter).ExecuteDeleteAsync());
    }

    private async Task<Actor?> Find(string key, TimeProvider clock, Func<IQueryable<Session>, DateTimeOffset, IQueryable<Session>> pick)
    {
        var now = clock.Now();
        if (known.TryGetValue(key, out var hit) && hit.Until > now)
            return hit.Actor is { } actor ? actor with { Clock = clock } : null;
        var nobody = Actor.System(Guid.Empty, clock);
        (Actor Actor, DateTimeOffset Seen, DateTimeOffset Expires)? found;
        await using (var db = store.Open(nobody))
        {
            var row = await pick(db.Sessions, now)
                .Where(s => s.EndedAt == null && s.ExpiresAt > now)
                .Join(
                    db.UsersEverywhere.Where(u => u.DisabledAt == null),
                    s => s.UserId,
                    u => u.Id,
                    (s, u) =>
                        new
                        {
                            s.Id,
                            s.LastSeenAt,
                            s.ExpiresAt,
                            s.TokenExpiresAt,
                            s.Address,
                            User = u,
                            Demanded = db.Set<Tenant>().Where(t => t.Id == u.TenantId).Select(t => t.SecondFactorFor).First(),
                        }
                )
                .SingleOrDefaultAsync();
            found = row is null
                ? null
                : (ActorOf(row.User, row.Id, row.Address, clock, row.Demanded), row.LastSeenAt, row.TokenExpiresAt ?? row.ExpiresAt);
        }
        if (known.Count > 50_000)
            known.Clear();
        known[key] = (found?.Actor, found is { } it && it.Expires < now + Remembered ? it.Expires : now + Remembered);
        if (found is { } f && now - f.Seen > TimeSpan.FromMinutes(5))
            await Seen(f.Actor, now);
        return found?.Actor;
    }

    // Recorded when that is possible: noting that somebody was here must not stop them from reading while nothing can be saved.
    private async Task Seen(Actor actor, DateTimeOffset now)
    {
        try
        {
            await store.Write(
                Actor.System(Guid.Empty, actor.Clock),
                async db =>
                {
                    await db
                        .Sessions.Where(s => s.Id == actor.SessionId)
                        .ExecuteUpdateAsync(set =>
                            set.SetProperty(s => s.LastSeenAt, now)
                                .SetProperty(s => s.ExpiresAt, s => s.TokenHash == null ? now + BrowserLife : s.ExpiresAt)
                        );
                    await db
                        .UsersEverywhere.Where(u => u.Id == actor.UserId)
                        .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastActiveAt, now));
                }
            );
        }
        catch (Exception e)
        {
            log.LogWarning(e, "A session could not be marked as used");
        }
    }

    internal static Actor ActorOf(User user, Guid? sessionId, string? address, TimeProvider clock, string demanded = "") =>
        new()
        {
            TenantId = user.TenantId,
            Role = user.Role,
            UserId = user.Id,
            CustomerId = user.CustomerId,
            SessionId = sessionId,
            Name = user.Name,
            Language = user.Language,
            Digits = user.Digits,
            TimeZone = user.TimeZone,
            Address = address,
            Clock = clock,
            NeedsSecondFactor = !user.TwoFactorEnabled && Tenant.Demands(demanded, user.Role),
        };

    private const int SecretLength = 64;

    internal static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength / 2));

    internal static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

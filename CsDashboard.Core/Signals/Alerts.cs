using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>
/// Alerts of charts: accepted from anyone who has a token, read afterwards (<see cref="AlertReader"/>). Each ends as a draft.
/// </summary>
public sealed class Alerts(Store store, IMeterFactory? meters = null)
{
    private const int MostTokens = 20;
    private const int MostInAMinute = 60;

    /// <summary>
    /// The same words within this time are one alert sent again; later they are a new one, since charts report every crossing in the same
    /// words. Keys of senders that name their alerts count for ever.
    /// </summary>
    public static readonly TimeSpan SameWords = TimeSpan.FromMinutes(5);

    private readonly Counter<long>? strangers = meters?.Create("CsDashboard").CreateCounter<long>("signals.alerts.unknown_token");

    /// <summary>Calls with an unknown token in this process since it began.</summary>
    public long Unknown => Interlocked.Read(ref unknown);
    private long unknown;

    /// <summary>Makes a token, which is returned only this once. Conflict beyond twenty in use.</summary>
    public async Task<(AlertTokenRow Row, string Token)> MakeToken(Actor actor, string? name)
    {
        actor.Demand(SignalRights.Publish);
        if (string.IsNullOrWhiteSpace(name))
            throw Refusal.Invalid("name", Words.Of("Text_Required"));
        if (name.Trim().Length > AlertToken.MaxName || !TextAttribute.CanBeStored(name))
            throw Refusal.Invalid("name", Words.Of("Text_TooLong", AlertToken.MaxName));
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return await store.Write(
            actor,
            async db =>
            {
                if (await db.AlertTokens.CountAsync(t => t.RevokedAt == null) >= MostTokens)
                    throw Refusal.Conflict(Words.Of("Alert_ManyTokens", MostTokens));
                var row = new AlertToken
                {
                    Name = name.Trim(),
                    Hash = HashChain.HashOf(token),
                    Beginning = token[..6],
                    CreatedAt = actor.Now,
                };
                db.AlertTokens.Add(row);
                db.Record(new AlertTokenMade(row.Id, row.Name));
                return (RowOf(row), token);
            }
        );
    }

    /// <summary>From now on the token opens nothing. Safe to repeat; NotFound.</summary>
    public async Task RevokeToken(Actor actor, Guid tokenId)
    {
        actor.Demand(SignalRights.Publish);
        await store.Write(
            actor,
            async db =>
            {
                var token = await db.AlertTokens.SingleOrDefaultAsync(t => t.Id == tokenId) ?? throw Refusal.NotFound();
                if (token.RevokedAt is not null)
                    return;
                token.RevokedAt = actor.Now;
                db.Record(new AlertTokenRevoked(token.Id, token.Name));
            }
        );
    }

    /// <summary>The company's tokens, those in use first.</summary>
    public async Task<IReadOnlyList<AlertTokenRow>> Tokens(Actor actor)
    {
        actor.Demand(SignalRights.Publish);
        await using var db = store.Open(actor);
        var tokens = await db.AlertTokens.OrderBy(t => t.RevokedAt != null).ThenByDescending(t => t.CreatedAt).Take(100).ToListAsync();
        return tokens.ConvertAll(RowOf);
    }

    /// <summary>
    /// Stores an alert and gives its id; it is read afterwards. A repeat (by the sender's key, or the same words within five minutes) gives
    /// the existing one. NotFound for an unknown or revoked token, which is counted; Invalid for an empty body; TooLarge beyond 32 KB;
    /// TooMany beyond 60 a minute for one token.
    /// </summary>
    public async Task<Guid> Take(string token, string body, string? contentType, string? key, TimeProvider clock)
    {
        var hash = HashChain.HashOf(token);
        AlertToken? known;
        await using (var db = store.Open(Actor.System(Guid.Empty, clock)))
#pragma warning disable RS0030 // This finds out whose token it is; everything after that acts as that company.
            known = token.Length > 200 ? null : await db.AlertTokens.IgnoreQueryFilters().SingleOrDefaultAsync(t => t.Hash == hash);
#pragma warning restore RS0030
        if (known is null)
        {
            Interlocked.Increment(ref unknown);
            strangers?.Add(1);
            throw Refusal.NotFound();
        }
        var company = Actor.System(known.TenantId, clock) with { Name = known.Name };
        if (known.RevokedAt is not null)
        {
            await store.Write(company, async db => (await db.AlertTokens.SingleAsync(t => t.Id == known.Id)).Refused++);
            throw Refusal.NotFound();
        }
        var text = Storable(body);
        if (string.IsNullOrWhiteSpace(text))
            throw Refusal.Invalid("body", Words.Of("Text_Required"));
        if (text.Length > Alert.MaxBody)
            throw Refusal.TooLarge("body", Words.Of("Text_TooLong", Alert.MaxBody));
        var named = string.IsNullOrWhiteSpace(key) ? AlertReader.KeyIn(text) : key.Trim();
        var sameAs = HashChain.HashOf(named is null ? "words/" + text : "key/" + named);
        return await store.Write(
            company,
            async db =>
            {
                var since = named is null ? company.Now - SameWords : DateTimeOffset.MinValue;
                if (
                    await db
                        .Alerts.Where(a => a.TokenId == known.Id && a.Key == sameAs && a.ReceivedAt > since)
                        .Select(a => (Guid?)a.Id)
                        .FirstOrDefaultAsync() is
                    { } already
                )
                    return already;
                var minute = company.Now.AddMinutes(-1);
                if (await db.Alerts.CountAsync(a => a.TokenId == known.Id && a.ReceivedAt > minute) >= MostInAMinute)
                    throw Refusal.TooMany(TimeSpan.FromMinutes(1));
                var alert = new Alert
                {
                    TokenId = known.Id,
                    Key = sameAs,
                    ContentType = contentType is { Length: > 100 } ? contentType[..100] : contentType,
                    Body = text,
                    ReceivedAt = company.Now,
                };
                db.Alerts.Add(alert);
                var row = await db.AlertTokens.SingleAsync(t => t.Id == known.Id);
                (row.LastUsedAt, row.Taken) = (company.Now, row.Taken + 1);
                db.Record(new AlertReceived(alert.Id, known.Id, known.Name));
                return alert.Id;
            }
        );
    }

    // PostgreSQL stores neither NUL nor half a surrogate pair.
    private static string Storable(string text) => string.Concat(text.EnumerateRunes()).Replace("\0", "", StringComparison.Ordinal).Trim();

    private static AlertTokenRow RowOf(AlertToken t) =>
        new(t.Id, t.Name, t.Beginning, t.CreatedAt, t.RevokedAt, t.LastUsedAt, t.Taken, t.Refused);
}

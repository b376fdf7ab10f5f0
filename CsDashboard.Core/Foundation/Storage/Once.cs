using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation.Storage;

public static class Once
{
    /// <summary>How long a repeated call is recognised.</summary>
    public static readonly TimeSpan Known = TimeSpan.FromDays(7);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IncludeFields = true };

    /// <summary>
    /// A write that moves points, orders or rewards: when the actor's call carries a key, it is done once and its answer is kept with it. A
    /// Conflict for a key that came with another question.
    /// </summary>
    public static Task<T> WriteOnce<T>(this Store store, Actor actor, Func<AppDb, Task<T>> work) =>
        actor.Once is not { } once
            ? store.Write(actor, work)
            : store.Write(
                actor,
                async db =>
                {
                    var (who, now, calls) = (actor.UserId is { } id ? WhoOf(id) : actor.Role.ToString(), actor.Now, db.Set<KeyedCall>());
                    var known = await Look.First(db, new(who, once.Key));
                    if (known?.At >= now - Known)
                        return known.Asked == once.Asked
                            ? JsonSerializer.Deserialize<T>(known.Answer, Json)!
                            : throw Refusal.Conflict(Words.Of("Once_Other"), "idempotency_key_reused");
                    if (known is not null)
                        await calls.Where(c => c.Id == known.Id).ExecuteDeleteAsync();
                    var answer = await work(db);
                    calls.Add(
                        new KeyedCall
                        {
                            Who = who,
                            Key = once.Key,
                            Asked = once.Asked,
                            Answer = JsonSerializer.Serialize(answer, Json),
                            At = now,
                        }
                    );
                    return answer;
                }
            );

    private static readonly CompiledRead<AskedCall, KeyedCall> Look = new(
        (db, asked) => db.Set<KeyedCall>().AsNoTracking().Where(c => c.Who == asked.Who && c.Key == asked.Key)
    );

    private sealed record AskedCall(string Who, string Key);

    private static string WhoOf(Guid userId) => userId.ToString("N");

    /// <summary>Forgets what somebody's calls were answered, when they are forgotten themselves.</summary>
    internal static Task ForgetCallsOf(this AppDb db, Guid userId)
    {
        var who = WhoOf(userId);
        return db.Set<KeyedCall>().Where(c => c.Who == who).ExecuteDeleteAsync();
    }

    /// <summary>Forgets the calls of a company that are no longer known; for the schedule.</summary>
    internal static Task ForgetOldCalls(this Store store, Actor company)
    {
        var since = company.Now - Known;
        return store.Write(company, db => db.Set<KeyedCall>().Where(c => c.At < since).ExecuteDeleteAsync());
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// A call that its caller marked with a key (Idempotency-Key), to send it again when the answer did not come: the same key and the same
/// question give the same answer, and what was asked for is done once. Both hashed.
/// </summary>
public sealed record OnceKey(string Key, string Asked)
{
    private const int MaxKey = 200;

    /// <summary>Null without a key. Invalid for one that is longer than 200 letters or blank.</summary>
    public static OnceKey? Of(string? key, params object?[] asked)
    {
        if (key is null) return null;
        if (string.IsNullOrWhiteSpace(key) || key.Length > MaxKey) throw Refusal.Invalid("Idempotency-Key", Words.Of("Once_Bad", MaxKey));
        return new(Hash(key.Trim()), Hash(JsonSerializer.Serialize(asked)));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What a marked call was answered.</summary>
public sealed class KeyedCall : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    /// <summary>Whose key it is: two callers may choose the same.</summary>
    public required string Who { get; init; }
    public required string Key { get; init; }
    public required string Asked { get; init; }
    public required string Answer { get; init; }
    public DateTimeOffset At { get; init; }
}

public static class Once
{
    /// <summary>For so long a call that is sent again is known.</summary>
    public static readonly TimeSpan Known = TimeSpan.FromDays(2);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IncludeFields = true };

    /// <summary>
    /// A write that moves points, orders or rewards: when the actor's call carries a key, it is done once and its answer is kept with it. A
    /// Conflict for a key that came with another question.
    /// </summary>
    public static Task<T> WriteOnce<T>(this Store store, Actor actor, Func<AppDb, Task<T>> work) => actor.Once is not { } once ? store.Write(actor, work) : store.Write(actor, async db =>
    {
        var (who, now, calls) = (actor.UserId is { } id ? WhoOf(id) : actor.Role.ToString(), actor.Now, db.Set<KeyedCall>());
        var known = await calls.AsNoTracking().SingleOrDefaultAsync(c => c.Who == who && c.Key == once.Key);
        if (known?.At >= now - Known)
            return known.Asked == once.Asked ? JsonSerializer.Deserialize<T>(known.Answer, Json)! : throw Refusal.Conflict(Words.Of("Once_Other"), "idempotency_key_reused");
        if (known is not null) await calls.Where(c => c.Id == known.Id).ExecuteDeleteAsync();
        var answer = await work(db);
        calls.Add(new KeyedCall { Who = who, Key = once.Key, Asked = once.Asked, Answer = JsonSerializer.Serialize(answer, Json), At = now });
        return answer;
    });

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

internal sealed class OnceTables : IEntityTypeConfiguration<KeyedCall>
{
    public void Configure(EntityTypeBuilder<KeyedCall> table)
    {
        table.ToTable("KeyedCalls");
        table.Property(c => c.Who).HasMaxLength(40);
        table.Property(c => c.Key).HasMaxLength(64);
        table.Property(c => c.Asked).HasMaxLength(64);
        table.HasIndex(c => new { c.TenantId, c.Who, c.Key }).IsUnique();
        table.HasIndex(c => new { c.TenantId, c.At });
    }
}

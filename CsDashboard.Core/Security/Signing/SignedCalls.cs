using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security.Signing;

/// <summary>
/// Whether a call is from somebody who knows the company's secret, is of now, and was not shown before (contract: market, Webhooks): hex
/// HMAC-SHA256 of <c>timestamp.payload</c>, at most 300 seconds away, once.
/// </summary>
public sealed class SignedCalls(Store store, SecuritySettings settings)
{
    public const int MaxPayload = 256 * 1024;
    private const long Tolerance = 300;

    /// <summary>
    /// For anybody: says nothing but yes or no, in a time that says nothing of the secret. A good one is taken with it: shown again it is
    /// refused, after a restart too. Invalid (payload, signature, timestamp) for what is missing or too long.
    /// </summary>
    public async Task<bool> Take(Actor company, string? payload, string? signature, string? timestamp)
    {
        if (payload is null)
            throw Refusal.Invalid("payload", Words.Of("Text_Required"));
        if (Encoding.UTF8.GetByteCount(payload) > MaxPayload)
            throw Refusal.Invalid("payload", Words.Of("Text_TooLong", MaxPayload));
        var (shown, at) = (
            Telling.ToldText.Demand("signature", signature, 200).ToLowerInvariant(),
            Telling.ToldText.Demand("timestamp", timestamp, 20)
        );
        if (!long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var time))
            return false;
        if (Math.Abs(company.Now.ToUnixTimeSeconds() - time) > Tolerance)
            return false;
        IReadOnlyList<string> secrets;
        await using (var db = store.Open(company))
            secrets = await settings.Secrets(db);
        var isGood = false;
        foreach (var secret in secrets)
            isGood |= CryptographicOperations.FixedTimeEquals(Of(secret, at, payload), Encoding.UTF8.GetBytes(shown));
        return isGood && await store.Write(company, db => IsFirst(db, shown, DateTimeOffset.FromUnixTimeSeconds(time + Tolerance + 1)));
    }

    /// <summary>What a sender writes beside a payload.</summary>
    public static string Sign(string secret, long timestamp, string payload) =>
        Encoding.UTF8.GetString(Of(secret, timestamp.ToString(CultureInfo.InvariantCulture), payload));

    private static byte[] Of(string secret, string timestamp, string payload) =>
        Encoding.UTF8.GetBytes(
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{payload}")))
        );

    private static async Task<bool> IsFirst(AppDb db, string shown, DateTimeOffset until)
    {
        var (hash, now) = (Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(shown))), db.Actor.Now);
        await db.SeenSignatures.Where(s => s.Until < now).ExecuteDeleteAsync();
        if (await db.SeenSignatures.AnyAsync(s => s.Hash == hash))
            return false;
        db.SeenSignatures.Add(new SeenSignature { Hash = hash, Until = until });
        return true;
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// A call that its caller marked with a key (Idempotency-Key), so that it can be sent again when no answer came: the same key and the same
/// request give the same answer, and the work is done once. Both are hashed.
/// </summary>
public sealed record OnceKey(string Key, string Asked)
{
    private const int MaxKey = 200;

    /// <summary>Null without a key. Invalid for one that is longer than 200 letters or blank.</summary>
    public static OnceKey? Of(string? key, params object?[] asked)
    {
        if (key is null)
            return null;
        if (string.IsNullOrWhiteSpace(key) || key.Length > MaxKey)
            throw Refusal.Invalid("Idempotency-Key", Words.Of("Once_Bad", MaxKey));
        return new(Hash(key.Trim()), Hash(JsonSerializer.Serialize(asked)));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

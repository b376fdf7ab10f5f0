using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation;

/// <summary>
/// A record that can't be tampered with unnoticed: every entry holds the hash of the one before it, so that changing, removing or inserting
/// any entry breaks the chain from there on.
/// <para>
/// The canonical form of an entry is one line of JSON in UTF-8: an object whose first member is <c>position</c> (1, 2, 3, …),
/// no white space outside strings, members in the order in which they are written, strings escaped only where JSON demands
/// it. Prices are strings without an exponent and without zeros at the end ("45000", "0.5"); instants are strings in UTC with
/// milliseconds ("2026-01-31T09:30:00.000Z"). That very text is stored and handed out, so nobody has to build it again.
/// </para>
/// <para>
/// hash = SHA-256 over the previous hash as 64 lower-case hex digits, a line feed, and the entry; as 64 lower-case hex digits.
/// Before the first entry stands <see cref="Start"/>, 64 zeros.
/// </para>
/// </summary>
public static class HashChain
{
    public static readonly string Start = new('0', 64);

    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = false,
    };

    /// <summary>The hash of an entry that follows the one with the previous hash.</summary>
    public static string Hash(string previous, string entry)
    {
        var length = Encoding.UTF8.GetMaxByteCount(previous.Length + 1 + entry.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var written = Encoding.UTF8.GetBytes(previous, bytes);
            bytes[written++] = (byte)'\n';
            written += Encoding.UTF8.GetBytes(entry, bytes.AsSpan(written));
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes.AsSpan(0, written), hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>SHA-256 of a text, for what an entry names and does not hold (candles, files).</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>One line of JSON, written as <see cref="HashChain"/> says.</summary>
    public static string Canonical(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A price as an entry has it.</summary>
    public static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>An instant as an entry has it.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The end of a chain of the actor's company, inside a write: <see cref="ChainHead.Add"/> goes on from it.</summary>
    public static async Task<ChainHead> Head(AppDb db, string chain)
    {
        var head = await db.ChainHeads.SingleOrDefaultAsync(h => h.Chain == chain);
        if (head is null)
            db.ChainHeads.Add(head = new ChainHead { Chain = chain });
        return head;
    }

    /// <summary>Triggers by which the database itself refuses to change or remove a row of the table. Safe to repeat.</summary>
    public static async Task Protect(AppDb db, string table, CancellationToken cancellation)
    {
#pragma warning disable EF1002 // The name of a table of ours.
        if (db.Database.IsSqlite())
        {
            foreach (var verb in new[] { "UPDATE", "DELETE" })
                await db.Database.ExecuteSqlRawAsync(
                    $"""CREATE TRIGGER IF NOT EXISTS "{table}_no_{verb}" BEFORE {verb} ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} are never changed or removed'); END;""",
                    cancellation
                );
            return;
        }
        await db.Database.ExecuteSqlRawAsync(
            $"""
            CREATE OR REPLACE FUNCTION chain_is_kept() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''% are never changed or removed'', TG_TABLE_NAME; END';
            CREATE OR REPLACE TRIGGER "{table}_no_change" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION chain_is_kept();
            CREATE OR REPLACE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION chain_is_kept();
            """,
            cancellation
        );
#pragma warning restore EF1002
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Audit;

/// <summary>
/// Where each company's history ends, kept outside the database: a file for each in history/ of the data folder, signed with a key that is
/// in no database (keys/history.key). Whoever writes the database can cut the end off and set the head back; these say that there was more.
/// They are written after the commit, so they can only lag behind.
/// </summary>
public sealed class KeptHeads(IOptions<Settings> settings) : IPrepareStorage
{
    private readonly Lock writing = new();
    private string Key => KeyFile.At(settings.Value.DataFolder, "history.key");

    private string Of(Guid company) => Path.Combine(settings.Value.DataFolder, "history", company.ToString("N"));

    /// <summary>The first start that knows of them writes what it finds; from then on a missing one was removed by somebody.</summary>
    public async Task Prepare(AppDb db, CancellationToken cancellation)
    {
        if (KeyFile.Read(Key) is not null)
            return;
#pragma warning disable RS0030 // The heads of all companies, once.
        var heads = await db.ChainHeads.IgnoreQueryFilters().Where(h => h.Chain == Seal.Chain).ToListAsync(cancellation);
#pragma warning restore RS0030
        KeyFile.Make(Key);
        Keep(heads);
    }

    /// <summary>Writes where chains end now, only for chains that continue what was written before; it never moves back.</summary>
    internal void Keep(IEnumerable<ChainHead> heads)
    {
        if ((KeyFile.Read(Key) ?? KeyFile.Make(Key)) is not { } key)
            throw new IOException("The key of the history cannot be read: " + Key);
        lock (writing)
            foreach (var head in heads)
            {
                if (Read(head.TenantId, key) is { } kept && kept.Position >= head.Position)
                    continue;
                var (path, line) = (Of(head.TenantId), string.Create(CultureInfo.InvariantCulture, $"{head.Position} {head.Hash}"));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path + ".new", $"{line} {Sign(key, head.TenantId, line)}\n");
                File.Move(path + ".new", path, overwrite: true);
            }
    }

    /// <summary>
    /// What was kept for a company; null when it is missing or not ours. Every company with a chain has one, unless somebody tampered with
    /// it.
    /// </summary>
    internal (long Position, string Hash)? Find(Guid company) => KeyFile.Read(Key) is { } key ? Read(company, key) : null;

    private (long Position, string Hash)? Read(Guid company, byte[] key)
    {
        try
        {
            var parts = File.ReadAllText(Of(company)).Trim().Split(' ');
            if (parts.Length != 3 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                return null;
            var ours = Sign(key, company, $"{parts[0]} {parts[1]}");
            return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(ours), Encoding.ASCII.GetBytes(parts[2]))
                ? (position, parts[1])
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Sign(byte[] key, Guid company, string line) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{company:N} {line}")));
}

using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Vault;

/// <summary>
/// The keys of the companies. Each is wrapped by a key that is derived from a file which only the service may read
/// (keys/vault.key in the data folder); so is the pepper of the PINs. Without that file, or with another one, the vault is
/// sealed: everything here is refused with Unavailable, and the rest of the product goes on.
/// </summary>
public sealed class VaultKeys(IOptions<Settings> settings)
{
    private const int Length = 32;
    private string File => Path.Combine(settings.Value.DataFolder, "keys", "vault.key");

    /// <summary>True when the file is not there, or is not the one that sealed what lies here.</summary>
    internal async Task<bool> IsSealed(AppDb db) => await db.VaultSeals.AsNoTracking().SingleOrDefaultAsync() is { } seal && Find(seal) is null;

    /// <summary>The pepper of the PINs. Inside a write: the first call of all makes the file.</summary>
    internal async Task<byte[]> Pepper(AppDb db) => Derived(await Root(db), "pin");

    /// <summary>All keys of the company, to open with.</summary>
    internal async Task<Dictionary<int, byte[]>> Ring(AppDb db)
    {
        var root = await Root(db);
        return (await db.VaultKeys.AsNoTracking().ToListAsync()).ToDictionary(k => k.Number, k => Unwrap(root, k));
    }

    /// <summary>The key to seal with. Inside a write: a company's first is made when it is needed.</summary>
    internal async Task<(int Number, byte[] Key)> Current(AppDb db)
    {
        var root = await Root(db);
        var newest = await db.VaultKeys.AsNoTracking().OrderByDescending(k => k.Number).FirstOrDefaultAsync();
        return newest is null ? await Next(db, settled: true) : (newest.Number, Unwrap(root, newest));
    }

    /// <summary>A new key, which seals from now on. Inside a write.</summary>
    internal async Task<(int Number, byte[] Key)> Next(AppDb db, bool settled)
    {
        var root = await Root(db);
        var tenant = db.Actor.TenantId;
        var number = 1 + (await db.VaultKeys.MaxAsync(k => (int?)k.Number) ?? 0);
        var key = RandomNumberGenerator.GetBytes(Length);
        db.VaultKeys.Add(new VaultKey { TenantId = tenant, Number = number, Wrapped = Wrap(root, tenant, number, key), CreatedAt = db.Actor.Now, SettledAt = settled ? db.Actor.Now : null });
        // At once: the next candle of the same write asks for it again.
        await db.SaveChangesAsync();
        return (number, key);
    }

    private async Task<byte[]> Root(AppDb db)
    {
        // The first call of all may be followed by a second in the same write.
        var seal = db.VaultSeals.Local.FirstOrDefault() ?? await db.VaultSeals.SingleOrDefaultAsync();
        if (seal is not null) return Find(seal) ?? throw Refusal.Unavailable(Words.Of("Vault_Sealed"));
        var root = Read() ?? Make();
        db.VaultSeals.Add(new VaultSeal { Fingerprint = Derived(root, "fingerprint") });
        return root;
    }

    private byte[]? Find(VaultSeal seal) => Read() is { } root && CryptographicOperations.FixedTimeEquals(Derived(root, "fingerprint"), seal.Fingerprint) ? root : null;

    private byte[]? Read()
    {
        try { return System.IO.File.ReadAllBytes(File) is { Length: Length } root ? root : null; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return null; }
    }

    private byte[] Make()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var root = RandomNumberGenerator.GetBytes(Length);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Written whole under a name of its own: of several who are the first, one puts it in place and all read that one.
        var draft = $"{File}.{Guid.NewGuid():N}";
        using (var file = new FileStream(draft, options))
        {
            file.Write(root);
            file.Flush(flushToDisk: true);
        }
        try { System.IO.File.Move(draft, File, overwrite: false); }
        catch (IOException) when (System.IO.File.Exists(File)) { System.IO.File.Delete(draft); }
        return Read() ?? throw Refusal.Unavailable(Words.Of("Vault_Sealed"));
    }

    private static byte[] Derived(byte[] root, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, root, Length, info: System.Text.Encoding.UTF8.GetBytes("CsDashboard vault " + purpose));

    private static byte[] Wrap(byte[] root, Guid tenant, int number, byte[] key)
    {
        var wrapped = new byte[12 + 16 + Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, 12));
        using var cipher = new AesGcm(Derived(root, "wrap"), 16);
        cipher.Encrypt(wrapped.AsSpan(0, 12), key, wrapped.AsSpan(28), wrapped.AsSpan(12, 16), BoundTo(tenant, number));
        return wrapped;
    }

    private static byte[] Unwrap(byte[] root, VaultKey key)
    {
        var bytes = new byte[Length];
        using var cipher = new AesGcm(Derived(root, "wrap"), 16);
        try { cipher.Decrypt(key.Wrapped.AsSpan(0, 12), key.Wrapped.AsSpan(28), key.Wrapped.AsSpan(12, 16), bytes, BoundTo(key.TenantId, key.Number)); }
        catch (Exception e) when (e is AuthenticationTagMismatchException or ArgumentException) { throw Refusal.Unavailable(Words.Of("Vault_Sealed"), e); }
        return bytes;
    }

    private static byte[] BoundTo(Guid tenant, int number) => System.Text.Encoding.UTF8.GetBytes($"{tenant:N}|{number}");
}

using System.Security.Cryptography;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Vault;

/// <summary>
/// The keys of the companies. Each is wrapped by a key that is derived from a file which only the service may read
/// (keys/vault.key in the data folder); so is the pepper of the PINs. Without that file, or with another one, the vault is sealed:
/// everything here refuses with Unavailable, and the rest of the product goes on.
/// </summary>
public sealed class VaultKeys(IOptions<Settings> settings)
{
    private const int Length = KeyFile.Length;
    private string File => KeyFile.At(settings.Value.DataFolder, "vault.key");

    /// <summary>True when the file is missing, or is not the one that sealed the data.</summary>
    internal async Task<bool> IsSealed(AppDb db) =>
        await db.VaultSeals.AsNoTracking().SingleOrDefaultAsync() is { } seal && Find(seal) is null;

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
        db.VaultKeys.Add(
            new VaultKey
            {
                TenantId = tenant,
                Number = number,
                Wrapped = Wrap(root, tenant, number, key),
                CreatedAt = db.Actor.Now,
                SettledAt = settled ? db.Actor.Now : null,
            }
        );
        // Saved at once, since the next candle of the same write asks for it again.
        await db.SaveChangesAsync();
        return (number, key);
    }

    private async Task<byte[]> Root(AppDb db)
    {
        // The first call of all may be followed by a second in the same write.
        var seal = db.VaultSeals.Local.FirstOrDefault() ?? await db.VaultSeals.SingleOrDefaultAsync();
        if (seal is not null)
            return Find(seal) ?? throw Refusal.Unavailable(Words.Of("Vault_Sealed"));
        var root = Read() ?? Make();
        db.VaultSeals.Add(new VaultSeal { Fingerprint = Derived(root, "fingerprint") });
        return root;
    }

    private byte[]? Find(VaultSeal seal) =>
        Read() is { } root && CryptographicOperations.FixedTimeEquals(Derived(root, "fingerprint"), seal.Fingerprint) ? root : null;

    private byte[]? Read() => KeyFile.Read(File);

    private byte[] Make() => KeyFile.Make(File) ?? throw Refusal.Unavailable(Words.Of("Vault_Sealed"));

    private static byte[] Derived(byte[] root, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root, Length, info: System.Text.Encoding.UTF8.GetBytes("CsDashboard vault " + purpose));

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
        try
        {
            cipher.Decrypt(
                key.Wrapped.AsSpan(0, 12),
                key.Wrapped.AsSpan(28),
                key.Wrapped.AsSpan(12, 16),
                bytes,
                BoundTo(key.TenantId, key.Number)
            );
        }
        catch (Exception e) when (e is AuthenticationTagMismatchException or ArgumentException)
        {
            throw Refusal.Unavailable(Words.Of("Vault_Sealed"), e);
        }
        return bytes;
    }

    private static byte[] BoundTo(Guid tenant, int number) => System.Text.Encoding.UTF8.GetBytes($"{tenant:N}|{number}");
}

using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Vault;

/// <summary>The candles of one market, pair and interval, which is what can be filtered by without a key.</summary>
public sealed class CandleSeries : ITenantOwned
{
    public long Id { get; private set; }
    public Guid TenantId { get; set; }
    public BotType Type { get; init; }
    public required string Pair { get; init; }
    public required string Interval { get; init; }
}

/// <summary>A candle as stored: its time is readable, prices and indicators are in the envelope.</summary>
public sealed class SealedCandle : ITenantOwned
{
    public long SeriesId { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long Time { get; init; }
    public Guid TenantId { get; set; }
    public byte[] Envelope { get; set; } = [];
}

/// <summary>A key of a company, wrapped by the server's. The highest number seals; all of them open.</summary>
public sealed class VaultKey : ITenantOwned
{
    public Guid TenantId { get; set; }
    public int Number { get; init; }
    public byte[] Wrapped { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last candle that an older key had sealed was sealed with this one; null while that is to be done.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}

/// <summary>The PIN of a company and how often it was missed: one count, whatever door was tried.</summary>
public sealed class VaultLock : ITenantOwned, ICountMisses
{
    public Guid TenantId { get; set; }

    /// <summary>Null while the PIN of the settings holds.</summary>
    public byte[]? PinHash { get; set; }
    public byte[] Salt { get; set; } = [];
    public int Rounds { get; set; }
    public int Failures { get; set; }
    public DateTimeOffset? LastFailureAt { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
}

/// <summary>
/// Wrong PINs of one who is no admin, or of all of those together: they shut the vault for the people they count for, and never for admins.
/// </summary>
internal sealed class VaultMisses : ITenantOwned, ICountMisses
{
    public Guid TenantId { get; set; }
    public required string Who { get; init; }
    public int Failures { get; set; }
    public DateTimeOffset? LastFailureAt { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
}

internal interface ICountMisses
{
    int Failures { get; set; }
    DateTimeOffset? LastFailureAt { get; set; }
    DateTimeOffset? LockedUntil { get; set; }
}

/// <summary>Recognises the server's key file; one row. With another file the vault stays sealed.</summary>
public sealed class VaultSeal
{
    public int Id { get; init; } = 1;
    public byte[] Fingerprint { get; init; } = [];
}

internal sealed class VaultTables
    : IEntityTypeConfiguration<CandleSeries>,
        IEntityTypeConfiguration<SealedCandle>,
        IEntityTypeConfiguration<VaultKey>,
        IEntityTypeConfiguration<VaultLock>,
        IEntityTypeConfiguration<VaultMisses>,
        IEntityTypeConfiguration<VaultSeal>
{
    public void Configure(EntityTypeBuilder<CandleSeries> table)
    {
        table.ToTable("CandleSeries");
        table.Property(s => s.Type).HasConversion<string>().HasMaxLength(8);
        table.Property(s => s.Pair).HasMaxLength(25);
        table.Property(s => s.Interval).HasMaxLength(8);
        table
            .HasIndex(s => new
            {
                s.TenantId,
                s.Type,
                s.Pair,
                s.Interval,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<SealedCandle> table)
    {
        table.ToTable("Candles");
        // With the series' own index: one candle of a company, bot, pair and interval at a time.
        table.HasKey(c => new { c.SeriesId, c.Time });
        table.HasOne<CandleSeries>().WithMany().HasForeignKey(c => c.SeriesId);
    }

    public void Configure(EntityTypeBuilder<VaultKey> table)
    {
        table.ToTable("VaultKeys");
        table.HasKey(k => new { k.TenantId, k.Number });
    }

    public void Configure(EntityTypeBuilder<VaultLock> table)
    {
        table.ToTable("VaultLocks");
        table.HasKey(l => l.TenantId);
    }

    public void Configure(EntityTypeBuilder<VaultMisses> table)
    {
        table.ToTable("VaultMisses");
        table.HasKey(m => new { m.TenantId, m.Who });
        table.Property(m => m.Who).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<VaultSeal> table)
    {
        table.ToTable("VaultSeals");
        table.Property(s => s.Id).ValueGeneratedNever();
    }
}

public static class VaultTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<VaultMisses> VaultMisses => db.Set<VaultMisses>();
        internal DbSet<CandleSeries> CandleSeries => db.Set<CandleSeries>();
        internal DbSet<SealedCandle> Candles => db.Set<SealedCandle>();
        internal DbSet<VaultKey> VaultKeys => db.Set<VaultKey>();
        internal DbSet<VaultLock> VaultLocks => db.Set<VaultLock>();
        internal DbSet<VaultSeal> VaultSeals => db.Set<VaultSeal>();
    }
}

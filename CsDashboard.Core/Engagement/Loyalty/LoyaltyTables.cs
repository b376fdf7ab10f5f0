using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Engagement.Loyalty;

internal sealed class LoyaltyTables
    : IEntityTypeConfiguration<LoyaltyAccount>,
        IEntityTypeConfiguration<LoyaltyEntry>,
        IEntityTypeConfiguration<PointLot>,
        IEntityTypeConfiguration<EarningRule>
{
    // As IsMoney has it.
    private static readonly Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<decimal, long> Ten = new(
        amount => (long)decimal.Round(amount * 10_000m),
        stored => stored / 10_000m
    );

    public void Configure(EntityTypeBuilder<LoyaltyAccount> table)
    {
        table.ToTable("LoyaltyAccounts");
        table.HasKey(a => a.CustomerId);
        table.Property(a => a.CustomerId).ValueGeneratedNever();
        table.Property(a => a.Tier).HasConversion<string>().HasMaxLength(10);
        table.HasIndex(a => new { a.TenantId, a.Tier });
    }

    public void Configure(EntityTypeBuilder<LoyaltyEntry> table)
    {
        table.ToTable("LoyaltyEntries");
        table.Property(e => e.Kind).HasConversion<string>().HasMaxLength(10);
        table.Property(e => e.Source).HasMaxLength(80);
        table.Property(e => e.Reason).HasMaxLength(LoyaltyEntry.MaxReason);
        table.Property(e => e.Basis).HasConversion(Ten);
        table.Property(e => e.Rate).HasConversion(Ten);
        table.HasIndex(e => new
        {
            e.CustomerId,
            e.At,
            e.Id,
        });
        table.HasIndex(e => new { e.Source, e.CustomerId }).HasFilter("\"Source\" IS NOT NULL");
        // Delivered twice, booked once.
        table
            .HasIndex(e => new
            {
                e.EventId,
                e.RuleId,
                e.CustomerId,
            })
            .IsUnique()
            .HasFilter("\"EventId\" IS NOT NULL");
        // With the sums of all of a company in it.
        table.HasIndex(e => new
        {
            e.TenantId,
            e.At,
            e.Kind,
            e.Points,
        });
    }

    public void Configure(EntityTypeBuilder<PointLot> table)
    {
        table.ToTable("PointLots");
        table.Property(l => l.Id).ValueGeneratedNever();
        table.HasIndex(l => l.CustomerId);
        table.HasIndex(l => new { l.TenantId, l.ExpiresAt }).HasFilter("\"ExpiresAt\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<EarningRule> table)
    {
        table.ToTable("EarningRules");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.On).HasConversion<string>().HasMaxLength(12);
        table.Property(r => r.Name).HasMaxLength(RuleInput.MaxName);
        table.Property(r => r.NameAr).HasMaxLength(RuleInput.MaxName);
        table.Property(r => r.Amount).IsMoney();
        table.Property(r => r.Multiplier).IsMoney();
        table.Property(r => r.CapPer).HasConversion<string>().HasMaxLength(8);
        table.Property(r => r.TierText).HasMaxLength(60);
        table.Property(r => r.SegmentText).HasMaxLength(200);
        table.Ignore(r => r.Facts);
        table.HasIndex(r => r.TenantId);
    }
}

public static class LoyaltyTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<LoyaltyAccount> LoyaltyAccounts => db.Set<LoyaltyAccount>();
        internal DbSet<LoyaltyEntry> LoyaltyEntries => db.Set<LoyaltyEntry>();
        internal DbSet<PointLot> PointLots => db.Set<PointLot>();
        internal DbSet<EarningRule> EarningRules => db.Set<EarningRule>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Security.Telling;

internal sealed class TellingTables : IEntityTypeConfiguration<RiskProfile>, IEntityTypeConfiguration<SignInLock>
{
    public void Configure(EntityTypeBuilder<RiskProfile> table)
    {
        table.ToTable("RiskProfiles");
        table.Property(p => p.Who).HasMaxLength(SecurityEvent.MaxWho);
        table.Property(p => p.Score).IsMoney();
        table.Property(p => p.Counts).HasMaxLength(RiskProfile.MaxCounts);
        table.Ignore(p => p.Reasons);
        table.HasIndex(p => new { p.TenantId, p.Who }).IsUnique();
        table.HasIndex(p => p.CustomerId);
    }

    public void Configure(EntityTypeBuilder<SignInLock> table)
    {
        table.ToTable("SignInLocks");
        table.Property(l => l.Who).HasMaxLength(SecurityEvent.MaxWho);
        table.Property(l => l.Address).HasMaxLength(SecurityEvent.MaxAddress);
        table
            .HasIndex(l => new
            {
                l.TenantId,
                l.Who,
                l.Address,
            })
            .IsUnique();
        table.HasIndex(l => l.CustomerId);
        table.HasIndex(l => new { l.TenantId, l.Until });
    }
}

public static class TellingTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<RiskProfile> RiskProfiles => db.Set<RiskProfile>();
        internal DbSet<SignInLock> SignInLocks => db.Set<SignInLock>();
    }
}

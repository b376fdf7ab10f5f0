using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Engagement.Rewards;

internal sealed class RewardTables
    : IEntityTypeConfiguration<RewardTerms>,
        IEntityTypeConfiguration<Holiday>,
        IEntityTypeConfiguration<RewardClaim>,
        IEntityTypeConfiguration<RewardMember>,
        IEntityTypeConfiguration<RewardMilestone>,
        IEntityTypeConfiguration<Voucher>
{
    public void Configure(EntityTypeBuilder<RewardTerms> table)
    {
        table.ToTable("RewardTerms");
        table.HasKey(t => new { t.TenantId, t.Kind });
        table.Property(t => t.Kind).HasConversion<string>().HasMaxLength(12);
        table.Ignore(t => t.Facts);
    }

    public void Configure(EntityTypeBuilder<Holiday> table)
    {
        table.ToTable("Holidays");
        table.Property(h => h.Id).ValueGeneratedNever();
        table.Property(h => h.Name).HasMaxLength(HolidayInput.MaxName);
        table.Property(h => h.NameAr).HasMaxLength(HolidayInput.MaxName);
        table.Ignore(h => h.Facts);
        table.HasIndex(h => h.TenantId);
    }

    public void Configure(EntityTypeBuilder<RewardClaim> table)
    {
        table.ToTable("RewardClaims");
        table.Property(c => c.Key).HasMaxLength(60);
        table.Property(c => c.Kind).HasConversion<string>().HasMaxLength(12);
        table.HasIndex(c => new { c.CustomerId, c.Key }).IsUnique();
        table.HasIndex(c => new { c.TenantId, c.ClaimedAt });
    }

    public void Configure(EntityTypeBuilder<RewardMember> table)
    {
        table.ToTable("RewardMembers");
        table.HasKey(m => m.CustomerId);
        table.Property(m => m.CustomerId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<RewardMilestone> table)
    {
        table.ToTable("RewardMilestones");
        table.Property(m => m.Key).HasMaxLength(40);
        table.HasIndex(m => new { m.CustomerId, m.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Voucher> table)
    {
        table.ToTable("Vouchers");
        table.Property(v => v.Name).HasMaxLength(80);
        table.Property(v => v.NameAr).HasMaxLength(80);
        table.Ignore(v => v.Discount);
        table.Property<OfferKind>("Kind").HasConversion<string>().HasMaxLength(20);
        table.Property<decimal>("Worth").IsMoney();
        table.Property(v => v.MinPurchase).IsMoney();
        table.Ignore(v => v.Facts);
        table.HasIndex(v => new { v.TenantId, v.Cost });
    }
}

public static class RewardTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<RewardTerms> RewardTerms => db.Set<RewardTerms>();
        internal DbSet<Holiday> Holidays => db.Set<Holiday>();
        internal DbSet<RewardClaim> RewardClaims => db.Set<RewardClaim>();
        internal DbSet<RewardMember> RewardMembers => db.Set<RewardMember>();
        internal DbSet<RewardMilestone> RewardMilestones => db.Set<RewardMilestone>();
        internal DbSet<Voucher> Vouchers => db.Set<Voucher>();
    }
}

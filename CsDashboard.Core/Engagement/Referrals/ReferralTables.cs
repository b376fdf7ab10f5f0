using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Engagement.Referrals;

internal sealed class ReferralTables : IEntityTypeConfiguration<ReferralLink>, IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<ReferralLink> table)
    {
        table.ToTable("ReferralLinks");
        table.HasKey(l => l.CustomerId);
        table.Property(l => l.CustomerId).ValueGeneratedNever();
        table.Property(l => l.Code).HasMaxLength(16);
        table.HasIndex(l => l.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Referral> table)
    {
        table.ToTable("Referrals");
        table.Property(r => r.Status).HasConversion<string>().HasMaxLength(12);
        table.Property(r => r.Way).HasConversion<string>().HasMaxLength(12);
        table.Property(r => r.OrderNumber).HasMaxLength(40);
        table.Property(r => r.DoubtText).HasMaxLength(200);
        table.Property(r => r.DecidedBy).HasMaxLength(200);
        table.Property(r => r.Note).HasMaxLength(Referral.MaxNote);
        table.Ignore(r => r.Doubts);
        table.HasIndex(r => r.RefereeId).IsUnique();
        table.HasIndex(r => new
        {
            r.ReferrerId,
            r.CreatedAt,
            r.Id,
        });
        table.HasIndex(r => new
        {
            r.TenantId,
            r.Status,
            r.CreatedAt,
        });
    }
}

public static class ReferralTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<ReferralLink> ReferralLinks => db.Set<ReferralLink>();
        internal DbSet<Referral> Referrals => db.Set<Referral>();
    }
}

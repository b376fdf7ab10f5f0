using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Engagement.Segments;

internal sealed class SegmentTables
    : IEntityTypeConfiguration<SegmentRules>,
        IEntityTypeConfiguration<OwnSegment>,
        IEntityTypeConfiguration<OwnSegmentMember>
{
    public void Configure(EntityTypeBuilder<SegmentRules> table)
    {
        table.ToTable("SegmentRules");
        table.HasKey(r => r.TenantId);
        table.Property(r => r.TenantId).ValueGeneratedNever();
        table.Property(r => r.VipSpend).IsMoney();
        table.Ignore(r => r.Facts);
    }

    public void Configure(EntityTypeBuilder<OwnSegment> table)
    {
        table.ToTable("OwnSegments");
        table.Property(s => s.Name).HasMaxLength(60);
        table.Property(s => s.ConditionText).HasMaxLength(4_000);
        table.Property(s => s.CreatedBy).HasMaxLength(200);
        table.Ignore(s => s.Conditions).Ignore(s => s.Facts);
        table.HasIndex(s => new { s.TenantId, s.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OwnSegmentMember> table)
    {
        table.ToTable("OwnSegmentMembers");
        table.HasKey(m => new { m.SegmentId, m.CustomerId });
        table.HasIndex(m => new { m.CustomerId, m.SegmentId });
    }
}

public static class SegmentTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<SegmentRules> SegmentRules => db.Set<SegmentRules>();
        internal DbSet<OwnSegment> OwnSegments => db.Set<OwnSegment>();
        internal DbSet<OwnSegmentMember> OwnSegmentMembers => db.Set<OwnSegmentMember>();
    }
}

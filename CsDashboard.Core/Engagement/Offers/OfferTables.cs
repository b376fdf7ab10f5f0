using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Engagement.Offers;

internal sealed class OfferTables : IEntityTypeConfiguration<Offer>, IEntityTypeConfiguration<OfferUse>
{
    public void Configure(EntityTypeBuilder<Offer> table)
    {
        table.ToTable("Offers");
        table.Property(o => o.Code).HasMaxLength(30);
        table.Property(o => o.Title).HasMaxLength(100);
        table.Property(o => o.TitleAr).HasMaxLength(100);
        table.Property(o => o.Description).HasMaxLength(500);
        table.Property(o => o.DescriptionAr).HasMaxLength(500);
        table.Ignore(o => o.Discount);
        table.Property<OfferKind>("Kind").HasConversion<string>().HasMaxLength(20);
        table.Property<int>("Percent");
        table.Property<decimal>("AmountOff").IsMoney();
        table.Property(o => o.Category).HasMaxLength(60);
        table.Property(o => o.MinPurchase).IsMoney();
        table.Property(o => o.Segment).HasMaxLength(12);
        table.Property(o => o.Tier).HasMaxLength(20);
        table.Ignore(o => o.Facts);
        table.HasIndex(o => new { o.TenantId, o.Code }).IsUnique();
        table.HasIndex(o => new
        {
            o.TenantId,
            o.VoucherId,
            o.EndsAt,
        });
    }

    public void Configure(EntityTypeBuilder<OfferUse> table)
    {
        table.ToTable("OfferUses");
        table.Property(u => u.OrderNumber).HasMaxLength(40);
        table.Property(u => u.Savings).IsMoney();
        table.HasIndex(u => new
        {
            u.CustomerId,
            u.AppliedAt,
            u.Id,
        });
        table.HasIndex(u => new { u.OfferId, u.CustomerId });
        // For figures: what was taken, and what was used in a period.
        table.HasIndex(u => new { u.TenantId, u.AppliedAt });
        table.HasIndex(u => new { u.TenantId, u.UsedAt }).HasFilter("\"UsedAt\" IS NOT NULL");
    }
}

public static class OfferTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Offer> Offers => db.Set<Offer>();
        internal DbSet<OfferUse> OfferUses => db.Set<OfferUse>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace;

internal sealed class MarketplaceTables : IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<Order> table)
    {
        table.ToTable("Orders");
        table.Property(o => o.Number).HasMaxLength(40);
        table.Property(o => o.Status).HasConversion<string>().HasMaxLength(12);
        table.Property(o => o.Currency).HasMaxLength(3);
        table.Property(o => o.Shipping).IsMoney();
        table.Property(o => o.Tax).IsMoney();
        table.Property(o => o.Total).IsMoney();
        table.Property(o => o.City).HasMaxLength(100);
        table.Property(o => o.State).HasMaxLength(100);
        table.Property(o => o.Country).HasMaxLength(100);
        table.Ignore(o => o.Facts);
        table.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId);
        table.HasIndex(o => new { o.TenantId, o.Number }).IsUnique();
        table.HasIndex(o => new { o.CustomerId, o.PlacedAt, o.Id });
    }

    public void Configure(EntityTypeBuilder<OrderLine> table)
    {
        table.ToTable("OrderLines");
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Ignore(l => l.Words);
        table.Property(l => l.Name).HasMaxLength(200);
        table.Property(l => l.Sku).HasMaxLength(60);
        table.Property(l => l.Category).HasMaxLength(60);
        table.Property(l => l.UnitPrice).IsMoney();
        table.HasIndex(l => new { l.OrderId, l.Place });
    }
}

public static class MarketplaceTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Order> Orders => db.Set<Order>();
    }
}

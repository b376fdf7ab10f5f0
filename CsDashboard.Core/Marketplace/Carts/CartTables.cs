using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Carts;

internal sealed class CartTables : IEntityTypeConfiguration<CartLine>
{
    public void Configure(EntityTypeBuilder<CartLine> table)
    {
        table.ToTable("CartLines");
        table.Property(l => l.PriceSeen).IsMoney();
        table
            .HasIndex(l => new
            {
                l.TenantId,
                l.OwnerId,
                l.VariantId,
            })
            .IsUnique();
        table.HasIndex(l => new { l.TenantId, l.ChangedAt });
        table.HasIndex(l => l.CustomerId).HasFilter("\"CustomerId\" IS NOT NULL");
    }
}

public static class CartTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<CartLine> CartLines => db.Set<CartLine>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Prices;

internal sealed class AlertTables : IEntityTypeConfiguration<ProductAlert>
{
    public void Configure(EntityTypeBuilder<ProductAlert> table)
    {
        table.ToTable("ProductAlerts");
        table.Property(a => a.Kind).HasConversion<string>().HasMaxLength(8);
        table.Property(a => a.Target).IsMoney();
        table
            .HasIndex(a => new
            {
                a.CustomerId,
                a.ProductId,
                a.Kind,
            })
            .IsUnique();
        table.HasIndex(a => a.ProductId);
        table.HasIndex(a => new { a.TenantId, a.DueAt }).HasFilter("\"DueAt\" IS NOT NULL");
    }
}

public static class AlertTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<ProductAlert> ProductAlerts => db.Set<ProductAlert>();
    }
}

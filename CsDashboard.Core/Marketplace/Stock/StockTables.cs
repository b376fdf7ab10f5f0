using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Stock;

internal sealed class StockTables : IEntityTypeConfiguration<StockItem>, IEntityTypeConfiguration<StockMove>
{
    public void Configure(EntityTypeBuilder<StockItem> table)
    {
        // The last line of defence: whatever a program does, no more is promised than there is.
        table.ToTable(
            "StockItems",
            t =>
                t.HasCheckConstraint(
                    "CK_StockItems_Reserved",
                    "\"Reserved\" >= 0 AND (\"Policy\" = 'BackOrder' OR \"Reserved\" <= \"OnHand\")"
                )
        );
        table.HasKey(i => i.VariantId);
        table.Property(i => i.VariantId).ValueGeneratedNever();
        table.Property(i => i.Policy).HasConversion<string>().HasMaxLength(12);
        table.Ignore(i => i.Available).Ignore(i => i.Level);
        table.HasIndex(i => new { i.TenantId, i.ProductId });
    }

    public void Configure(EntityTypeBuilder<StockMove> table)
    {
        table.ToTable("StockMoves");
        table.Property(m => m.Kind).HasConversion<string>().HasMaxLength(12);
        table.Property(m => m.Reason).HasMaxLength(200);
        table.Property(m => m.By).HasMaxLength(200);
        table
            .HasIndex(m => new
            {
                m.OrderId,
                m.LineId,
                m.Kind,
                m.Turn,
            })
            .IsUnique();
        table.HasIndex(m => new { m.VariantId, m.Number });
        table.HasIndex(m => new { m.TenantId, m.Number }).IsUnique();
    }
}

public static class StockTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<StockItem> StockItems => db.Set<StockItem>();
        internal DbSet<StockMove> StockMoves => db.Set<StockMove>();
    }
}

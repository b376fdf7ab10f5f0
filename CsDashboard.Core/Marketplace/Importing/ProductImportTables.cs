using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Importing;

internal sealed class ProductImportTables : IEntityTypeConfiguration<ProductImport>, IEntityTypeConfiguration<ProductImportChange>
{
    public void Configure(EntityTypeBuilder<ProductImport> table)
    {
        table.ToTable("ProductImports");
        table.Property(i => i.FileName).HasMaxLength(255);
        table.Property(i => i.FileKey).HasMaxLength(32);
        table.Property(i => i.Separator).HasMaxLength(1);
        table.Property(i => i.ColumnText).HasMaxLength(4_000);
        table.Property(i => i.State).HasConversion<string>().HasMaxLength(12);
        table.Property(i => i.By).HasMaxLength(200);
        table.Property(i => i.Why).HasMaxLength(1_000);
        table.HasIndex(i => new { i.TenantId, i.CreatedAt });
        table.HasIndex(i => new { i.TenantId, i.State });
    }

    public void Configure(EntityTypeBuilder<ProductImportChange> table)
    {
        table.ToTable("ProductImportChanges");
        table.HasKey(c => new { c.ImportId, c.ProductId });
    }
}

public static class ProductImportTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<ProductImport> ProductImports => db.Set<ProductImport>();
        internal DbSet<ProductImportChange> ProductImportChanges => db.Set<ProductImportChange>();
    }
}

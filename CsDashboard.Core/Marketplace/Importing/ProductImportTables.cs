using CsDashboard.Customers.Importing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Importing;

internal sealed class ProductImportTables : IEntityTypeConfiguration<ProductImport>, IEntityTypeConfiguration<ProductImportChange>
{
    public void Configure(EntityTypeBuilder<ProductImport> table) => ImportRunTable.Of(table, "ProductImports");

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

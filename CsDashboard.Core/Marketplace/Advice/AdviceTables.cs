using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Advice;

internal sealed class AdviceTables : IEntityTypeConfiguration<ProductPair>
{
    public void Configure(EntityTypeBuilder<ProductPair> table)
    {
        table.ToTable("ProductPairs");
        table.HasKey(p => new { p.ProductId, p.OtherId });
        table.HasIndex(p => new { p.ProductId, p.Orders });
    }
}

public static class AdviceTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<ProductPair> ProductPairs => db.Set<ProductPair>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Wishes;

internal sealed class WishTables : IEntityTypeConfiguration<Wish>, IEntityTypeConfiguration<Comparison>, IEntityTypeConfiguration<Glance>
{
    public void Configure(EntityTypeBuilder<Wish> table)
    {
        table.ToTable("Wishes");
        table.HasIndex(w => new { w.CustomerId, w.ProductId }).IsUnique();
        table.HasIndex(w => w.ProductId);
    }

    public void Configure(EntityTypeBuilder<Comparison> table)
    {
        table.ToTable("Comparisons");
        table.Ignore(c => c.Products);
        table.Property(c => c.Name).HasMaxLength(Comparison.MaxName);
        table.Property(c => c.ProductText).HasMaxLength(60);
        table.HasIndex(c => new { c.CustomerId, c.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Glance> table)
    {
        table.ToTable("Glances");
        table.HasIndex(g => new { g.CustomerId, g.ProductId }).IsUnique();
        table.HasIndex(g => new { g.CustomerId, g.At });
    }
}

public static class WishTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Wish> Wishes => db.Set<Wish>();
        internal DbSet<Comparison> Comparisons => db.Set<Comparison>();
        internal DbSet<Glance> Glances => db.Set<Glance>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Catalogue;

internal sealed class CatalogueTables
    : IEntityTypeConfiguration<Product>,
        IEntityTypeConfiguration<ProductVariant>,
        IEntityTypeConfiguration<Category>,
        IEntityTypeConfiguration<PriceEntry>,
        IEntityTypeConfiguration<TierPrice>
{
    public void Configure(EntityTypeBuilder<Product> table)
    {
        table.ToTable("Products");
        table.Property(p => p.Slug).HasMaxLength(100);
        table.Property(p => p.Kind).HasConversion<string>().HasMaxLength(12);
        table.Property(p => p.State).HasConversion<string>().HasMaxLength(12);
        table.Property(p => p.NameEn).HasMaxLength(Product.MaxName);
        table.Property(p => p.NameAr).HasMaxLength(Product.MaxName);
        table.Property(p => p.SummaryEn).HasMaxLength(Product.MaxSummary);
        table.Property(p => p.SummaryAr).HasMaxLength(Product.MaxSummary);
        table.Property(p => p.Brand).HasMaxLength(60);
        table.Property(p => p.Tier).HasMaxLength(40);
        table.Property(p => p.Price).IsMoney();
        table.Property(p => p.ComparePrice).IsMoney();
        table.HasMany(p => p.Variants).WithOne().HasForeignKey(v => v.ProductId);
        Index(table);
    }

    // One for each order in which the shop and the API list what is published.
    private static void Index(EntityTypeBuilder<Product> table)
    {
        table.HasIndex(p => new { p.TenantId, p.Number }).IsUnique();
        table.HasIndex(p => new { p.TenantId, p.Slug }).IsUnique();
        table.HasIndex(p => new { p.ImportId, p.Number }).HasFilter("\"ImportId\" IS NOT NULL");
        table.HasIndex(p => new
        {
            p.TenantId,
            p.State,
            p.CreatedAt,
            p.Id,
        });
        table.HasIndex(p => new
        {
            p.TenantId,
            p.State,
            p.Price,
            p.Id,
        });
        table.HasIndex(p => new
        {
            p.TenantId,
            p.State,
            p.Rating,
            p.Id,
        });
        table.HasIndex(p => new
        {
            p.TenantId,
            p.State,
            p.NameEn,
            p.Id,
        });
        table.HasIndex(p => new
        {
            p.TenantId,
            p.State,
            p.Views,
            p.Id,
        });
        table.HasIndex(p => new
        {
            p.TenantId,
            p.State,
            p.CategoryId,
            p.CreatedAt,
            p.Id,
        });
        // How many stand where (ShelfReads).
        table.HasIndex(p => new
        {
            p.TenantId,
            p.State,
            p.CategoryId,
            p.Brand,
            p.PublishAt,
        });
    }

    public void Configure(EntityTypeBuilder<ProductVariant> table)
    {
        table.ToTable("ProductVariants");
        table.Property(v => v.Id).ValueGeneratedNever();
        table.Ignore(v => v.Values);
        table.Property(v => v.Sku).HasMaxLength(60);
        table.Property(v => v.Option1).HasMaxLength(60);
        table.Property(v => v.Option2).HasMaxLength(60);
        table.Property(v => v.Option3).HasMaxLength(60);
        table.Property(v => v.Option1Ar).HasMaxLength(60);
        table.Property(v => v.Option2Ar).HasMaxLength(60);
        table.Property(v => v.Option3Ar).HasMaxLength(60);
        table.Property(v => v.OptionKey).HasMaxLength(400);
        table.Property(v => v.Price).IsMoney();
        table.Property(v => v.ComparePrice).IsMoney();
        table.HasIndex(v => new { v.ProductId, v.OptionKey }).IsUnique();
        table.HasIndex(v => new { v.TenantId, v.Sku }).IsUnique().HasFilter("\"Sku\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Category> table)
    {
        table.ToTable("Categories");
        table.Property(c => c.Slug).HasMaxLength(100);
        table.Property(c => c.NameEn).HasMaxLength(100);
        table.Property(c => c.NameAr).HasMaxLength(100);
        table.Property(c => c.DescriptionEn).HasMaxLength(500);
        table.Property(c => c.DescriptionAr).HasMaxLength(500);
        table.Property(c => c.Icon).HasMaxLength(40);
        table.Property(c => c.Color).HasMaxLength(7);
        table.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
        table.HasIndex(c => new { c.TenantId, c.Slug }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PriceEntry> table)
    {
        table.ToTable("PriceEntries");
        table.Property(p => p.Price).IsMoney();
        table.Property(p => p.ComparePrice).IsMoney();
        table.Property(p => p.By).HasMaxLength(200);
        table.HasIndex(p => new { p.VariantId, p.From });
        table.HasIndex(p => new { p.ProductId, p.From });
    }

    public void Configure(EntityTypeBuilder<TierPrice> table)
    {
        table.ToTable("TierPrices");
        table.HasKey(p => new { p.VariantId, p.Tier });
        table.Property(p => p.Tier).HasMaxLength(40);
        table.Property(p => p.Price).IsMoney();
    }
}

public static class CatalogueTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Product> Products => db.Set<Product>();
        internal DbSet<ProductVariant> ProductVariants => db.Set<ProductVariant>();
        internal DbSet<Category> Categories => db.Set<Category>();
        internal DbSet<PriceEntry> PriceEntries => db.Set<PriceEntry>();
        internal DbSet<TierPrice> TierPrices => db.Set<TierPrice>();
    }
}

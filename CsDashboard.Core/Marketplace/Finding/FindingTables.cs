using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Finding;

internal sealed class FindingTables
    : IEntityTypeConfiguration<ShopSynonym>,
        IEntityTypeConfiguration<ShopPin>,
        IEntityTypeConfiguration<SearchedDay>
{
    public void Configure(EntityTypeBuilder<ShopSynonym> table)
    {
        table.ToTable("ShopSynonyms");
        table.Ignore(s => s.Text);
        table.Property(s => s.Word).HasMaxLength(ShopSynonym.MaxWord);
        table.Property(s => s.Others).HasMaxLength(ShopSynonym.MaxOthers + 60);
        table.HasIndex(s => new { s.TenantId, s.Word });
    }

    public void Configure(EntityTypeBuilder<ShopPin> table)
    {
        table.ToTable("ShopPins");
        table.Ignore(p => p.Text).Ignore(p => p.Products);
        table.Property(p => p.Words).HasMaxLength(2 * ShopPin.MaxWords);
        table.Property(p => p.Said).HasMaxLength(ShopPin.MaxWords);
        table.Property(p => p.ProductText).HasMaxLength(400);
        table.HasIndex(p => new { p.TenantId, p.Words }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SearchedDay> table)
    {
        table.ToTable("SearchedDays");
        table.HasKey(s => new
        {
            s.TenantId,
            s.Day,
            s.Kind,
            s.Words,
        });
        table.Property(s => s.Kind).HasConversion<string>().HasMaxLength(12);
        table.Property(s => s.Words).HasMaxLength(SearchedDay.MaxWords);
        table.Property(s => s.Said).HasMaxLength(SearchedDay.MaxWords);
    }
}

public static class FindingTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<ShopSynonym> ShopSynonyms => db.Set<ShopSynonym>();
        internal DbSet<ShopPin> ShopPins => db.Set<ShopPin>();
        internal DbSet<SearchedDay> SearchedDays => db.Set<SearchedDay>();
    }
}

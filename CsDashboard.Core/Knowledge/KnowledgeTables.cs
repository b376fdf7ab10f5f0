using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Knowledge;

internal sealed class KnowledgeTables
    : IEntityTypeConfiguration<Article>,
        IEntityTypeConfiguration<ArticleText>,
        IEntityTypeConfiguration<ArticlePicture>,
        IEntityTypeConfiguration<MissedSearch>
{
    public void Configure(EntityTypeBuilder<Article> table)
    {
        table.ToTable("Articles");
        table.Property(a => a.Slug).HasMaxLength(100);
        table.Property(a => a.Category).HasMaxLength(40);
        table.HasIndex(a => new { a.TenantId, a.Slug }).IsUnique();
        table.HasIndex(a => new
        {
            a.TenantId,
            a.IsPublished,
            a.Category,
        });
        table.HasMany(a => a.Texts).WithOne().HasForeignKey(t => t.ArticleId);
    }

    public void Configure(EntityTypeBuilder<ArticleText> table)
    {
        table.ToTable("ArticleTexts");
        table.Property(t => t.Language).HasMaxLength(8);
        table.Property(t => t.Title).HasMaxLength(200);
        table.HasIndex(t => new { t.ArticleId, t.Language }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ArticlePicture> table)
    {
        table.ToTable("ArticlePictures");
        table.Property(p => p.Name).HasMaxLength(255);
        table.Property(p => p.ContentType).HasMaxLength(100);
        table.Property(p => p.Key).HasMaxLength(64);
        table.HasIndex(p => new { p.TenantId, p.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<MissedSearch> table)
    {
        table.ToTable("MissedSearches");
        table.HasKey(m => new { m.TenantId, m.Words });
        table.Property(m => m.Words).HasMaxLength(MissedSearch.MaxWords);
        table.Property(m => m.Said).HasMaxLength(MissedSearch.MaxWords);
        table.Property(m => m.Language).HasMaxLength(8);
        table.HasIndex(m => new { m.TenantId, m.LastAt });
    }
}

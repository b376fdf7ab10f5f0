using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Reviews;

internal sealed class ReviewTables
    : IEntityTypeConfiguration<Review>,
        IEntityTypeConfiguration<ReviewTerms>,
        IEntityTypeConfiguration<Question>,
        IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Review> table)
    {
        table.ToTable("Reviews");
        table.Ignore(r => r.Facts).Ignore(r => r.Weight);
        table.Property(r => r.Name).HasMaxLength(200);
        table.Property(r => r.Title).HasMaxLength(Review.MaxTitle);
        table.Property(r => r.Comment).HasMaxLength(Review.MaxText);
        table.Property(r => r.State).HasConversion<string>().HasMaxLength(10);
        table.Property(r => r.Reply).HasMaxLength(PostText.MaxText);
        table.Property(r => r.RepliedBy).HasMaxLength(200);
        table.HasIndex(r => new { r.TenantId, r.Number }).IsUnique();
        // One each.
        table.HasIndex(r => new { r.ProductId, r.CustomerId }).IsUnique().HasFilter("\"CustomerId\" IS NOT NULL");
        table.HasIndex(r => r.CustomerId);
        table.HasIndex(r => new
        {
            r.ProductId,
            r.State,
            r.CreatedAt,
        });
        table.HasIndex(r => new
        {
            r.TenantId,
            r.State,
            r.UpdatedAt,
        });
    }

    public void Configure(EntityTypeBuilder<ReviewTerms> table)
    {
        table.ToTable("ReviewTerms");
        table.HasKey(t => t.TenantId);
        table.Property(t => t.TenantId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Question> table)
    {
        table.ToTable("Questions");
        table.Property(q => q.Name).HasMaxLength(200);
        table.Property(q => q.Text).HasMaxLength(PostText.MaxText);
        table.Property(q => q.State).HasConversion<string>().HasMaxLength(10);
        table.HasIndex(q => new { q.TenantId, q.Number }).IsUnique();
        table.HasIndex(q => q.CustomerId);
        table.HasIndex(q => new
        {
            q.ProductId,
            q.State,
            q.CreatedAt,
        });
        table.HasIndex(q => new { q.TenantId, q.CreatedAt });
        // Those that nobody has answered.
        table.HasIndex(q => new { q.TenantId, q.State }).HasFilter("\"AnsweredAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<Answer> table)
    {
        table.ToTable("Answers");
        table.Property(a => a.Name).HasMaxLength(200);
        table.Property(a => a.Text).HasMaxLength(PostText.MaxText);
        table.Property(a => a.Role).HasConversion<string>().HasMaxLength(10);
        table.Property(a => a.State).HasConversion<string>().HasMaxLength(10);
        table.HasIndex(a => new { a.TenantId, a.Number }).IsUnique();
        table.HasIndex(a => a.QuestionId);
        table.HasIndex(a => a.CustomerId);
    }
}

public static class ReviewTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Review> Reviews => db.Set<Review>();
        internal DbSet<ReviewTerms> ReviewTerms => db.Set<ReviewTerms>();
        internal DbSet<Question> Questions => db.Set<Question>();
        internal DbSet<Answer> Answers => db.Set<Answer>();
    }
}

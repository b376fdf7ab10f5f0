using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Search;

internal sealed class SearchTables : IEntityTypeConfiguration<IndexedText>
{
    public void Configure(EntityTypeBuilder<IndexedText> table)
    {
        table.ToTable("SearchDocs");
        table.Property(d => d.Id).ValueGeneratedOnAdd();
        table.Property(d => d.Kind).HasMaxLength(20);
        table.Property(d => d.Title).HasMaxLength(300);
        table.Property(d => d.Text).HasMaxLength(IndexedText.Kept);
        table
            .HasIndex(d => new
            {
                d.TenantId,
                d.Kind,
                d.SubjectId,
            })
            .IsUnique();
    }
}

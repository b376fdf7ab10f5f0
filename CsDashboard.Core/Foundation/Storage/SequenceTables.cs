using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation.Storage;

internal sealed class SequenceTables : IEntityTypeConfiguration<Sequence>
{
    public void Configure(EntityTypeBuilder<Sequence> table)
    {
        table.ToTable("Sequences");
        table.HasKey(s => new { s.TenantId, s.Kind });
        table.Property(s => s.Kind).HasMaxLength(20);
    }
}

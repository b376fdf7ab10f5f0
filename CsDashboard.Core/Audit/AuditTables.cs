using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Audit;

internal sealed class AuditTables : IEntityTypeConfiguration<AuditLink>
{
    public void Configure(EntityTypeBuilder<AuditLink> table)
    {
        table.ToTable("AuditLinks");
        table.HasKey(l => l.EventId);
        table.Property(l => l.EventId).ValueGeneratedNever();
        table.HasIndex(l => new { l.TenantId, l.Position }).IsUnique();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation;

internal sealed class RetentionTables : IEntityTypeConfiguration<RetentionRule>
{
    public void Configure(EntityTypeBuilder<RetentionRule> table)
    {
        table.ToTable("RetentionRules");
        table.HasKey(r => new { r.TenantId, r.Kind });
        table.Property(r => r.Kind).HasMaxLength(40);
    }
}

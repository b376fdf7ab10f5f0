using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Security;

internal sealed class SecurityEventTable : IEntityTypeConfiguration<SecurityEvent>
{
    public void Configure(EntityTypeBuilder<SecurityEvent> table)
    {
        table.ToTable("SecurityEvents");
        table.Property(e => e.Type).HasConversion<string>().HasMaxLength(20);
        table.Property(e => e.Kind).HasMaxLength(SecurityEvent.MaxKind);
        table.Property(e => e.Severity).HasConversion<string>().HasMaxLength(10);
        table.Property(e => e.Detail).HasMaxLength(60);
        table.Property(e => e.Value).HasMaxLength(100);
        table.Property(e => e.Address).HasMaxLength(SecurityEvent.MaxAddress);
        table.Property(e => e.Device).HasMaxLength(60);
        table.Property(e => e.Who).HasMaxLength(SecurityEvent.MaxWho);
        table.Property(e => e.Agent).HasMaxLength(SecurityEvent.MaxAgent);
        table.Property(e => e.Risk).IsMoney();
        table.Property(e => e.Details).HasMaxLength(SecurityEvent.MaxDetails);
        table.Property(e => e.Action).HasMaxLength(SecurityEvent.MaxAction);
        table.HasIndex(e => new { e.UserId, e.At });
        table.HasIndex(e => new { e.CustomerId, e.At });
        table.HasIndex(e => new { e.TenantId, e.At });
        table.HasIndex(e => new
        {
            e.TenantId,
            e.Kind,
            e.At,
        });
        table.HasIndex(e => new
        {
            e.TenantId,
            e.Severity,
            e.At,
        });
        table.HasIndex(e => new
        {
            e.TenantId,
            e.Who,
            e.At,
        });
    }
}

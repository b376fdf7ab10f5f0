using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Deliveries;

internal sealed class DeliveryTables : IEntityTypeConfiguration<AccessGrant>, IEntityTypeConfiguration<ServiceTicket>
{
    public void Configure(EntityTypeBuilder<AccessGrant> table)
    {
        table.ToTable("AccessGrants");
        table.Property(g => g.Tier).HasMaxLength(20);
        table.Property(g => g.Base).HasMaxLength(20);
        table.HasIndex(g => g.LineId).IsUnique();
        table.HasIndex(g => g.OrderId);
        table.HasIndex(g => new
        {
            g.CustomerId,
            g.EndedAt,
            g.Until,
        });
        // The few that run.
        table.HasIndex(g => new { g.TenantId, g.Until }).HasFilter("\"EndedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<ServiceTicket> table)
    {
        table.ToTable("ServiceTickets");
        table.HasKey(t => t.OrderId);
    }
}

public static class DeliveryTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<AccessGrant> AccessGrants => db.Set<AccessGrant>();
        internal DbSet<ServiceTicket> ServiceTickets => db.Set<ServiceTicket>();
    }
}

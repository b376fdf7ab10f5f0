using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Deliveries;

internal sealed class DeliveryTables
    : IEntityTypeConfiguration<AccessGrant>,
        IEntityTypeConfiguration<ServiceTicket>,
        IEntityTypeConfiguration<Parcel>,
        IEntityTypeConfiguration<ParcelLine>,
        IEntityTypeConfiguration<ProductFile>,
        IEntityTypeConfiguration<FileGrant>,
        IEntityTypeConfiguration<LicenceKey>,
        IEntityTypeConfiguration<KeyWait>
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

    public void Configure(EntityTypeBuilder<Parcel> table)
    {
        table.ToTable("Parcels");
        table.Property(p => p.Carrier).HasMaxLength(60);
        table.Property(p => p.TrackingNumber).HasMaxLength(100);
        table.Property(p => p.TrackingUrl).HasMaxLength(500);
        table.HasMany(p => p.Lines).WithOne().HasForeignKey(l => l.ParcelId);
        table.HasIndex(p => new { p.OrderId, p.Place }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ParcelLine> table)
    {
        table.ToTable("ParcelLines");
        table.Property(l => l.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ProductFile> table)
    {
        table.ToTable("ProductFiles");
        table.Property(f => f.Name).HasMaxLength(ProductFile.MaxName);
        table.Property(f => f.ContentType).HasMaxLength(100);
        table.Property(f => f.Key).HasMaxLength(40);
        table.Property(f => f.AddedBy).HasMaxLength(200);
        table.HasIndex(f => new { f.TenantId, f.ProductId });
    }

    public void Configure(EntityTypeBuilder<FileGrant> table)
    {
        table.ToTable("FileGrants");
        table.HasIndex(g => g.LineId).IsUnique();
        table.HasIndex(g => g.OrderId);
    }

    public void Configure(EntityTypeBuilder<LicenceKey> table)
    {
        table.ToTable("LicenceKeys");
        table.Property(k => k.Sealed).HasMaxLength(2_000);
        table.Property(k => k.AddedBy).HasMaxLength(200);
        table.HasIndex(k => k.ProductId);
        table.HasIndex(k => k.OrderId).HasFilter("\"OrderId\" IS NOT NULL");
        table.HasIndex(k => k.LineId).HasFilter("\"LineId\" IS NOT NULL");
        // Those that nobody has, in the order in which they are given.
        table
            .HasIndex(k => new
            {
                k.VariantId,
                k.AddedAt,
                k.Id,
            })
            .HasFilter("\"LineId\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<KeyWait> table)
    {
        table.ToTable("KeyWaits");
        table.HasKey(w => w.LineId);
        table.HasIndex(w => w.OrderId);
        table.HasIndex(w => new { w.VariantId, w.Since });
    }
}

public static class DeliveryTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<AccessGrant> AccessGrants => db.Set<AccessGrant>();
        internal DbSet<ProductFile> ProductFiles => db.Set<ProductFile>();
        internal DbSet<FileGrant> FileGrants => db.Set<FileGrant>();
        internal DbSet<LicenceKey> LicenceKeys => db.Set<LicenceKey>();
        internal DbSet<KeyWait> KeyWaits => db.Set<KeyWait>();
        internal DbSet<Parcel> Parcels => db.Set<Parcel>();
        internal DbSet<ServiceTicket> ServiceTickets => db.Set<ServiceTicket>();
    }
}

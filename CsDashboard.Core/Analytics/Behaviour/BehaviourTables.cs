using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Analytics.Behaviour;

internal sealed class BehaviourTables : IEntityTypeConfiguration<Visit>, IEntityTypeConfiguration<Hit>, IEntityTypeConfiguration<Conversion>
{
    public void Configure(EntityTypeBuilder<Visit> table)
    {
        table.ToTable("Visits");
        table.Property(v => v.Who).HasMaxLength(Visit.MaxWho);
        table.Property(v => v.Person).HasMaxLength(Visit.MaxWho);
        table.Property(v => v.Trust).HasConversion<string>().HasMaxLength(10);
        table.Property(v => v.Device).HasMaxLength(Visit.MaxWord);
        table.Property(v => v.Browser).HasMaxLength(Visit.MaxWord);
        table.Property(v => v.Os).HasMaxLength(Visit.MaxWord);
        table.Property(v => v.Address).HasMaxLength(Visit.MaxAddress);
        table.Property(v => v.Agent).HasMaxLength(Visit.MaxAgent);
        table.HasIndex(v => new { v.TenantId, v.StartedAt });
        table.HasIndex(v => new { v.TenantId, v.LastAt });
        table.HasIndex(v => new
        {
            v.TenantId,
            v.Who,
            v.StartedAt,
        });
        table.HasIndex(v => new { v.CustomerId, v.StartedAt });
        table.HasIndex(v => v.After).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Hit> table)
    {
        table.ToTable("Hits");
        table.Property(h => h.Who).HasMaxLength(Visit.MaxWho);
        table.Property(h => h.Kind).HasConversion<string>().HasMaxLength(12);
        table.Property(h => h.Trust).HasConversion<string>().HasMaxLength(10);
        table.Property(h => h.Name).HasMaxLength(Hit.MaxName);
        table.Property(h => h.Text).HasMaxLength(Hit.MaxText);
        table.Property(h => h.From).HasMaxLength(Hit.MaxName);
        table.Property(h => h.Details).HasMaxLength(Hit.MaxDetails);
        table.HasIndex(h => new { h.TenantId, h.At });
        table.HasIndex(h => new
        {
            h.TenantId,
            h.Who,
            h.At,
        });
        table.HasIndex(h => new { h.CustomerId, h.At });
    }

    public void Configure(EntityTypeBuilder<Conversion> table)
    {
        table.ToTable("Conversions");
        table.Property(c => c.OrderId).HasMaxLength(Conversion.MaxOrder);
        table.Property(c => c.Who).HasMaxLength(Visit.MaxWho);
        table.Property(c => c.Kind).HasMaxLength(Visit.MaxWord);
        table.Property(c => c.Trust).HasConversion<string>().HasMaxLength(10);
        table.Property(c => c.Value).IsMoney();
        table.HasIndex(c => new { c.TenantId, c.OrderId }).IsUnique();
        table.HasIndex(c => new { c.TenantId, c.At });
        table.HasIndex(c => c.CustomerId);
    }
}

public static class BehaviourTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Visit> Visits => db.Set<Visit>();
        internal DbSet<Hit> Hits => db.Set<Hit>();
        internal DbSet<Conversion> Conversions => db.Set<Conversion>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Returns;

internal sealed class ReturnTables : IEntityTypeConfiguration<Return>, IEntityTypeConfiguration<ReturnLine>
{
    public void Configure(EntityTypeBuilder<Return> table)
    {
        table.ToTable("Returns");
        table.Ignore(r => r.Facts).Ignore(r => r.Next);
        table.Property(r => r.Number).HasMaxLength(40);
        table.Property(r => r.Status).HasConversion<string>().HasMaxLength(12);
        table.Property(r => r.Method).HasConversion<string>().HasMaxLength(10);
        table.Property(r => r.Reason).HasConversion<string>().HasMaxLength(20);
        table.Property(r => r.Description).HasMaxLength(Return.MaxText);
        table.Property(r => r.Note).HasMaxLength(1_000);
        table.Property(r => r.RefundAmount).IsMoney();
        table.Property(r => r.ShippingShare).IsMoney();
        table.HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.ReturnId);
        table.HasIndex(r => new { r.TenantId, r.SequenceNumber }).IsUnique();
        table.HasIndex(r => new { r.TenantId, r.Number }).IsUnique();
        table.HasIndex(r => r.OrderId);
        table.HasIndex(r => new { r.CustomerId, r.CreatedAt });
        table.HasIndex(r => new { r.TenantId, r.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<ReturnLine> table)
    {
        table.ToTable("ReturnLines");
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Name).HasMaxLength(200);
        table.Property(l => l.Reason).HasConversion<string>().HasMaxLength(20);
        table.HasIndex(l => new { l.ReturnId, l.Place });
        table.HasIndex(l => l.OrderLineId);
    }
}

public static class ReturnTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Return> Returns => db.Set<Return>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Payments;

internal sealed class PaymentTables : IEntityTypeConfiguration<PaymentEntry>
{
    public void Configure(EntityTypeBuilder<PaymentEntry> table)
    {
        table.ToTable("PaymentEntries");
        table.Property(p => p.Provider).HasMaxLength(20);
        table.Property(p => p.Reference).HasMaxLength(PaymentEntry.MaxReference);
        table.Property(p => p.Kind).HasConversion<string>().HasMaxLength(12);
        table.Property(p => p.Amount).IsMoney();
        table.Property(p => p.By).HasMaxLength(200);
        table
            .HasIndex(p => new
            {
                p.TenantId,
                p.Provider,
                p.Reference,
                p.Kind,
            })
            .IsUnique();
        table.HasIndex(p => new { p.OrderId, p.At });
    }
}

public static class PaymentTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<PaymentEntry> PaymentEntries => db.Set<PaymentEntry>();
    }
}

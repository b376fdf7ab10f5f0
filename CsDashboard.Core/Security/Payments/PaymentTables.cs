using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Security.Payments;

internal sealed class PaymentTables : IEntityTypeConfiguration<PaymentRule>, IEntityTypeConfiguration<PaymentCheck>
{
    public void Configure(EntityTypeBuilder<PaymentRule> table)
    {
        table.ToTable("PaymentRules");
        table.Property(r => r.Label).HasMaxLength(PaymentRule.MaxLabel);
        table.Property(r => r.Field).HasConversion<string>().HasMaxLength(20);
        table.Property(r => r.Effect).HasConversion<string>().HasMaxLength(10);
        table.Property(r => r.Limit).IsMoney();
        table.Property(r => r.Weight).IsMoney();
        table.HasIndex(r => new { r.TenantId, r.Place });
    }

    public void Configure(EntityTypeBuilder<PaymentCheck> table)
    {
        table.ToTable("PaymentChecks");
        table.Property(c => c.Who).HasMaxLength(SecurityEvent.MaxWho);
        table.Property(c => c.Number).HasMaxLength(100);
        table.Property(c => c.Currency).HasMaxLength(3);
        table.Property(c => c.UserRisk).IsMoney();
        table.Property(c => c.Amount).IsMoney();
        table.Property(c => c.Score).IsMoney();
        table.Ignore(c => c.Facts);
        table.HasIndex(c => new
        {
            c.TenantId,
            c.Who,
            c.At,
        });
        table.HasIndex(c => new { c.TenantId, c.At });
        table.HasIndex(c => c.CustomerId);
    }
}

public static class PaymentTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<PaymentRule> PaymentRules => db.Set<PaymentRule>();
        internal DbSet<PaymentCheck> PaymentChecks => db.Set<PaymentCheck>();
    }
}

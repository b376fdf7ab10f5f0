using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Payments;

internal sealed class PaymentTables
    : IEntityTypeConfiguration<PaymentEntry>,
        IEntityTypeConfiguration<StripeAccount>,
        IEntityTypeConfiguration<StripeSession>,
        IEntityTypeConfiguration<StripeEvent>,
        IEntityTypeConfiguration<StripeRefund>
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

    public void Configure(EntityTypeBuilder<StripeAccount> table)
    {
        table.ToTable("StripeAccounts");
        table.HasKey(a => a.TenantId);
        table.Property(a => a.TenantId).ValueGeneratedNever();
        table.Property(a => a.SecretKey).HasMaxLength(1_000);
        table.Property(a => a.WebhookSecret).HasMaxLength(1_000);
        table.Property(a => a.KeyEnd).HasMaxLength(4);
    }

    public void Configure(EntityTypeBuilder<StripeSession> table)
    {
        table.ToTable("StripeSessions");
        table.Property(s => s.Amount).IsMoney();
        table.Property(s => s.State).HasConversion<string>().HasMaxLength(12);
        table.Property(s => s.Name).HasMaxLength(200);
        table.Property(s => s.Url).HasMaxLength(4_000);
        table.HasIndex(s => new { s.TenantId, s.Name }).IsUnique().HasFilter("\"Name\" IS NOT NULL");
        table.HasIndex(s => s.OrderId);
        table.HasIndex(s => new { s.TenantId, s.AskAt }).HasFilter("\"State\" = 'Open'");
    }

    public void Configure(EntityTypeBuilder<StripeEvent> table)
    {
        table.ToTable("StripeEvents");
        table.Property(e => e.Name).HasMaxLength(StripeEvent.MaxName);
        table.HasIndex(e => new { e.TenantId, e.Name }).IsUnique();
        table.HasIndex(e => new { e.TenantId, e.At });
    }

    public void Configure(EntityTypeBuilder<StripeRefund> table)
    {
        table.ToTable("StripeRefunds");
        table.Property(r => r.Payment).HasMaxLength(PaymentEntry.MaxReference);
        table.Property(r => r.Amount).IsMoney();
        table.Property(r => r.Fault).HasMaxLength(300);
        table.HasIndex(r => r.OrderId);
        table.HasIndex(r => new { r.TenantId, r.SendAt }).HasFilter("\"SendAt\" IS NOT NULL");
    }
}

public static class PaymentTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<PaymentEntry> PaymentEntries => db.Set<PaymentEntry>();
        internal DbSet<StripeAccount> StripeAccounts => db.Set<StripeAccount>();
        internal DbSet<StripeSession> StripeSessions => db.Set<StripeSession>();
        internal DbSet<StripeEvent> StripeEvents => db.Set<StripeEvent>();
        internal DbSet<StripeRefund> StripeRefunds => db.Set<StripeRefund>();
    }
}

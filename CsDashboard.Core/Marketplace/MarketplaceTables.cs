using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace;

internal sealed class MarketplaceTables
    : IEntityTypeConfiguration<Order>,
        IEntityTypeConfiguration<OrderLine>,
        IEntityTypeConfiguration<CurrencyRate>,
        IEntityTypeConfiguration<Reckoning>
{
    public void Configure(EntityTypeBuilder<Order> table)
    {
        table.ToTable("Orders");
        table.Property(o => o.Number).HasMaxLength(40);
        table.Property(o => o.Status).HasConversion<string>().HasMaxLength(12);
        table.Property(o => o.Currency).HasMaxLength(3);
        table.Property(o => o.Shipping).IsMoney();
        table.Property(o => o.Tax).IsMoney();
        table.Property(o => o.Total).IsMoney();
        table.Property(o => o.Value).IsMoney();
        table.Property(o => o.Rate).IsRate();
        table.Property(o => o.CountsIn).HasMaxLength(3);
        table.Property(o => o.City).HasMaxLength(100);
        table.Property(o => o.State).HasMaxLength(100);
        table.Property(o => o.Country).HasMaxLength(100);
        table.Property(o => o.Payment).HasConversion<string>().HasMaxLength(20);
        table.Property(o => o.PaysBy).HasConversion<string>().HasMaxLength(20);
        table.Property(o => o.ShippingMethod).HasMaxLength(30);
        table.Property(o => o.ShipText).HasMaxLength(PostalAddress.MaxText);
        table.Property(o => o.BillText).HasMaxLength(PostalAddress.MaxText);
        table.Property(o => o.Discount).IsMoney();
        table.Property(o => o.TaxRate).IsRate();
        table.Property(o => o.Paid).IsMoney();
        table.Property(o => o.Refunded).IsMoney();
        table.Property(o => o.Carrier).HasMaxLength(60);
        table.Property(o => o.TrackingNumber).HasMaxLength(100);
        table.Property(o => o.TrackingUrl).HasMaxLength(500);
        table
            .Ignore(o => o.Facts)
            .Ignore(o => o.Goods)
            .Ignore(o => o.ShipTo)
            .Ignore(o => o.BillTo)
            .Ignore(o => o.Next)
            .Ignore(o => o.Subtotal)
            .Ignore(o => o.Refundable);
        table.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId);
        table.HasIndex(o => new { o.TenantId, o.Number }).IsUnique();
        table.HasIndex(o => new
        {
            o.CustomerId,
            o.PlacedAt,
            o.Id,
        });
        table.HasIndex(o => new { o.TenantId, o.PlacedAt });
        table.HasIndex(o => new { o.TenantId, o.SequenceNumber }).IsUnique().HasFilter("\"SequenceNumber\" IS NOT NULL");
        // The queue of orders that were placed here, and those whose goods are kept for a time.
        table
            .HasIndex(o => new
            {
                o.TenantId,
                o.Status,
                o.PlacedAt,
            })
            .HasFilter("\"IsOwn\"");
        table.HasIndex(o => new { o.TenantId, o.ReservedUntil }).HasFilter("\"ReservedUntil\" IS NOT NULL");
        table.HasIndex(o => new { o.TenantId, o.GuestId }).HasFilter("\"GuestId\" IS NOT NULL");
        // The few orders that wait for a rate.
        table.HasIndex(o => new { o.TenantId, o.Currency }).HasFilter("\"Value\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<OrderLine> table)
    {
        table.ToTable("OrderLines");
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Ignore(l => l.Words);
        table.Property(l => l.Name).HasMaxLength(200);
        table.Property(l => l.Sku).HasMaxLength(60);
        table.Property(l => l.Category).HasMaxLength(60);
        table.Property(l => l.UnitPrice).IsMoney();
        table.Property(l => l.Amount).IsMoney();
        table.Property(l => l.Discount).IsMoney();
        table.Property(l => l.TaxShare).IsMoney();
        table.Property(l => l.Refunded).IsMoney();
        table.HasIndex(l => l.ProductId).HasFilter("\"ProductId\" IS NOT NULL");
        table.HasIndex(l => new { l.OrderId, l.Place });
    }

    public void Configure(EntityTypeBuilder<CurrencyRate> table)
    {
        table.ToTable("CurrencyRates");
        table.Property(r => r.Currency).HasMaxLength(3);
        table.Property(r => r.Into).HasMaxLength(3);
        table.Property(r => r.Rate).IsRate();
        table.Property(r => r.SetBy).HasMaxLength(200);
        table.Property(r => r.RemovedBy).HasMaxLength(200);
        table.HasIndex(r => new
        {
            r.TenantId,
            r.Currency,
            r.Into,
            r.From,
        });
    }

    public void Configure(EntityTypeBuilder<Reckoning> table)
    {
        table.ToTable("Reckonings");
        table.HasKey(r => new { r.TenantId, r.Currency });
        table.Property(r => r.Currency).HasMaxLength(3);
    }
}

public static class MarketplaceTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Order> Orders => db.Set<Order>();
        internal DbSet<CurrencyRate> CurrencyRates => db.Set<CurrencyRate>();
        internal DbSet<Reckoning> Reckonings => db.Set<Reckoning>();
    }
}

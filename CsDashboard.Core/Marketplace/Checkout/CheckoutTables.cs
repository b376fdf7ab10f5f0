using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Marketplace.Checkout;

internal sealed class CheckoutTables
    : IEntityTypeConfiguration<ShippingMethod>,
        IEntityTypeConfiguration<TaxRate>,
        IEntityTypeConfiguration<ShopTerms>,
        IEntityTypeConfiguration<Seller>,
        IEntityTypeConfiguration<CheckoutDraft>
{
    public void Configure(EntityTypeBuilder<ShippingMethod> table)
    {
        table.ToTable("ShippingMethods");
        table.Property(m => m.Word).HasMaxLength(ShippingMethod.MaxWord);
        table.Property(m => m.NameEn).HasMaxLength(100);
        table.Property(m => m.NameAr).HasMaxLength(100);
        table.Property(m => m.Price).IsMoney();
        table.Property(m => m.FreeFrom).IsMoney();
        table.Property(m => m.Countries).HasMaxLength(800);
        table.HasIndex(m => new { m.TenantId, m.Word }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TaxRate> table)
    {
        table.ToTable("TaxRates");
        table.Property(r => r.Country).HasMaxLength(2);
        table.Property(r => r.State).HasMaxLength(100);
        table.Property(r => r.Rate).IsRate();
        table
            .HasIndex(r => new
            {
                r.TenantId,
                r.Country,
                r.State,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<ShopTerms> table)
    {
        table.ToTable("ShopTerms");
        table.HasKey(t => t.TenantId);
        table.Property(t => t.TenantId).ValueGeneratedNever();
        table.Property(t => t.HowToPayEn).HasMaxLength(1000);
        table.Property(t => t.HowToPayAr).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<Seller> table)
    {
        table.ToTable("Sellers");
        table.Property(s => s.Name).HasMaxLength(200);
        table.Property(s => s.Address).HasMaxLength(Seller.MaxAddress);
        table.Property(s => s.TaxNumber).HasMaxLength(60);
        table.Property(s => s.NoteEn).HasMaxLength(Seller.MaxNote);
        table.Property(s => s.NoteAr).HasMaxLength(Seller.MaxNote);
        table.HasIndex(s => new { s.TenantId, s.From });
    }

    public void Configure(EntityTypeBuilder<CheckoutDraft> table)
    {
        table.ToTable("CheckoutDrafts");
        table.Property(d => d.Name).HasMaxLength(100);
        table.Property(d => d.Email).HasMaxLength(254);
        table.Property(d => d.ShipText).HasMaxLength(PostalAddress.MaxText);
        table.Property(d => d.BillText).HasMaxLength(PostalAddress.MaxText);
        table.Ignore(d => d.ShipTo).Ignore(d => d.BillTo);
        table.Property(d => d.ShippingMethod).HasMaxLength(30);
        table.Property(d => d.PaymentMethod).HasMaxLength(20);
        table.HasIndex(d => new { d.TenantId, d.OwnerId }).IsUnique();
        table.HasIndex(d => new { d.TenantId, d.At });
        table.HasIndex(d => d.CustomerId).HasFilter("\"CustomerId\" IS NOT NULL");
    }
}

public static class CheckoutTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<ShippingMethod> ShippingMethods => db.Set<ShippingMethod>();
        internal DbSet<TaxRate> TaxRates => db.Set<TaxRate>();
        internal DbSet<ShopTerms> ShopTerms => db.Set<ShopTerms>();
        internal DbSet<Seller> Sellers => db.Set<Seller>();
        internal DbSet<CheckoutDraft> CheckoutDrafts => db.Set<CheckoutDraft>();
    }
}

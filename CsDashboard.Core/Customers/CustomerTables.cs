using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Customers;

internal sealed class CustomerTables : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> table)
    {
        table.ToTable("Customers");
        table.Property(c => c.UniqueId).HasMaxLength(8);
        table.Property(c => c.PublicId).HasMaxLength(24);
        table.Property(c => c.Name).HasMaxLength(100);
        table.Property(c => c.Email).HasMaxLength(254);
        table.Property(c => c.NormalizedEmail).HasMaxLength(254);
        table.Property(c => c.Phone).HasMaxLength(30);
        table.Property(c => c.Status).HasConversion<string>().HasMaxLength(12);
        table.Property(c => c.MembershipTier).HasMaxLength(20).HasDefaultValue(Tiers.Standard);
        table.HasIndex(c => new { c.TenantId, c.MembershipTier });
        table.Property(c => c.Language).HasMaxLength(8);
        table.Property(c => c.TimeZone).HasMaxLength(64);
        table.HasIndex(c => new { c.TenantId, c.NormalizedEmail }).IsUnique();
        table.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
        table.HasIndex(c => c.PublicId).IsUnique();
        table.HasIndex(c => new { c.TenantId, c.UniqueId }).IsUnique();
    }
}

public static class CustomerTableExtensions
{
    extension(AppDb db)
    {
        public DbSet<Customer> Customers => db.Set<Customer>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Security.Signing;

internal sealed class SigningTables : IEntityTypeConfiguration<SeenSignature>, IEntityTypeConfiguration<SecurityTerms>
{
    public void Configure(EntityTypeBuilder<SeenSignature> table)
    {
        table.ToTable("SeenSignatures");
        table.Property(s => s.Hash).HasMaxLength(64);
        table.HasIndex(s => new { s.TenantId, s.Hash }).IsUnique();
        table.HasIndex(s => new { s.TenantId, s.Until });
    }

    public void Configure(EntityTypeBuilder<SecurityTerms> table)
    {
        table.ToTable("SecurityTerms");
        table.HasKey(t => t.TenantId);
        table.Property(t => t.Secret).HasMaxLength(1_000);
        table.Property(t => t.SecretBefore).HasMaxLength(1_000);
    }
}

public static class SigningTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<SeenSignature> SeenSignatures => db.Set<SeenSignature>();
    }
}

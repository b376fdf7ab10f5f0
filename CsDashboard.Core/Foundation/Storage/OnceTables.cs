using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation.Storage;

internal sealed class OnceTables : IEntityTypeConfiguration<KeyedCall>
{
    public void Configure(EntityTypeBuilder<KeyedCall> table)
    {
        table.ToTable("KeyedCalls");
        table.Property(c => c.Who).HasMaxLength(40);
        table.Property(c => c.Key).HasMaxLength(64);
        table.Property(c => c.Asked).HasMaxLength(64);
        table
            .HasIndex(c => new
            {
                c.TenantId,
                c.Who,
                c.Key,
            })
            .IsUnique();
        table.HasIndex(c => new { c.TenantId, c.At });
    }
}

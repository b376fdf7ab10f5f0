using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation;

internal sealed class ChainTables : IEntityTypeConfiguration<ChainHead>
{
    public void Configure(EntityTypeBuilder<ChainHead> table)
    {
        table.ToTable("ChainHeads");
        table.HasKey(h => new { h.TenantId, h.Chain });
        table.Property(h => h.Chain).HasMaxLength(20);
        table.Property(h => h.Hash).HasMaxLength(64);
    }
}

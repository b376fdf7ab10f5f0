using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Storage;

internal sealed class KeptFoldingTables : IEntityTypeConfiguration<KeptFolding>
{
    public void Configure(EntityTypeBuilder<KeptFolding> table)
    {
        table.ToTable("KeptFoldings");
        table.HasKey(k => k.Kept);
        table.Property(k => k.Kept).HasMaxLength(40);
        table.Property(k => k.After).HasMaxLength(40);
    }
}

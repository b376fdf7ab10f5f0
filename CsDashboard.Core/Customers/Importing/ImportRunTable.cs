using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Customers.Importing;

internal static class ImportRunTable
{
    /// <summary>The table of imports of a kind.</summary>
    public static void Of<TRun>(EntityTypeBuilder<TRun> table, string name)
        where TRun : ImportRun
    {
        table.ToTable(name);
        table.Property(i => i.FileName).HasMaxLength(255);
        table.Property(i => i.FileKey).HasMaxLength(32);
        table.Property(i => i.Separator).HasMaxLength(1);
        table.Property(i => i.ColumnText).HasMaxLength(4_000);
        table.Property(i => i.State).HasConversion<string>().HasMaxLength(12);
        table.Property(i => i.By).HasMaxLength(200);
        table.Property(i => i.Why).HasMaxLength(1_000);
        table.HasIndex(i => new { i.TenantId, i.CreatedAt });
        table.HasIndex(i => new { i.TenantId, i.State });
    }
}

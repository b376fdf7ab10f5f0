using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Bots;

internal sealed class BotTables : IEntityTypeConfiguration<Bot>
{
    public void Configure(EntityTypeBuilder<Bot> table)
    {
        table.ToTable("Bots");
        table.Property(b => b.Type).HasConversion<string>().HasMaxLength(8);
        table.Property(b => b.SwitchedBy).HasMaxLength(200);
        table.Property(b => b.Reason).HasMaxLength(Bot.MaxReason);
        table.Property(b => b.Name).HasMaxLength(Bot.MaxName).HasDefaultValue("");
        table.Ignore(b => b.Settings);
        table.Ignore(b => b.Key);
        table
            .HasIndex(b => new
            {
                b.TenantId,
                b.Type,
                b.Name,
            })
            .IsUnique();
    }
}

public static class BotTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Bot> Bots => db.Set<Bot>();
    }
}

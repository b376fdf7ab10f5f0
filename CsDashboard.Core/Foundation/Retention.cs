using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation;

/// <summary>A kind of data that a company may choose to keep for so many days only. Each room says it for its own rows; the texts are Retain_KIND and Retain_KIND_Hint.</summary>
public interface IRetain
{
    string Kind { get; }

    /// <summary>Removes some of what became old before that time, in a write of its own, and gives how many; 0 when none is left.</summary>
    Task<int> RemoveSome(Actor company, DateTimeOffset before);
}

/// <summary>How many days a company keeps a kind of data; without a row it is kept.</summary>
public sealed class RetentionRule : ITenantOwned
{
    public Guid TenantId { get; set; }
    public required string Kind { get; init; }
    public int Days { get; set; }
}

internal sealed class RetentionTables : IEntityTypeConfiguration<RetentionRule>
{
    public void Configure(EntityTypeBuilder<RetentionRule> table)
    {
        table.ToTable("RetentionRules");
        table.HasKey(r => new { r.TenantId, r.Kind });
        table.Property(r => r.Kind).HasMaxLength(40);
    }
}

public static class RetentionTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<RetentionRule> RetentionRules => db.Set<RetentionRule>();
    }
}

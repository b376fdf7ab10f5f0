using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation.Events;

internal sealed class EventTables : IEntityTypeConfiguration<StoredEvent>, IEntityTypeConfiguration<FailedDelivery>
{
    public void Configure(EntityTypeBuilder<StoredEvent> table)
    {
        table.ToTable("Events");
        table.Property(e => e.Id).ValueGeneratedOnAdd();
        table.Property(e => e.ActorRole).HasConversion<string>().HasMaxLength(16);
        table.Property(e => e.ActorName).HasMaxLength(200);
        table.Property(e => e.Address).HasMaxLength(64);
        table.Property(e => e.Room).HasMaxLength(40);
        table.Property(e => e.Kind).HasMaxLength(80);
        table.Property(e => e.Action).HasMaxLength(60);
        table.Property(e => e.SubjectKind).HasMaxLength(40);
        table.Property(e => e.WhoSalt).HasMaxLength(16);
        table.Property(e => e.ContentSalt).HasMaxLength(16);
        table.Property(e => e.WhoHash).HasMaxLength(64);
        table.Property(e => e.ContentHash).HasMaxLength(64);
        table.Ignore(e => e.WhoDigest).Ignore(e => e.ContentDigest);
        table.HasIndex(e => e.Id).HasDatabaseName("IX_Events_Undelivered").HasFilter("\"DeliveredAt\" IS NULL");
        table.HasIndex(e => new { e.ForCustomer, e.Id }).HasFilter("\"ForCustomer\" IS NOT NULL");
        table.Property(e => e.ForGroup).HasMaxLength(40);
        table
            .HasIndex(e => new
            {
                e.TenantId,
                e.ForGroup,
                e.Id,
            })
            .HasFilter("\"ForGroup\" IS NOT NULL");
        // The history as people read it, newest first: all of it, one person's, one table's, one action's, one thing's.
        table.HasIndex(e => new
        {
            e.TenantId,
            e.At,
            e.Id,
        });
        table.HasIndex(e => new
        {
            e.TenantId,
            e.UserId,
            e.At,
            e.Id,
        });
        table.HasIndex(e => new
        {
            e.TenantId,
            e.SubjectKind,
            e.At,
            e.Id,
        });
        table.HasIndex(e => new
        {
            e.TenantId,
            e.Action,
            e.At,
            e.Id,
        });
        table.HasIndex(e => new
        {
            e.SubjectId,
            e.At,
            e.Id,
        });
    }

    public void Configure(EntityTypeBuilder<FailedDelivery> table)
    {
        table.ToTable("FailedDeliveries");
        table.Property(f => f.Handler).HasMaxLength(200);
        table.HasIndex(f => f.NextAt);
        table.HasIndex(f => new { f.EventId, f.Handler }).IsUnique();
    }
}

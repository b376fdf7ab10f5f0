using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Desk.Ticketing;

internal sealed class TicketTables
    : IEntityTypeConfiguration<Ticket>,
        IEntityTypeConfiguration<TicketRead>,
        IEntityTypeConfiguration<Feedback>,
        IEntityTypeConfiguration<ErasedNumber>,
        IEntityTypeConfiguration<TicketCount>,
        IEntityTypeConfiguration<TicketTag>
{
    public void Configure(EntityTypeBuilder<Ticket> table)
    {
        table.ToTable("Tickets");
        table.Property(t => t.Number).HasMaxLength(20);
        table.Property(t => t.Subject).HasMaxLength(NewTicket.MaxTitle);
        table.Property(t => t.Status).HasConversion<string>().HasMaxLength(12);
        table.Property(t => t.Category).HasConversion<string>().HasMaxLength(12);
        table.Property(t => t.Type).HasConversion<string>().HasMaxLength(12);
        table.Property(t => t.Channel).HasConversion<string>().HasMaxLength(12);
        table.Property(t => t.TagText).HasMaxLength(700);
        table.Property(t => t.ClientKey).HasMaxLength(64);
        table.Ignore(t => t.Tags);
        table.HasIndex(t => new { t.TenantId, t.Number }).IsUnique();
        table.HasIndex(t => new { t.TenantId, t.Short }).IsUnique();
        table.HasIndex(t => new { t.OpenedBy, t.ClientKey }).IsUnique().HasFilter("\"ClientKey\" IS NOT NULL");
        // One index for each order and list of the inbox; the id makes every order total, for paging by key.
        table.HasIndex(t => new
        {
            t.TenantId,
            t.LastMessageAt,
            t.Id,
        });
        table.HasIndex(t => new
        {
            t.TenantId,
            t.Status,
            t.LastMessageAt,
            t.Id,
        });
        table.HasIndex(t => new
        {
            t.TenantId,
            t.AssigneeId,
            t.IsOpen,
            t.LastMessageAt,
            t.Id,
        });
        table.HasIndex(t => new
        {
            t.TenantId,
            t.CreatedAt,
            t.Id,
        });
        // For figures: what was resolved in a period.
        table.HasIndex(t => new { t.TenantId, t.ResolvedAt }).HasFilter("\"ResolvedAt\" IS NOT NULL");
        table.HasIndex(t => new
        {
            t.TenantId,
            t.NextDueAt,
            t.Id,
        });
        table.HasIndex(t => new
        {
            t.CustomerId,
            t.LastMessageAt,
            t.Id,
        });
        table.HasIndex(t => new
        {
            t.TenantId,
            t.IsOpen,
            t.LastMessageAt,
            t.Id,
        });
        table
            .HasIndex(
                t => new
                {
                    t.TenantId,
                    t.LastMessageAt,
                    t.Id,
                },
                "IX_Tickets_Waiting"
            )
            .HasFilter("\"IsOpen\" AND \"AwaitsStaff\"");
        // Live chats are few among many tickets.
        table.HasIndex(t => new
        {
            t.TenantId,
            t.InChat,
            t.AssigneeId,
        });
    }

    public void Configure(EntityTypeBuilder<TicketRead> table)
    {
        table.ToTable("TicketReads");
        table.HasKey(r => new { r.UserId, r.TicketId });
    }

    public void Configure(EntityTypeBuilder<Feedback> table)
    {
        table.ToTable("Feedback");
        table.Property(f => f.Comment).HasMaxLength(2000);
        table.HasIndex(f => f.TicketId).IsUnique();
        table.HasIndex(f => f.CustomerId);
        table.HasIndex(f => new { f.TenantId, f.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<ErasedNumber> table)
    {
        table.ToTable("ErasedNumbers");
        table.HasKey(e => e.TenantId);
    }

    public void Configure(EntityTypeBuilder<TicketCount> table)
    {
        table.ToTable("TicketCounts");
        table.HasKey(c => new
        {
            c.TenantId,
            c.AssigneeId,
            c.Status,
            c.Shard,
        });
        table.Property(c => c.Status).HasConversion<string>().HasMaxLength(12);
    }

    public void Configure(EntityTypeBuilder<TicketTag> table)
    {
        table.ToTable("TicketTags");
        table.HasKey(g => new { g.TicketId, g.Tag });
        table.Property(g => g.Tag).HasMaxLength(30);
        table.HasIndex(g => new
        {
            g.TenantId,
            g.Tag,
            g.LastMessageAt,
            g.TicketId,
        });
    }
}

using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Desk;

internal sealed class DeskTables
    : IEntityTypeConfiguration<Message>,
        IEntityTypeConfiguration<Mention>,
        IEntityTypeConfiguration<Draft>,
        IEntityTypeConfiguration<CannedReply>,
        IEntityTypeConfiguration<Attachment>,
        IEntityTypeConfiguration<CallRequest>,
        IEntityTypeConfiguration<CallSetting>,
        IEntityTypeConfiguration<SlaSetting>,
        IEntityTypeConfiguration<SubjectCard>,
        IEntityTypeConfiguration<Chat>,
        IEntityTypeConfiguration<ChatSetting>
{
    public void Configure(EntityTypeBuilder<Chat> table)
    {
        table.ToTable("Chats");
        table.Property(c => c.Category).HasMaxLength(20);
        table.Property(c => c.End).HasConversion<string>().HasMaxLength(8);
        table.HasIndex(c => new
        {
            c.TenantId,
            c.EndedAt,
            c.StartedAt,
        });
        table.HasIndex(c => new { c.TenantId, c.StartedAt });
        table.HasIndex(c => new { c.TenantId, c.LastAnswerAt });
    }

    public void Configure(EntityTypeBuilder<ChatSetting> table)
    {
        table.ToTable("ChatSettings");
        table.HasKey(c => c.TenantId);
    }

    public void Configure(EntityTypeBuilder<Message> table)
    {
        table.ToTable("Messages");
        table.Property(m => m.AuthorName).HasMaxLength(200);
        table.Property(m => m.Kind).HasConversion<string>().HasMaxLength(8);
        table.Property(m => m.Direction).HasConversion<string>().HasMaxLength(8);
        table.Property(m => m.ClientKey).HasMaxLength(64);
        table.HasIndex(m => new
        {
            m.TicketId,
            m.CreatedAt,
            m.Id,
        });
        table.HasIndex(m => new { m.TicketId, m.ClientKey }).IsUnique().HasFilter("\"ClientKey\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Mention> table)
    {
        table.ToTable("Mentions");
        table.HasIndex(m => new { m.UserId, m.TicketId });
    }

    public void Configure(EntityTypeBuilder<Draft> table)
    {
        table.ToTable("Drafts");
        table.HasKey(d => new { d.UserId, d.Key });
        table.Property(d => d.Key).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<CannedReply> table)
    {
        table.ToTable("CannedReplies");
        table.Property(c => c.Title).HasMaxLength(100);
        table.Property(c => c.Language).HasMaxLength(8);
        table.HasIndex(c => new { c.TenantId, c.Title });
    }

    public void Configure(EntityTypeBuilder<Attachment> table)
    {
        table.ToTable("Attachments");
        table.Property(a => a.OriginalName).HasMaxLength(255);
        table.Property(a => a.Name).HasMaxLength(255);
        table.Property(a => a.ContentType).HasMaxLength(100);
        table.Property(a => a.Key).HasMaxLength(64);
        table.HasIndex(a => a.TicketId);
        table.HasIndex(a => new { a.CustomerId, a.CreatedAt }).HasFilter("\"CustomerId\" IS NOT NULL");
        table.HasIndex(a => new { a.TenantId, a.Size });
        table.HasIndex(a => a.CreatedAt).HasFilter("\"TicketId\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<SubjectCard> table)
    {
        table.ToTable("SubjectCards");
        table.Property(c => c.Kind).HasMaxLength(20);
        table.Property(c => c.Title).HasMaxLength(200);
        table.Property(c => c.Link).HasMaxLength(300);
        table.HasIndex(c => c.CustomerId);
        table.HasIndex(c => c.TicketId).HasFilter("\"TicketId\" IS NOT NULL");
        table.HasIndex(c => c.FrozenAt).HasFilter("\"TicketId\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<CallRequest> table)
    {
        table.ToTable("CallRequests");
        table.Property(c => c.Status).HasConversion<string>().HasMaxLength(12);
        table.Property(c => c.Phone).HasMaxLength(30);
        table.Property(c => c.Note).HasMaxLength(2000);
        table.Property(c => c.Reason).HasMaxLength(500);
        table.Property(c => c.Outcome).HasMaxLength(2000);
        table.Property(c => c.TimeZone).HasMaxLength(64);
        table.PrimitiveCollection(c => c.Wishes);
        // Those that were asked for before calls had a length of their own.
        table.Property(c => c.Minutes).HasDefaultValue(CallSettings.Usual.Minutes);
        table.HasIndex(c => new { c.CustomerId, c.CreatedAt });
        table
            .HasIndex(c => new
            {
                c.TenantId,
                c.ScheduledAt,
                c.Status,
            })
            .HasFilter("\"ScheduledAt\" IS NOT NULL");
        table.HasIndex(c => new
        {
            c.TenantId,
            c.Status,
            c.CreatedAt,
        });
    }

    public void Configure(EntityTypeBuilder<CallSetting> table)
    {
        table.ToTable("CallSettings");
        table.HasKey(c => c.TenantId);
    }

    public void Configure(EntityTypeBuilder<SlaSetting> table)
    {
        table.ToTable("SlaSettings");
        table.HasKey(p => p.TenantId);
    }
}

public static class DeskTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Ticket> Tickets => db.Set<Ticket>();
        internal DbSet<ErasedNumber> ErasedNumbers => db.Set<ErasedNumber>();
        internal DbSet<Chat> Chats => db.Set<Chat>();
        internal DbSet<ChatSetting> ChatSettings => db.Set<ChatSetting>();
        internal DbSet<Message> Messages => db.Set<Message>();
        internal DbSet<Mention> Mentions => db.Set<Mention>();
        internal DbSet<TicketRead> TicketReads => db.Set<TicketRead>();
        internal DbSet<Draft> Drafts => db.Set<Draft>();
        internal DbSet<CannedReply> CannedReplies => db.Set<CannedReply>();
        internal DbSet<Feedback> Feedback => db.Set<Feedback>();
        internal DbSet<Attachment> Attachments => db.Set<Attachment>();
        internal DbSet<SubjectCard> SubjectCards => db.Set<SubjectCard>();
        internal DbSet<CallRequest> CallRequests => db.Set<CallRequest>();
        internal DbSet<CallSetting> CallSettings => db.Set<CallSetting>();
        internal DbSet<SlaSetting> SlaSettings => db.Set<SlaSetting>();
    }
}

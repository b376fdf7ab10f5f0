using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CsDashboard.Notifications;

internal sealed class NotificationTables
    : IEntityTypeConfiguration<Notification>,
        IEntityTypeConfiguration<NoticePreferences>,
        IEntityTypeConfiguration<NoticeChoice>
{
    private static readonly ValueConverter<Channel, string> Named = new(channel => channel.Name, name => Channel.Named(name));

    public void Configure(EntityTypeBuilder<Notification> table)
    {
        table.ToTable("Notifications");
        table.Property(n => n.Channel).HasConversion(Named).HasMaxLength(16);
        table.Property(n => n.Status).HasConversion<string>().HasMaxLength(16);
        // Older rows have none.
        table.Property(n => n.Topic).HasConversion<string>().HasMaxLength(16).HasDefaultValue(NoticeTopic.None);
        table.Property(n => n.Reason).HasConversion<string>().HasMaxLength(16);
        table.Property(n => n.Kind).HasMaxLength(40);
        table.Property(n => n.Title).HasMaxLength(Notification.MaxTitle);
        table.Property(n => n.Link).HasMaxLength(300);
        table.Property(n => n.Language).HasMaxLength(8);
        table.Property(n => n.Address).HasMaxLength(254);
        table.Property(n => n.AddressName).HasMaxLength(200);
        table.Property(n => n.LastError).HasMaxLength(500);
        // How many of a kind went to an address (Ceilings).
        table
            .HasIndex(n => new
            {
                n.Address,
                n.Kind,
                n.CreatedAt,
            })
            .HasDatabaseName("IX_Notifications_Ceilings")
            .HasFilter("\"Channel\" = 'Email' AND \"Topic\" = 'Security'");
        // The inbox, newest first; its unread count; the mails that are due.
        table
            .HasIndex(n => new
            {
                n.UserId,
                n.CreatedAt,
                n.Id,
            })
            .HasDatabaseName("IX_Notifications_Inbox")
            .HasFilter("\"Channel\" = 'InApp'");
        table.HasIndex(n => n.UserId).HasDatabaseName("IX_Notifications_Unread").HasFilter("\"Channel\" = 'InApp' AND \"Status\" = 'Sent'");
        table.HasIndex(n => n.NextAttemptAt).HasDatabaseName("IX_Notifications_Due").HasFilter("\"Status\" = 'Pending'");
        table.HasIndex(n => new { n.TenantId, n.CreatedAt }).HasDatabaseName("IX_Notifications_Failed").HasFilter("\"Status\" = 'Failed'");
        // What left the house, of the whole company.
        table
            .HasIndex(n => new
            {
                n.TenantId,
                n.CreatedAt,
                n.Id,
            })
            .HasDatabaseName("IX_Notifications_Sent")
            .HasFilter("\"Channel\" <> 'InApp'");
        // What was sent to a customer, to staff; what waits for the daily mail, and what one carried.
        table
            .HasIndex(n => new
            {
                n.CustomerId,
                n.CreatedAt,
                n.Id,
            })
            .HasDatabaseName("IX_Notifications_Customer")
            .HasFilter("\"CustomerId\" IS NOT NULL");
        table
            .HasIndex(n => new
            {
                n.UserId,
                n.CreatedAt,
                n.Id,
            })
            .HasDatabaseName("IX_Notifications_Staff")
            .HasFilter("\"CustomerId\" IS NULL");
        table
            .HasIndex(n => new { n.TenantId, n.HeldUntil })
            .HasDatabaseName("IX_Notifications_Gathered")
            .HasFilter("\"Reason\" = 'Digest' AND \"Status\" = 'Pending'");
        table.HasIndex(n => n.DigestId).HasFilter("\"DigestId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<NoticePreferences> table)
    {
        table.ToTable("NoticePreferences");
        table.Ignore(p => p.Set);
        table.HasIndex(p => p.PersonId).IsUnique();
        // Nobody asks for the one without the others.
        table.Navigation(p => p.Choices).AutoInclude();
        table.HasMany(p => p.Choices).WithOne().HasForeignKey(c => c.PreferencesId);
    }

    public void Configure(EntityTypeBuilder<NoticeChoice> table)
    {
        table.ToTable("NoticeChoices");
        table.HasKey(c => new { c.PreferencesId, c.Channel });
        table.Property(c => c.Channel).HasConversion(Named).HasMaxLength(16);
    }
}

public static class NotificationTableExtensions
{
    extension(AppDb db)
    {
        public DbSet<Notification> Notifications => db.Set<Notification>();
        internal DbSet<NoticePreferences> NoticePreferences => db.Set<NoticePreferences>();
    }
}

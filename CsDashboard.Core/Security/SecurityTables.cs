using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Security;

/// <summary>
/// What happens to an account (contract: membership, Security). A withdrawal means points that were redeemed.
/// </summary>
public enum SecurityEventType
{
    Login,
    Logout,
    PasswordChange,
    ProfileUpdate,
    Payment,
    Withdrawal,
    DeviceAdded,
    DeviceRemoved,
}

/// <summary>contract: membership, Security.</summary>
public enum AlertType
{
    UnusualLogin,
    MultipleFailedAttempts,
    LocationChange,
    NewDevice,
    SuspiciousTransaction,
    AccountAccess,
    DataAccess,
}

public enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>Of an alert and of a report alike; an open report is called pending (contract: membership, Security).</summary>
public enum CaseState
{
    Open,
    Investigating,
    Resolved,
}

/// <summary>Something that happened to an account, as its owner reads it. Made from what was recorded; never changed.</summary>
public sealed class SecurityEvent : ITenantOwned
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>None for what happened to a customer who has no account.</summary>
    public Guid? UserId { get; init; }
    public Guid? CustomerId { get; set; }
    public DateTimeOffset At { get; init; }
    public SecurityEventType Type { get; init; }
    public bool Succeeded { get; init; } = true;

    /// <summary>A detail beyond the type: a key of Words; null for none.</summary>
    public string? Detail { get; init; }

    /// <summary>The value of the detail, such as the name of a passkey.</summary>
    public string? Value { get; init; }
    public string? Address { get; init; }
    public string? Device { get; init; }
}

/// <summary>What an alert and a report have in common: somebody of staff works them.</summary>
public interface ISecurityCase
{
    Guid Id { get; }
    CaseState State { get; set; }
    DateTimeOffset At { get; }

    /// <summary>Whose account it is about; none for a customer without one.</summary>
    Guid? UserId { get; }
    DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>Who works it.</summary>
    Guid? AgentId { get; set; }
}

/// <summary>Something that looks wrong, found by the rules of <see cref="SecurityWatch"/> and of the rooms that raise alerts.</summary>
public sealed class SecurityAlert : ITenantOwned, ISecurityCase
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>None for a customer who has no account.</summary>
    public Guid? UserId { get; init; }
    public Guid? CustomerId { get; set; }
    public DateTimeOffset At { get; init; }
    public AlertType Type { get; init; }
    public Severity Severity { get; init; }
    public CaseState State { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public Guid? AgentId { get; set; }

    /// <summary>The neighbourhood of the address.</summary>
    public string? Block { get; init; }
    public string? Device { get; init; }

    /// <summary>What happened, where the type alone doesn't say it: a key of Words, with its value.</summary>
    public string? Detail { get; init; }
    public string? Value { get; init; }
}

/// <summary>Something suspicious that a customer reported.</summary>
public sealed class SuspiciousReport : ITenantOwned, ISecurityCase
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid? UserId { get; init; }
    public Guid? CustomerId { get; set; }
    public DateTimeOffset At { get; init; }
    public required string ActivityType { get; init; }
    public required string Description { get; init; }
    public string? Evidence { get; init; }
    public CaseState State { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public Guid? AgentId { get; set; }
}

/// <summary>What staff wrote of an alert or a report; for staff alone.</summary>
public sealed class CaseNote : ITenantOwned
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CaseId { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Author { get; init; }
    public required string Text { get; init; }
}

internal sealed class SecurityTables
    : IEntityTypeConfiguration<SecurityEvent>,
        IEntityTypeConfiguration<SecurityAlert>,
        IEntityTypeConfiguration<SuspiciousReport>,
        IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<SecurityEvent> table)
    {
        table.ToTable("SecurityEvents");
        table.Property(e => e.Type).HasConversion<string>().HasMaxLength(20);
        table.Property(e => e.Detail).HasMaxLength(60);
        table.Property(e => e.Value).HasMaxLength(100);
        table.Property(e => e.Address).HasMaxLength(64);
        table.Property(e => e.Device).HasMaxLength(60);
        table.HasIndex(e => new { e.UserId, e.At });
        table.HasIndex(e => new { e.CustomerId, e.At });
        table.HasIndex(e => new { e.TenantId, e.At });
    }

    public void Configure(EntityTypeBuilder<SecurityAlert> table)
    {
        table.ToTable("SecurityAlerts");
        table.Property(a => a.Type).HasConversion<string>().HasMaxLength(30);
        table.Property(a => a.Severity).HasConversion<string>().HasMaxLength(10);
        table.Property(a => a.State).HasConversion<string>().HasMaxLength(16);
        table.Property(a => a.Block).HasMaxLength(64);
        table.Property(a => a.Device).HasMaxLength(60);
        table.Property(a => a.Detail).HasMaxLength(60);
        table.Property(a => a.Value).HasMaxLength(100);
        table.HasIndex(a => new { a.UserId, a.At });
        table.HasIndex(a => new { a.CustomerId, a.At });
        table.HasIndex(a => new
        {
            a.TenantId,
            a.State,
            a.At,
        });
    }

    public void Configure(EntityTypeBuilder<SuspiciousReport> table)
    {
        table.ToTable("SuspiciousReports");
        table.Property(r => r.ActivityType).HasMaxLength(SuspicionInput.MaxType);
        table.Property(r => r.Description).HasMaxLength(SuspicionInput.MaxText);
        table.Property(r => r.Evidence).HasMaxLength(SuspicionInput.MaxText);
        table.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
        table.HasIndex(r => new { r.CustomerId, r.At });
        table.HasIndex(r => new { r.UserId, r.At });
        table.HasIndex(r => new
        {
            r.TenantId,
            r.State,
            r.At,
        });
    }

    public void Configure(EntityTypeBuilder<CaseNote> table)
    {
        table.ToTable("CaseNotes");
        table.Property(n => n.Author).HasMaxLength(100);
        table.Property(n => n.Text).HasMaxLength(CaseStep.MaxNote);
        table.HasIndex(n => new { n.CaseId, n.At });
    }
}

public static class SecurityTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<SecurityEvent> SecurityEvents => db.Set<SecurityEvent>();
        internal DbSet<SecurityAlert> SecurityAlerts => db.Set<SecurityAlert>();
        internal DbSet<SuspiciousReport> SuspiciousReports => db.Set<SuspiciousReport>();
        internal DbSet<CaseNote> CaseNotes => db.Set<CaseNote>();
    }
}

/// <summary>The history of accounts, with addresses and devices. Alerts and reports stay: they are the company's work.</summary>
internal sealed class SecurityRetention(Store store) : IRetain
{
    public string Kind => "security_events";

    public Task<int> RemoveSome(Actor company, DateTimeOffset before) =>
        store.Write(
            company,
            async db =>
            {
                var ids = await db.SecurityEvents.Where(e => e.At < before).OrderBy(e => e.At).Take(500).Select(e => e.Id).ToListAsync();
                return ids.Count == 0 ? 0 : await db.SecurityEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync();
            }
        );
}

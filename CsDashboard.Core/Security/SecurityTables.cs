using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Security;

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

    /// <summary>There was nothing in it.</summary>
    Dismissed,
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

    /// <summary>The payment it is about: its number, its amount and how risky it was.</summary>
    public string? TransactionId { get; init; }
    public decimal? Amount { get; init; }
    public string? Currency { get; init; }
    public decimal? Score { get; init; }

    /// <summary>What spoke against it, a line each, as the rules call it.</summary>
    public string? Factors { get; init; }
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
    : IEntityTypeConfiguration<SecurityAlert>,
        IEntityTypeConfiguration<SuspiciousReport>,
        IEntityTypeConfiguration<CaseNote>
{
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
        table.Property(a => a.TransactionId).HasMaxLength(100);
        table.Property(a => a.Amount).IsMoney();
        table.Property(a => a.Score).IsMoney();
        table.Property(a => a.Currency).HasMaxLength(3);
        table.Property(a => a.Factors).HasMaxLength(1_000);
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

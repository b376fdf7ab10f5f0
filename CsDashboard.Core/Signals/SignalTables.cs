using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Signals;

internal sealed class SignalTables
    : IEntityTypeConfiguration<Signal>,
        IEntityTypeConfiguration<SignalLink>,
        IEntityTypeConfiguration<SignalCandles>,
        IEntityTypeConfiguration<SignalDraft>,
        IEntityTypeConfiguration<SignalSetting>,
        IEntityTypeConfiguration<SignalRelease>,
        IEntityTypeConfiguration<SignalPost>,
        IEntityTypeConfiguration<AlertToken>,
        IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Signal> table)
    {
        table.ToTable("Signals");
        table.Property(s => s.Type).HasConversion<string>().HasMaxLength(8);
        table.Property(s => s.Pair).HasMaxLength(25);
        table.Property(s => s.Direction).HasConversion<string>().HasMaxLength(4);
        table.Property(s => s.State).HasConversion<string>().HasMaxLength(10);
        table.Property(s => s.Source).HasConversion<string>().HasMaxLength(8);
        table.Property(s => s.LastKind).HasConversion<string>().HasMaxLength(16);
        foreach (var price in new[] { nameof(Signal.Entry), nameof(Signal.Stop), nameof(Signal.FirstStop) })
            table.Property(price).HasPrecision(24, 10);
        table.Property(s => s.Result).HasPrecision(28, 4);
        table.Property(s => s.TargetText).HasMaxLength(100);
        table.Property(s => s.IndicatorText).HasMaxLength(2_000);
        table.Property(s => s.Note).HasMaxLength(NewSignal.MaxNote);
        table.Property(s => s.LastNote).HasMaxLength(SignalStep.MaxNote);
        table.Property(s => s.ScoreText).HasMaxLength(300);
        table.Property(s => s.CandleHash).HasMaxLength(64);
        table.Property(s => s.ClientKey).HasMaxLength(64);
        table.Ignore(s => s.Targets);
        table.Ignore(s => s.Indicators);
        table.HasIndex(s => new { s.TenantId, s.Number }).IsUnique();
        table.HasIndex(s => new
        {
            s.TenantId,
            s.PublishedAt,
            s.Id,
        });
        table.HasIndex(s => new
        {
            s.TenantId,
            s.Pair,
            s.PublishedAt,
        });
        // The list of the track record.
        table
            .HasIndex(s => new
            {
                s.TenantId,
                s.OverAt,
                s.Id,
            })
            .HasFilter("\"OverAt\" IS NOT NULL");
        table.HasIndex(s => new { s.PublishedBy, s.ClientKey }).IsUnique().HasFilter("\"ClientKey\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<SignalLink> table)
    {
        table.ToTable(SignalTriggers.Table);
        table.HasKey(l => new { l.TenantId, l.Position });
        table.Property(l => l.Previous).HasMaxLength(64);
        table.Property(l => l.Hash).HasMaxLength(64);
        table.Property(l => l.Kind).HasConversion<string>().HasMaxLength(16);
        table.HasIndex(l => new { l.SignalId, l.Position });
        table.HasIndex(l => new
        {
            l.TenantId,
            l.Kind,
            l.At,
        });
    }

    public void Configure(EntityTypeBuilder<SignalCandles> table)
    {
        table.ToTable("SignalCandles");
        table.HasKey(c => c.SignalId);
    }

    public void Configure(EntityTypeBuilder<SignalDraft> table)
    {
        table.ToTable("SignalDrafts");
        table.Property(d => d.Source).HasConversion<string>().HasMaxLength(8);
        table.Property(d => d.Type).HasMaxLength(8);
        table.Property(d => d.Pair).HasMaxLength(25);
        table.Property(d => d.Direction).HasMaxLength(4);
        foreach (var price in new[] { nameof(SignalDraft.Entry), nameof(SignalDraft.Stop), nameof(SignalDraft.Target) })
            table.Property(price).HasPrecision(24, 10);
        table.Property(d => d.MoreTargetText).HasMaxLength(100);
        table.Property(d => d.Note).HasMaxLength(NewSignal.MaxNote);
        table.Property(d => d.Original).HasMaxLength(SignalDraft.MaxOriginal);
        table.Property(d => d.ClientKey).HasMaxLength(64);
        table.HasIndex(d => new { d.TenantId, d.ClientKey }).IsUnique().HasFilter("\"ClientKey\" IS NOT NULL");
        table.HasIndex(d => new { d.TenantId, d.CreatedAt }).HasFilter("\"SignalId\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<SignalSetting> table)
    {
        table.ToTable("SignalSettings");
        table.HasKey(s => s.TenantId);
        table.Property(s => s.DelayText).HasMaxLength(300);
    }

    public void Configure(EntityTypeBuilder<SignalRelease> table)
    {
        table.ToTable("SignalReleases");
        table.HasKey(r => new { r.SignalId, r.Tier });
        table.Property(r => r.Tier).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<SignalPost> table)
    {
        table.ToTable("SignalPosts");
        table.Property(p => p.Tier).HasMaxLength(20);
        table.HasIndex(p => p.Id).HasDatabaseName("IX_SignalPosts_Waiting").HasFilter("\"DoneAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<AlertToken> table)
    {
        table.ToTable("AlertTokens");
        table.Property(t => t.Name).HasMaxLength(AlertToken.MaxName);
        table.Property(t => t.Hash).HasMaxLength(64);
        table.Property(t => t.Beginning).HasMaxLength(8);
        table.HasIndex(t => t.Hash).IsUnique();
        table.HasIndex(t => new { t.TenantId, t.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<Alert> table)
    {
        table.ToTable("Alerts");
        table.Property(a => a.Key).HasMaxLength(64);
        table.Property(a => a.ContentType).HasMaxLength(100);
        table.HasIndex(a => new
        {
            a.TokenId,
            a.Key,
            a.ReceivedAt,
        });
        table.HasIndex(a => new { a.TokenId, a.ReceivedAt });
    }
}

/// <summary>The database itself keeps the chain.</summary>
internal sealed class SignalTriggers : IPrepareStorage
{
    internal const string Table = "SignalLinks";

    public Task Prepare(AppDb db, CancellationToken cancellation) => HashChain.Protect(db, Table, cancellation);
}

public static class SignalTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Signal> Signals => db.Set<Signal>();
        internal DbSet<SignalLink> SignalLinks => db.Set<SignalLink>();
        internal DbSet<SignalCandles> SignalCandles => db.Set<SignalCandles>();
        internal DbSet<SignalDraft> SignalDrafts => db.Set<SignalDraft>();
        internal DbSet<SignalSetting> SignalSettings => db.Set<SignalSetting>();
        internal DbSet<SignalRelease> SignalReleases => db.Set<SignalRelease>();
        internal DbSet<SignalPost> SignalPosts => db.Set<SignalPost>();
        internal DbSet<AlertToken> AlertTokens => db.Set<AlertToken>();
        internal DbSet<Alert> Alerts => db.Set<Alert>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Accounts;

internal sealed class AccountTables
    : IEntityTypeConfiguration<Tenant>,
        IEntityTypeConfiguration<User>,
        IEntityTypeConfiguration<Session>,
        IEntityTypeConfiguration<SignInAttempt>,
        IEntityTypeConfiguration<Lockout>,
        IEntityTypeConfiguration<OneTimeCode>,
        IEntityTypeConfiguration<SecondFactor>,
        IEntityTypeConfiguration<RecoveryCode>,
        IEntityTypeConfiguration<KnownDevice>,
        IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Tenant> table)
    {
        table.ToTable("Tenants");
        table.Property(t => t.Name).HasMaxLength(100);
        table.Property(t => t.Slug).HasMaxLength(50);
        table.Property(t => t.TimeZone).HasMaxLength(64);
        table.Property(t => t.Country).HasMaxLength(2);
        table.Property(t => t.Currency).HasMaxLength(3).HasDefaultValue(Currency.Usual.Code);
        table.Property(t => t.SecondFactorFor).HasMaxLength(60).HasDefaultValue("");
        table.HasIndex(t => t.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<User> table)
    {
        table.ToTable("Users");
        table.Property(u => u.Name).HasMaxLength(100);
        table.Property(u => u.FoldedName).HasDefaultValue("");
        table.Property(u => u.LastActiveAt).HasDefaultValue(User.Never);
        table.Property(u => u.Role).HasConversion<string>().HasMaxLength(16);
        table.Property(u => u.Email).HasMaxLength(254);
        table.Property(u => u.NormalizedEmail).HasMaxLength(254);
        table.Property(u => u.UserName).HasMaxLength(254);
        table.Property(u => u.NormalizedUserName).HasMaxLength(254);
        table.Property(u => u.Language).HasMaxLength(8);
        table.Property(u => u.TimeZone).HasMaxLength(64);
        table.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
        table.HasIndex(u => u.NormalizedEmail).IsUnique();
        table.HasIndex(u => new
        {
            u.TenantId,
            u.Role,
            u.FoldedName,
            u.Id,
        });
        table.HasIndex(u => new
        {
            u.TenantId,
            u.Role,
            u.NormalizedEmail,
            u.Id,
        });
        table.HasIndex(u => new
        {
            u.TenantId,
            u.Role,
            u.LastActiveAt,
            u.Id,
        });
        table.HasIndex(u => new
        {
            u.TenantId,
            u.Role,
            u.CreatedAt,
            u.Id,
        });
        table.HasIndex(u => u.CustomerId);
    }

    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.ToTable("Sessions");
        table.Property(s => s.TokenHash).HasMaxLength(64);
        table.Property(s => s.RefreshHash).HasMaxLength(64);
        table.Property(s => s.FamilyHash).HasMaxLength(64);
        table.Property(s => s.Address).HasMaxLength(64);
        table.Property(s => s.Block).HasMaxLength(64);
        table.Property(s => s.Browser).HasMaxLength(300);
        table.HasIndex(s => s.TokenHash).IsUnique();
        table.HasIndex(s => s.RefreshHash).IsUnique();
        table.HasIndex(s => s.FamilyHash).IsUnique();
        table.HasIndex(s => new { s.UserId, s.EndedAt });
    }

    public void Configure(EntityTypeBuilder<SignInAttempt> table)
    {
        table.ToTable("SignInAttempts");
        table.Property(a => a.Email).HasMaxLength(254);
        table.Property(a => a.Address).HasMaxLength(64);
        table.Property(a => a.Door).HasMaxLength(64).HasDefaultValue("");
        table.HasIndex(a => new { a.Email, a.At });
        table.HasIndex(a => new { a.Address, a.At });
    }

    public void Configure(EntityTypeBuilder<Lockout> table)
    {
        table.ToTable("Lockouts");
        table.Property(l => l.Email).HasMaxLength(254);
        table.Property(l => l.Address).HasMaxLength(64);
        table.HasIndex(l => new
        {
            l.Email,
            l.Address,
            l.Until,
        });
    }

    public void Configure(EntityTypeBuilder<OneTimeCode> table)
    {
        table.ToTable("OneTimeCodes");
        table.Property(c => c.Purpose).HasConversion<string>().HasMaxLength(20);
        table.Property(c => c.Hash).HasMaxLength(64);
        table.HasIndex(c => c.Hash).IsUnique();
        table.HasIndex(c => c.UserId);
    }

    public void Configure(EntityTypeBuilder<SecondFactor> table)
    {
        table.ToTable("SecondFactors");
        table.HasKey(f => f.UserId);
        table.Property(f => f.Key).HasMaxLength(500);
        table.Ignore(f => f.IsOn);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> table)
    {
        table.ToTable("RecoveryCodes");
        table.Property(c => c.Hash).HasMaxLength(64);
        table.HasIndex(c => new { c.UserId, c.Hash });
    }

    public void Configure(EntityTypeBuilder<KnownDevice> table)
    {
        table.ToTable("KnownDevices");
        table.Property(d => d.Hash).HasMaxLength(64);
        table.Property(d => d.Name).HasMaxLength(60);
        table.HasIndex(d => new { d.UserId, d.Hash }).IsUnique();
        table.HasIndex(d => d.LastSeenAt);
    }

    public void Configure(EntityTypeBuilder<Passkey> table)
    {
        table.ToTable("Passkeys");
        table.Property(p => p.Name).HasMaxLength(60);
        table.Property(p => p.CredentialId).HasMaxLength(1024);
        table.Property(p => p.Transports).HasMaxLength(100);
        table.HasIndex(p => p.CredentialId).IsUnique();
        table.HasIndex(p => p.UserId);
    }
}

public static class AccountTableExtensions
{
    extension(AppDb db)
    {
        public DbSet<Tenant> Tenants => db.Set<Tenant>();

        /// <summary>The users of the actor's own company.</summary>
        public IQueryable<User> Users
        {
            get
            {
                var tenant = db.Actor.TenantId;
                return db.Set<User>().Where(u => u.TenantId == tenant);
            }
        }

        /// <summary>The users of every company: for signing in, which happens before the company is known.</summary>
        internal DbSet<User> UsersEverywhere => db.Set<User>();
        internal DbSet<Session> Sessions => db.Set<Session>();
        internal DbSet<SignInAttempt> SignInAttempts => db.Set<SignInAttempt>();
        internal DbSet<Lockout> Lockouts => db.Set<Lockout>();
        internal DbSet<OneTimeCode> OneTimeCodes => db.Set<OneTimeCode>();
        internal DbSet<SecondFactor> SecondFactors => db.Set<SecondFactor>();
        internal DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();
        internal DbSet<KnownDevice> KnownDevices => db.Set<KnownDevice>();
        internal DbSet<Passkey> Passkeys => db.Set<Passkey>();
    }
}

using System.Security.Cryptography;
using System.Text;
using CsDashboard.Accounts;
using CsDashboard.Customers.Importing;
using CsDashboard.Customers.Merging;
using CsDashboard.Customers.Privacy;
using CsDashboard.Customers.Trading;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Customers;

/// <summary>
/// Kept for ever about a deleted customer (contract: enhanced, No-delete policy): that the address existed, who deleted it and when.
/// </summary>
public sealed class RemovedCustomer : ITenantOwned
{
    public Guid CustomerId { get; init; }
    public Guid TenantId { get; set; }

    /// <summary>SHA-256 of the normalised address, lower-case hex.</summary>
    public required string EmailHash { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";

    /// <summary>Writes it down inside a write, once for each customer.</summary>
    internal static async Task Keep(AppDb db, Customer customer)
    {
        if (await db.RemovedCustomers.AnyAsync(r => r.CustomerId == customer.Id))
            return;
        db.RemovedCustomers.Add(
            new RemovedCustomer
            {
                CustomerId = customer.Id,
                EmailHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(customer.NormalizedEmail))),
                At = db.Actor.Now,
                By = db.Actor.Name,
            }
        );
    }
}

internal sealed class CustomerTables
    : IEntityTypeConfiguration<Customer>,
        IEntityTypeConfiguration<Questionnaire>,
        IEntityTypeConfiguration<RiskPlan>,
        IEntityTypeConfiguration<CustomerNote>,
        IEntityTypeConfiguration<RemovedCustomer>,
        IEntityTypeConfiguration<CustomerImport>,
        IEntityTypeConfiguration<SavedView>,
        IEntityTypeConfiguration<ListColumns>,
        IEntityTypeConfiguration<CustomerMerge>,
        IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Customer> table)
    {
        table.ToTable("Customers");
        foreach (var field in CustomerFields.All)
            field.Configure(table);
        table.Property(c => c.Status).HasConversion<string>().HasMaxLength(12);
        table.Property(c => c.Type).HasConversion<string>().HasMaxLength(12).HasDefaultValue(CustomerType.Regular);
        table.Property(c => c.MembershipTier).HasDefaultValue(Tiers.Standard);
        table.Property(c => c.Segment).HasDefaultValue(SegmentNames.Occasional);
        table.Property(c => c.SegmentSetBy).HasMaxLength(200);
        table.Property(c => c.AccountSize).IsMoney();
        table.Property(c => c.TotalOrderValue).IsMoney();
        table.Ignore(c => c.Tags).Ignore(c => c.Figures).Ignore(c => c.Facts).Ignore(c => c.State).Ignore(c => c.Sourced);
        // Likely duplicates: equal keys stand together, and the index alone is read to find them.
        table
            .HasIndex(c => new
            {
                c.TenantId,
                c.MailKey,
                c.Id,
            })
            .HasFilter("\"MergedInto\" IS NULL");
        table
            .HasIndex(c => new
            {
                c.TenantId,
                c.PhoneKey,
                c.Id,
            })
            .HasFilter("\"PhoneKey\" IS NOT NULL AND \"MergedInto\" IS NULL");
        table
            .HasIndex(c => new
            {
                c.TenantId,
                c.NameKey,
                c.Id,
            })
            .HasFilter("\"NameKey\" IS NOT NULL AND \"MergedInto\" IS NULL");
        table.HasIndex(c => c.MergedInto).HasFilter("\"MergedInto\" IS NOT NULL");
        table.HasIndex(c => new { c.TenantId, c.MembershipTier });
        table.HasIndex(c => new { c.TenantId, c.NormalizedEmail }).IsUnique();
        table.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
        table.HasIndex(c => c.PublicId).IsUnique();
        table.HasIndex(c => new { c.TenantId, c.UniqueId }).IsUnique();
        table.HasIndex(c => new { c.TenantId, c.OutsideId }).IsUnique().HasFilter("\"OutsideId\" IS NOT NULL");
        // One index for each order and list; the id makes every order total, for paging by key.
        table.HasIndex(c => new
        {
            c.TenantId,
            c.CreatedAt,
            c.Id,
        });
        table.HasIndex(c => new
        {
            c.TenantId,
            c.Status,
            c.CreatedAt,
            c.Id,
        });
        table.HasIndex(c => new
        {
            c.TenantId,
            c.Type,
            c.CreatedAt,
            c.Id,
        });
        table.HasIndex(c => new
        {
            c.TenantId,
            c.MembershipTier,
            c.CreatedAt,
            c.Id,
        });
        table.HasIndex(c => new
        {
            c.TenantId,
            c.Segment,
            c.CreatedAt,
            c.Id,
        });
        table.HasIndex(c => new
        {
            c.TenantId,
            c.LastOrderAt,
            c.Id,
        });
        table.HasIndex(c => new
        {
            c.TenantId,
            c.TotalOrderValue,
            c.Id,
        });
        table
            .HasIndex(c => new
            {
                c.TenantId,
                c.ImportId,
                c.Number,
            })
            .HasFilter("\"ImportId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Questionnaire> table)
    {
        table.ToTable("Questionnaires");
        table.Property(q => q.Experience).HasConversion<string>().HasMaxLength(12);
        table.Property(q => q.Tolerance).HasConversion<string>().HasMaxLength(12);
        table.Property(q => q.PairText).HasMaxLength(700);
        table.Property(q => q.By).HasMaxLength(200);
        table.Ignore(q => q.Pairs).Ignore(q => q.Answers).Ignore(q => q.Facts).Ignore(q => q.Assessment);
        table.HasIndex(q => new { q.CustomerId, q.Version }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RiskPlan> table)
    {
        table.ToTable("RiskPlans");
        table.HasKey(p => p.CustomerId);
    }

    public void Configure(EntityTypeBuilder<CustomerNote> table)
    {
        table.ToTable("CustomerNotes");
        table.Property(n => n.Text).HasMaxLength(CustomerNote.MaxLength);
        table.Property(n => n.Author).HasMaxLength(200);
        table.HasIndex(n => new
        {
            n.CustomerId,
            n.At,
            n.Id,
        });
    }

    public void Configure(EntityTypeBuilder<CustomerMerge> table)
    {
        table.ToTable("CustomerMerges");
        table.Property(m => m.By).HasMaxLength(200);
        table.Property(m => m.UndoneBy).HasMaxLength(200);
        table.Ignore(m => m.Moved).Ignore(m => m.Memory);
        table.HasIndex(m => new { m.WinnerId, m.At });
        table.HasIndex(m => m.LoserId);
    }

    public void Configure(EntityTypeBuilder<Erasure> table)
    {
        table.ToTable("Erasures");
        table.Property(e => e.By).HasMaxLength(200);
        table.Property(e => e.FateText).HasMaxLength(2_000);
        table.Ignore(e => e.Fates);
        table.HasIndex(e => e.CustomerId);
        table.HasIndex(e => e.TenantId).HasFilter("\"FinishedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<RemovedCustomer> table)
    {
        table.ToTable("RemovedCustomers");
        table.HasKey(r => r.CustomerId);
        table.Property(r => r.EmailHash).HasMaxLength(64);
        table.Property(r => r.By).HasMaxLength(200);
        table.HasIndex(r => new { r.TenantId, r.EmailHash });
    }

    public void Configure(EntityTypeBuilder<CustomerImport> table) => ImportRunTable.Of(table, "CustomerImports");

    public void Configure(EntityTypeBuilder<SavedView> table)
    {
        table.ToTable("CustomerSavedViews");
        table.Property(v => v.Name).HasMaxLength(SavedView.MaxName);
        table.Property(v => v.Query).HasMaxLength(SavedView.MaxQuery);
        table.Property(v => v.OwnerName).HasMaxLength(200);
        table.HasIndex(v => new { v.TenantId, v.OwnerId });
    }

    public void Configure(EntityTypeBuilder<ListColumns> table)
    {
        table.ToTable("CustomerListColumns");
        table.HasKey(c => c.UserId);
        table.Property(c => c.UserId).ValueGeneratedNever();
        table.Property(c => c.Text).HasMaxLength(300);
    }
}

public static class CustomerTableExtensions
{
    extension(AppDb db)
    {
        public DbSet<Customer> Customers => db.Set<Customer>();
        internal DbSet<Questionnaire> Questionnaires => db.Set<Questionnaire>();
        internal DbSet<RiskPlan> RiskPlans => db.Set<RiskPlan>();
        internal DbSet<CustomerNote> CustomerNotes => db.Set<CustomerNote>();
        internal DbSet<CustomerMerge> CustomerMerges => db.Set<CustomerMerge>();
        internal DbSet<Erasure> Erasures => db.Set<Erasure>();
        internal DbSet<RemovedCustomer> RemovedCustomers => db.Set<RemovedCustomer>();
        internal DbSet<CustomerImport> CustomerImports => db.Set<CustomerImport>();
        internal DbSet<SavedView> SavedViews => db.Set<SavedView>();
        internal DbSet<ListColumns> ListColumns => db.Set<ListColumns>();
    }
}

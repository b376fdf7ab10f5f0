using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Search;

/// <summary>Who may find a text: staff alone; also the customer it belongs to; everybody.</summary>
public enum Audience { Staff, Customer, Public }

/// <summary>A text to be found. Kind is a lower-case word: message, note, ticket, article, customer.</summary>
public sealed record SearchDoc(string Kind, Guid SubjectId, Audience Audience, DateTimeOffset At, string Title, string Text)
{
    /// <summary>The thing to open, where it isn't the subject itself: the ticket of a message.</summary>
    public Guid? ParentId { get; init; }
    public Guid? CustomerId { get; init; }
    /// <summary>Two letters, for texts that exist once per language.</summary>
    public string? Language { get; init; }
    /// <summary>Names and the like: their first letter is never "and" or "with".</summary>
    public bool IsNames { get; init; }
}

/// <summary>
/// What is looked for, and within what. For <see cref="Search.Audience.Staff"/> everything of the company, with a customer
/// everything about that customer; for <see cref="Search.Audience.Customer"/> what the named customer may see; for
/// <see cref="Search.Audience.Public"/> what everybody may see.
/// </summary>
public sealed record SearchQuery(string Text, Audience Audience)
{
    /// <summary>None stands for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public Guid? CustomerId { get; init; }
    public string? Language { get; init; }
    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 20;
    /// <summary>RowId of the last hit seen; gives the ones before it.</summary>
    public long? Before { get; init; }
    /// <summary>Best first instead of newest first, among the 200 newest: for the few long texts such as articles. Not with <see cref="Before"/>.</summary>
    public bool BestFirst { get; init; }
}

/// <summary>A text that was found. The excerpt is what stands around the first match, as it was written.</summary>
public sealed record SearchHit(long RowId, string Kind, Guid SubjectId, Guid? ParentId, DateTimeOffset At, string Title, string Excerpt);

/// <summary>The row of a text in the index: what a hit shows. Its words are in a full-text index of the engine.</summary>
public sealed class IndexedText : ITenantOwned
{
    /// <summary>Letters of the original that are kept to show an excerpt of.</summary>
    public const int Kept = 2_000;

    public long Id { get; private set; }
    public Guid TenantId { get; set; }
    public required string Kind { get; init; }
    public Guid SubjectId { get; init; }
    public Guid? ParentId { get; set; }
    public Guid? CustomerId { get; set; }
    public Audience Audience { get; set; }
    public DateTimeOffset At { get; set; }
    public string Title { get; set; } = "";
    public string Text { get; set; } = "";
}

internal sealed class SearchTables : IEntityTypeConfiguration<IndexedText>
{
    public void Configure(EntityTypeBuilder<IndexedText> table)
    {
        table.ToTable("SearchDocs");
        table.Property(d => d.Id).ValueGeneratedOnAdd();
        table.Property(d => d.Kind).HasMaxLength(20);
        table.Property(d => d.Title).HasMaxLength(300);
        table.Property(d => d.Text).HasMaxLength(IndexedText.Kept);
        table.HasIndex(d => new { d.TenantId, d.Kind, d.SubjectId }).IsUnique();
    }
}

public static class SearchTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<IndexedText> IndexedTexts => db.Set<IndexedText>();
    }
}

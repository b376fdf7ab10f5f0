using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Search;

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

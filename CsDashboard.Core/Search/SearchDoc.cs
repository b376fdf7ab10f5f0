using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Search;

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

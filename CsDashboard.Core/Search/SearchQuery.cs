using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Search;

/// <summary>
/// What to search for, and where. For <see cref="Search.Audience.Staff"/> everything of the company, with a customer
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

    /// <summary>
    /// Best first instead of newest first, among the 200 newest: for the few long texts such as articles. Not with <see cref="Before"/>.
    /// </summary>
    public bool BestFirst { get; init; }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Search;

/// <summary>
/// The texts of a company that can be found. Filled by the rooms' event handlers, inside their transaction. Two bodies:
/// SQLite FTS5 and PostgreSQL tsvector. Both fold and read queries alike (<see cref="Folding"/>, <see cref="QueryWords"/>).
/// </summary>
public interface ISearchIndex
{
    /// <summary>
    /// Makes a text findable, or replaces what was there for its kind and subject. Letters beyond 20,000 are not indexed. Saves what the
    /// caller has changed so far.
    /// </summary>
    Task Put(AppDb db, SearchDoc doc);

    /// <summary>Makes many texts of one kind findable at once. A text that is findable already stays unchanged.</summary>
    Task PutNew(AppDb db, string kind, IReadOnlyList<SearchDoc> docs);

    /// <summary>Takes a text out. Does nothing when it is not there.</summary>
    Task Remove(AppDb db, string kind, Guid subjectId);

    /// <summary>Takes many texts out at once.</summary>
    Task RemoveAll(AppDb db, string kind, IReadOnlyCollection<Guid> subjectIds);

    /// <summary>Newest first, at most 100. Nothing for fewer than two letters. An audience of Customer must name the customer.</summary>
    Task<IReadOnlyList<SearchHit>> Find(AppDb db, SearchQuery query);

    /// <summary>
    /// The subjects that the newest texts found belong to, each once, the newest first; it looks at no more than that many texts and
    /// reads none of
    /// them. Nothing for fewer than two letters.
    /// </summary>
    Task<IReadOnlyCollection<Guid>> Subjects(AppDb db, SearchQuery query, int atMost);
}

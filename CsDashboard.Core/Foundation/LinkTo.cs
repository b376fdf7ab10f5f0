namespace CsDashboard.Foundation;

/// <summary>
/// What something leads to: a page by the word for its subject, which of those it is about, and a part of the page. Where that lies
/// depends on who reads it (<see cref="ILinks"/>).
/// </summary>
public sealed record LinkTo(string Page, string? Id = null, string? Part = null)
{
    public LinkTo(string page, Guid id, string? part = null)
        : this(page, id.ToString(), part) { }
}

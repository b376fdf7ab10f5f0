namespace CsDashboard.Knowledge;

/// <summary>
/// An article to put into a message: for customers by its name in the help centre, an internal one by its id at the desk.
/// </summary>
public sealed record FoundArticle(Guid Id, string Slug, string Language, string Title, bool IsInternal);

using CsDashboard.Foundation.Events;

namespace CsDashboard.Knowledge;

public sealed record ArticleWritten(
    Guid ArticleId,
    string Slug,
    bool Published,
    IReadOnlyList<ArticleTextState> Texts,
    ArticleState? From = null,
    string? Category = null,
    int? FaqPlace = null
) : IEvent
{
    public Subject About => new("article", ArticleId);
    public (string, object?[]) Sentence => ("Event_ArticleWritten", [Texts[0].Title]);
    public object? Before => From;
    public object? After => new ArticleState(Slug, Published, Texts, Category, FaqPlace);
}

public sealed record ArticleState(
    string Slug,
    bool Published,
    IReadOnlyList<ArticleTextState> Texts,
    string? Category = null,
    int? FaqPlace = null
);

public sealed record ArticleTextState(string Language, string Title, string Body);

public sealed record ArticleSolved(Guid ArticleId, string Slug, string Query) : IEvent
{
    public Subject About => new("article", ArticleId);
    public (string, object?[]) Sentence => ("Event_ArticleSolved", [Slug]);
}

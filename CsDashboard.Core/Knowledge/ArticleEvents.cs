using CsDashboard.Foundation.Events;

namespace CsDashboard.Knowledge;

/// <summary>Each of them is a version of the article: its history is read from them (<see cref="ArticleHistory"/>).</summary>
public sealed record ArticleWritten(
    Guid ArticleId,
    string Slug,
    bool Published,
    IReadOnlyList<ArticleTextState> Texts,
    ArticleState? From = null,
    string? Category = null,
    int? FaqPlace = null,
    ArticleFacts? Facts = null
) : IEvent
{
    public Subject About => new("article", ArticleId);
    public (string, object?[]) Sentence =>
        (
            From is { Published: false } && Published ? "Event_ArticlePublished"
            : Facts?.Stage == ArticleStage.Archived && From?.Facts?.Stage != ArticleStage.Archived ? "Event_ArticleArchived"
            : "Event_ArticleWritten",
            [Texts[0].Title]
        );
    public object? Before => From;
    public object? After => new ArticleState(Slug, Published, Texts, Category, FaqPlace, Facts);
}

public sealed record ArticleState(
    string Slug,
    bool Published,
    IReadOnlyList<ArticleTextState> Texts,
    string? Category = null,
    int? FaqPlace = null,
    ArticleFacts? Facts = null
);

/// <summary>What is said of an article beside its text.</summary>
public sealed record ArticleFacts(
    ArticleStage Stage,
    bool Internal,
    DateTimeOffset? PublishAt,
    DateTimeOffset? ArchiveAt,
    DateOnly? VerifyBy,
    Guid? OwnerId
);

public sealed record ArticleTextState(string Language, string Title, string Body);

public sealed record ArticleSolved(Guid ArticleId, string Slug, string Query) : IEvent
{
    public Subject About => new("article", ArticleId);
    public (string, object?[]) Sentence => ("Event_ArticleSolved", [Slug]);
}

/// <summary>The day has come on which somebody is to check that it is still right.</summary>
public sealed record ArticleFellDue(Guid ArticleId, string Title, Guid? OwnerId, DateOnly On) : IEvent
{
    public Subject About => new("article", ArticleId);
    public (string, object?[]) Sentence => ("Event_ArticleFellDue", [Title]);
}

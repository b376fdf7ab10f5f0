namespace CsDashboard.Knowledge;

/// <summary>
/// An article as its authors see it. Languages are those it is written in; FaqPlace is its place among the frequent questions.
/// </summary>
public sealed record ArticleCard
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Category { get; init; }
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string[] Languages { get; init; }
    public required ArticleStage Stage { get; init; }
    public required bool IsInternal { get; init; }
    public required int? FaqPlace { get; init; }
    public required int Views { get; init; }
    public required int Helpful { get; init; }
    public required int NotHelpful { get; init; }
    public required int Solved { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    public DateTimeOffset? ArchiveAt { get; init; }
    public DateOnly? VerifyBy { get; init; }
    public bool IsDue { get; init; }
    public bool IsPublished => Stage == ArticleStage.Published;
}

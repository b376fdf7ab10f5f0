using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Knowledge;

/// <summary>How states and shelves of articles look and are named in addresses.</summary>
internal static class ArticleLook
{
    public static string Tone(ArticleStage stage) =>
        stage switch
        {
            ArticleStage.Published => "success",
            ArticleStage.Draft => "warning",
            ArticleStage.Archived => "neutral",
        };

    /// <summary>The word of a shelf in addresses; none for all.</summary>
    public static string? WordOf(ArticleShelf shelf) => shelf == ArticleShelf.All ? null : Word.Of(shelf);

    public static ArticleShelf ShelfOf(string? word) => Word.TryRead<ArticleShelf>(word) ?? ArticleShelf.All;

    /// <summary>A day as people read it.</summary>
    public static string Day(DateOnly day) => Show.Date(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
}

using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>Makes published articles findable, each language by itself; internal ones for staff.</summary>
public sealed class ArticleIndex(ISearchIndex index) : IHaveTexts, IHandle<ArticleWritten>
{
    internal const string Kind = "article";

    public async Task Handle(Recorded<ArticleWritten> happening, AppDb db)
    {
        var id = happening.Event.ArticleId;
        var article = await db.Articles.AsNoTracking().Include(a => a.Texts).SingleOrDefaultAsync(a => a.Id == id);
        if (article is null)
            return;
        foreach (var text in article.Texts)
        {
            if (article.IsPublished)
                await index.Put(db, TextOf(article, text));
            else
                await index.Remove(db, Kind, text.Id);
        }
    }

    public IReadOnlyList<string> Kinds => [Kind];

    public async Task<IReadOnlyList<SearchDoc>> Texts(AppDb db, string kind, IReadOnlyList<Guid> subjects)
    {
        var articles = await db
            .Articles.AsNoTracking()
            .Where(a => a.IsPublished && a.Texts.Any(t => subjects.Contains(t.Id)))
            .Include(a => a.Texts)
            .ToListAsync();
        return [.. articles.SelectMany(a => a.Texts.Where(t => subjects.Contains(t.Id)).Select(t => TextOf(a, t)))];
    }

    private static SearchDoc TextOf(Article article, ArticleText text) =>
        new(Kind, text.Id, article.IsInternal ? Audience.Staff : Audience.Public, article.UpdatedAt, text.Title, text.Body)
        {
            ParentId = article.Id,
            Language = text.Language,
        };
}

using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>Makes published articles findable, each language by itself.</summary>
public sealed class ArticleIndex(ISearchIndex index) : IHandle<ArticleWritten>
{
    internal const string Kind = "article";

    public async Task Handle(Recorded<ArticleWritten> happening, AppDb db)
    {
        var id = happening.Event.ArticleId;
        var article = await db.Articles.AsNoTracking().Include(a => a.Texts).SingleOrDefaultAsync(a => a.Id == id);
        if (article is null) return;
        foreach (var text in article.Texts)
        {
            if (article.IsPublished) await index.Put(db, new SearchDoc(Kind, text.Id, Audience.Public, article.UpdatedAt, text.Title, text.Body) { ParentId = id, Language = text.Language });
            else await index.Remove(db, Kind, text.Id);
        }
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

public static class KnowledgeTableExtensions
{
    extension(AppDb db)
    {
        /// <summary>All, drafts and internal ones too: for those who write.</summary>
        internal DbSet<Article> Articles => db.Set<Article>();

        /// <summary>What everybody may read. Whatever is shown outside the desk starts from here.</summary>
        internal IQueryable<Article> PublicArticles => db.Set<Article>().Where(a => a.IsPublished && !a.IsInternal);
        internal DbSet<ArticlePicture> ArticlePictures => db.Set<ArticlePicture>();
        internal DbSet<MissedSearch> MissedSearches => db.Set<MissedSearch>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Knowledge;

public static class KnowledgeTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Article> Articles => db.Set<Article>();
    }
}

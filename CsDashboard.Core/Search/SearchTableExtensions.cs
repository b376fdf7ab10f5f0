using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Search;

public static class SearchTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<IndexedText> IndexedTexts => db.Set<IndexedText>();
    }
}

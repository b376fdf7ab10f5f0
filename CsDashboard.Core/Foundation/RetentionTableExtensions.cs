using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation;

public static class RetentionTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<RetentionRule> RetentionRules => db.Set<RetentionRule>();
    }
}

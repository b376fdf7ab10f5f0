using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Audit;

public static class AuditTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<AuditLink> AuditLinks => db.Set<AuditLink>();
    }
}

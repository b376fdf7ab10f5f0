using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Storage;

public static class KeptFoldingExtensions
{
    extension(AppDb db)
    {
        internal DbSet<KeptFolding> KeptFoldings => db.Set<KeptFolding>();
    }
}

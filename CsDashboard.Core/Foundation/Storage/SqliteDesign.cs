using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CsDashboard.Foundation.Storage;

// For `dotnet ef migrations add NAME --project CsDashboard.Core --context SqliteDb --output-dir Foundation/Storage/Migrations/Sqlite`
// and the same with PostgresDb and Postgres.
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design.db").Options);
}

using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Audit;

/// <summary>
/// What was recorded stays as it was: the database itself refuses to remove an event, to change any of its columns but
/// DeliveredAt (the pump's own note), and to write over one. The links of the chain refuse any change. Whoever owns the
/// database can drop these triggers; that is what <see cref="AuditCheck"/> is for.
/// </summary>
internal sealed class EventGuards : IPrepareStorage
{
    public async Task Prepare(AppDb db, CancellationToken cancellation)
    {
        await Chains.Protect(db, "AuditLinks", cancellation);
        var columns = string.Join(", ", db.Model.FindEntityType(typeof(StoredEvent))!.GetProperties().Where(p => p.Name != nameof(StoredEvent.DeliveredAt)).Select(p => $"\"{p.Name}\""));
#pragma warning disable EF1002 // Names of our own columns.
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? OnSqlite(columns) : OnPostgres(columns), cancellation);
#pragma warning restore EF1002
    }

    // INSERT OR REPLACE removes the old row without asking its triggers, so a new row with a known number is refused as well.
    private static string OnSqlite(string columns) =>
        $"""
        DROP TRIGGER IF EXISTS "Events_no_UPDATE";
        CREATE TRIGGER "Events_no_UPDATE" BEFORE UPDATE OF {columns} ON "Events" BEGIN SELECT RAISE(ABORT, 'Events are never changed or removed'); END;
        CREATE TRIGGER IF NOT EXISTS "Events_no_DELETE" BEFORE DELETE ON "Events" BEGIN SELECT RAISE(ABORT, 'Events are never changed or removed'); END;
        CREATE TRIGGER IF NOT EXISTS "Events_no_REPLACE" BEFORE INSERT ON "Events" WHEN EXISTS (SELECT 1 FROM "Events" WHERE "Id" = NEW."Id")
        BEGIN SELECT RAISE(ABORT, 'Events are never changed or removed'); END;
        """;

    private static string OnPostgres(string columns) =>
        $"""
        CREATE OR REPLACE TRIGGER "Events_no_change" BEFORE UPDATE OF {columns} ON "Events" FOR EACH ROW EXECUTE FUNCTION chain_is_kept();
        CREATE OR REPLACE TRIGGER "Events_no_removal" BEFORE DELETE ON "Events" FOR EACH ROW EXECUTE FUNCTION chain_is_kept();
        CREATE OR REPLACE TRIGGER "Events_no_truncate" BEFORE TRUNCATE ON "Events" FOR EACH STATEMENT EXECUTE FUNCTION chain_is_kept();
        """;
}

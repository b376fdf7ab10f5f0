using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Audit;

/// <summary>
/// What was recorded stays as it was: the database itself refuses to remove an event, to change any of its columns but
/// DeliveredAt (the pump's own note), and to write over one. One change is allowed: <see cref="Redaction"/> replaces the person or the
/// content, as a whole, by its hash. The links of the chain refuse any change. Whoever owns the database can drop these triggers; that is
/// what <see cref="AuditCheck"/> is for.
/// </summary>
internal sealed class EventGuards : IPrepareStorage
{
    public async Task Prepare(AppDb db, CancellationToken cancellation)
    {
        await HashChain.Protect(db, "AuditLinks", cancellation);
        var all = db
            .Model.FindEntityType(typeof(StoredEvent))!
            .GetProperties()
            .Select(p => p.Name)
            .Where(name => name != nameof(StoredEvent.DeliveredAt))
            .ToList();
        var columns = string.Join(", ", all.Except(Who).Except(Content).Select(name => $"\"{name}\""));
        var takenOut = string.Join(", ", Who.Concat(Content).Select(name => $"\"{name}\""));
#pragma warning disable EF1002 // Names of our own columns.
        var triggers = db.Database.IsSqlite() ? OnSqlite(columns, takenOut) : OnPostgres(columns, takenOut);
        // Raw SQL is a format, and an empty payload is two braces.
        await db.Database.ExecuteSqlRawAsync(
            triggers.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
            cancellation
        );
#pragma warning restore EF1002
    }

    private static readonly string[] Who =
    [
        nameof(StoredEvent.ActorName),
        nameof(StoredEvent.Address),
        nameof(StoredEvent.WhoSalt),
        nameof(StoredEvent.WhoHash),
    ];
    private static readonly string[] Content =
    [
        nameof(StoredEvent.Before),
        nameof(StoredEvent.After),
        nameof(StoredEvent.Payload),
        nameof(StoredEvent.ContentSalt),
        nameof(StoredEvent.ContentHash),
    ];

    // Each of the two is unchanged, or replaced as a whole by a hash that was not there before.
    private static string IsHonest(string same) =>
        $"""
            (({Same(
                Who,
                same
            )}) OR (OLD."WhoHash" IS NULL AND NEW."WhoHash" IS NOT NULL AND NEW."WhoSalt" IS NULL AND NEW."ActorName" = '' AND NEW."Address" IS NULL))
            AND (({Same(
                Content,
                same
            )}) OR (OLD."ContentHash" IS NULL AND NEW."ContentHash" IS NOT NULL AND NEW."ContentSalt" IS NULL AND NEW."Before" IS NULL AND NEW."After" IS NULL AND NEW."Payload" = '{Redaction.Nothing}'))
            """;

    private static string Same(string[] columns, string same) =>
        string.Join(" AND ", columns.Select(c => $"NEW.\"{c}\" {same} OLD.\"{c}\""));

    // INSERT OR REPLACE removes the old row without asking its triggers, so a new row with a known number is refused as well.
    private static string OnSqlite(string columns, string takenOut) =>
        $"""
            DROP TRIGGER IF EXISTS "Events_no_UPDATE";
            CREATE TRIGGER "Events_no_UPDATE" BEFORE UPDATE OF {columns} ON "Events" BEGIN SELECT RAISE(ABORT, 'Events are never changed or removed'); END;
            DROP TRIGGER IF EXISTS "Events_no_REWRITE";
            CREATE TRIGGER "Events_no_REWRITE" BEFORE UPDATE OF {takenOut} ON "Events" WHEN NOT ({IsHonest(
                "IS"
            )}) BEGIN SELECT RAISE(ABORT, 'Events are never changed or removed'); END;
            CREATE TRIGGER IF NOT EXISTS "Events_no_DELETE" BEFORE DELETE ON "Events" BEGIN SELECT RAISE(ABORT, 'Events are never changed or removed'); END;
            CREATE TRIGGER IF NOT EXISTS "Events_no_REPLACE" BEFORE INSERT ON "Events" WHEN EXISTS (SELECT 1 FROM "Events" WHERE "Id" = NEW."Id")
            BEGIN SELECT RAISE(ABORT, 'Events are never changed or removed'); END;
            """;

    private static string OnPostgres(string columns, string takenOut) =>
        $"""
            CREATE OR REPLACE TRIGGER "Events_no_change" BEFORE UPDATE OF {columns} ON "Events" FOR EACH ROW EXECUTE FUNCTION chain_is_kept();
            CREATE OR REPLACE TRIGGER "Events_no_rewrite" BEFORE UPDATE OF {takenOut} ON "Events" FOR EACH ROW WHEN (NOT ({IsHonest(
                "IS NOT DISTINCT FROM"
            )})) EXECUTE FUNCTION chain_is_kept();
            CREATE OR REPLACE TRIGGER "Events_no_removal" BEFORE DELETE ON "Events" FOR EACH ROW EXECUTE FUNCTION chain_is_kept();
            CREATE OR REPLACE TRIGGER "Events_no_truncate" BEFORE TRUNCATE ON "Events" FOR EACH STATEMENT EXECUTE FUNCTION chain_is_kept();
            """;
}

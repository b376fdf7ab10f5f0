using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>
/// Triggers that keep <see cref="TicketCount"/> and <see cref="TicketTag"/> beside the tickets. A trigger knows every change, whoever
/// makes it: a verb,
/// a merge, an erasure, a bulk update; and it is undone with its transaction.
/// </summary>
internal sealed class TicketCounting : IPrepareStorage
{
    private const string Nobody = "'00000000-0000-0000-0000-000000000000'";

    // More writers than these wait for one another's count, no longer than a commit.
    private const int Shards = 16;

    public async Task Prepare(AppDb db, CancellationToken cancellation)
    {
        await using var all = await db.Database.BeginTransactionAsync(cancellation);
#pragma warning disable EF1002 // Names of our own.
        var isKept = await db
            .Database.SqlQueryRaw<int>(db.Database.IsSqlite() ? OnSqlite.IsKept : OnPostgres.IsKept)
            .SingleAsync(cancellation);
        foreach (var statement in db.Database.IsSqlite() ? OnSqlite.Triggers : OnPostgres.Triggers)
            await db.Database.ExecuteSqlRawAsync(statement, cancellation);
        if (isKept == 0)
        {
            await db.Database.ExecuteSqlRawAsync(CountAll, cancellation);
            await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? OnSqlite.TagAll : OnPostgres.TagAll, cancellation);
        }
#pragma warning restore EF1002
        await all.CommitAsync(cancellation);
    }

    private static readonly string CountAll = $"""
        DELETE FROM "TicketCounts";
        INSERT INTO "TicketCounts"("TenantId", "AssigneeId", "Status", "Shard", "Count")
        SELECT "TenantId", COALESCE("AssigneeId", {Nobody}), "Status", 0, COUNT(*) FROM "Tickets" WHERE NOT "InChat" GROUP BY 1, 2, 3;
        DELETE FROM "TicketTags";
        """;

    private static class OnSqlite
    {
        public const string IsKept =
            """SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE type = 'trigger' AND name = 'Tickets_count_INSERT'""";

        public const string TagAll = """
            INSERT INTO "TicketTags"("TenantId", "Tag", "TicketId", "LastMessageAt")
            SELECT t."TenantId", tag.value, t."Id", t."LastMessageAt"
            FROM "Tickets" AS t, json_each('["' || replace(trim(t."TagText", ','), ',', '","') || '"]') AS tag WHERE t."TagText" <> '' AND NOT t."InChat"
            """;

        private static string Count(string row, int by) =>
            $"""
                INSERT INTO "TicketCounts"("TenantId", "AssigneeId", "Status", "Shard", "Count")
                SELECT {row}."TenantId", COALESCE({row}."AssigneeId", {Nobody}), {row}."Status", 0, {by} WHERE NOT {row}."InChat"
                ON CONFLICT DO UPDATE SET "Count" = "Count" + {by};
                """;

        private const string Untag = """DELETE FROM "TicketTags" WHERE "TicketId" = OLD."Id";""";

        private const string Tag = """
            INSERT INTO "TicketTags"("TenantId", "Tag", "TicketId", "LastMessageAt")
            SELECT NEW."TenantId", value, NEW."Id", NEW."LastMessageAt"
            FROM json_each('["' || replace(trim(NEW."TagText", ','), ',', '","') || '"]') WHERE NEW."TagText" <> '' AND NOT NEW."InChat";
            """;

        public static readonly string[] Triggers =
        [
            $"""CREATE TRIGGER IF NOT EXISTS "Tickets_count_INSERT" AFTER INSERT ON "Tickets" BEGIN {Count("NEW", 1)} END""",
            $"""CREATE TRIGGER IF NOT EXISTS "Tickets_count_DELETE" AFTER DELETE ON "Tickets" BEGIN {Count("OLD", -1)} {Untag} END""",
            $"""
                CREATE TRIGGER IF NOT EXISTS "Tickets_count_UPDATE" AFTER UPDATE OF "Status", "AssigneeId", "InChat", "TenantId" ON "Tickets"
                WHEN (OLD."Status", OLD."AssigneeId", OLD."InChat", OLD."TenantId") IS NOT (NEW."Status", NEW."AssigneeId", NEW."InChat", NEW."TenantId")
                BEGIN {Count("OLD", -1)} {Count("NEW", 1)} END
                """,
            $"""CREATE TRIGGER IF NOT EXISTS "Tickets_tag_INSERT" AFTER INSERT ON "Tickets" WHEN NEW."TagText" <> '' BEGIN {Tag} END""",
            $"""
                CREATE TRIGGER IF NOT EXISTS "Tickets_tag_UPDATE" AFTER UPDATE OF "TagText", "InChat" ON "Tickets"
                WHEN (OLD."TagText", OLD."InChat") IS NOT (NEW."TagText", NEW."InChat") BEGIN {Untag} {Tag} END
                """,
            """
                CREATE TRIGGER IF NOT EXISTS "Tickets_tag_TOUCH" AFTER UPDATE OF "LastMessageAt" ON "Tickets" WHEN NEW."TagText" <> ''
                BEGIN UPDATE "TicketTags" SET "LastMessageAt" = NEW."LastMessageAt" WHERE "TicketId" = NEW."Id"; END
                """,
        ];
    }

    private static class OnPostgres
    {
        public const string IsKept = """SELECT COUNT(*)::int AS "Value" FROM pg_trigger WHERE tgname = 'Tickets_count'""";

        public const string TagAll = """
            INSERT INTO "TicketTags"("TenantId", "Tag", "TicketId", "LastMessageAt")
            SELECT t."TenantId", tag, t."Id", t."LastMessageAt"
            FROM "Tickets" AS t, unnest(string_to_array(trim(both ',' from t."TagText"), ',')) AS tag WHERE t."TagText" <> '' AND NOT t."InChat"
            """;

        private static string Count(string row, int by) =>
            $"""
                INSERT INTO "TicketCounts" AS c ("TenantId", "AssigneeId", "Status", "Shard", "Count")
                SELECT {row}."TenantId", COALESCE({row}."AssigneeId", {Nobody}), {row}."Status", pg_backend_pid() % {Shards}, {by} WHERE NOT {row}."InChat"
                ON CONFLICT ("TenantId", "AssigneeId", "Status", "Shard") DO UPDATE SET "Count" = c."Count" + {by};
                """;

        public static readonly string[] Triggers =
        [
            $"""
                CREATE OR REPLACE FUNCTION tickets_are_counted() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF TG_OP = 'UPDATE' AND (OLD."Status", OLD."AssigneeId", OLD."InChat", OLD."TenantId") IS NOT DISTINCT FROM (NEW."Status", NEW."AssigneeId", NEW."InChat", NEW."TenantId") THEN RETURN NULL; END IF;
                  IF TG_OP <> 'INSERT' THEN {Count("OLD", -1)} END IF;
                  IF TG_OP <> 'DELETE' THEN {Count("NEW", 1)} END IF;
                  RETURN NULL;
                END $$
                """,
            """
                CREATE OR REPLACE FUNCTION tickets_are_tagged() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF TG_OP = 'UPDATE' AND (OLD."TagText", OLD."InChat") IS NOT DISTINCT FROM (NEW."TagText", NEW."InChat") THEN
                    IF NEW."TagText" <> '' THEN UPDATE "TicketTags" SET "LastMessageAt" = NEW."LastMessageAt" WHERE "TicketId" = NEW."Id"; END IF;
                    RETURN NULL;
                  END IF;
                  IF TG_OP <> 'INSERT' THEN DELETE FROM "TicketTags" WHERE "TicketId" = OLD."Id"; END IF;
                  IF TG_OP <> 'DELETE' THEN
                    INSERT INTO "TicketTags"("TenantId", "Tag", "TicketId", "LastMessageAt")
                    SELECT NEW."TenantId", tag, NEW."Id", NEW."LastMessageAt"
                    FROM unnest(string_to_array(trim(both ',' from NEW."TagText"), ',')) AS tag WHERE NEW."TagText" <> '' AND NOT NEW."InChat";
                  END IF;
                  RETURN NULL;
                END $$
                """,
            """
                CREATE OR REPLACE TRIGGER "Tickets_count" AFTER INSERT OR DELETE OR UPDATE OF "Status", "AssigneeId", "InChat", "TenantId" ON "Tickets"
                FOR EACH ROW EXECUTE FUNCTION tickets_are_counted()
                """,
            """
                CREATE OR REPLACE TRIGGER "Tickets_tag" AFTER INSERT OR DELETE OR UPDATE OF "TagText", "InChat", "LastMessageAt" ON "Tickets"
                FOR EACH ROW EXECUTE FUNCTION tickets_are_tagged()
                """,
        ];
    }
}

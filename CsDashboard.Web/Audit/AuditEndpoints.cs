using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Audit;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Audit;

/// <summary>The history for programs of an admin, in the contract's words (contract: enhanced, Audit).</summary>
internal static class AuditEndpoints
{
    private const int UsualLimit = 100;
    private const int UsualTrail = 50;

    public static void MapAudit(this Api api)
    {
        var audit = api.Admin.MapGroup("").WithTags("audit");
        audit
            .MapGet("/enhanced/audit-log", Log)
            .WithName("auditLog")
            .WithSummary("What happened, newest first; at most 1,000")
            .ProducesProblem(400)
            .ProducesProblem(403);
        audit
            .MapGet("/enhanced/audit-log/export", Export)
            .WithName("exportAuditLog")
            .WithSummary("All of what is filtered, streamed as csv or jsonl; recorded itself")
            .Produces(200, contentType: "text/csv")
            .ProducesProblem(400)
            .ProducesProblem(403);
        audit
            .MapGet("/audit/logs", Logs)
            .WithName("auditLogs")
            .WithSummary("The history of a table or of one row of it, newest first")
            .ProducesProblem(400)
            .ProducesProblem(403);
        audit
            .MapGet("/audit/users/{user_id}/trail", Trail)
            .WithName("auditTrail")
            .WithSummary("What one person did, newest first")
            .ProducesProblem(403)
            .ProducesProblem(404);
    }

    private static async Task<Ok<AuditLogAnswer>> Log(
        Actor actor,
        AuditTrail trail,
        Users users,
        CustomerVerbs customers,
        CancellationToken cancellation,
        string? table_name = null,
        string? user_id = null,
        string? action = null,
        int limit = UsualLimit
    )
    {
        Guid? person = string.IsNullOrEmpty(user_id) ? null : await Person(actor, users, customers, user_id);
        return TypedResults.Ok(
            AuditLogAnswer.Of(
                await trail.Read(
                    actor,
                    new AuditFilter
                    {
                        Table = table_name,
                        Person = person,
                        Action = action,
                        Size = limit,
                    },
                    cancellation
                )
            )
        );
    }

    private static async Task<Ok<AuditLogsAnswer>> Logs(
        Actor actor,
        AuditTrail trail,
        CancellationToken cancellation,
        string? table_name = null,
        string? record_id = null,
        int limit = UsualLimit
    )
    {
        Guid? row =
            string.IsNullOrEmpty(record_id) ? null
            : Guid.TryParse(record_id, out var id) ? id
            : Guid.Empty;
        return TypedResults.Ok(
            AuditLogsAnswer.Of(
                await trail.Read(
                    actor,
                    new AuditFilter
                    {
                        Table = table_name,
                        Row = row,
                        Size = limit,
                    },
                    cancellation
                )
            )
        );
    }

    private static async Task<Ok<AuditTrailAnswer>> Trail(
        Actor actor,
        AuditTrail trail,
        Users users,
        CancellationToken cancellation,
        string user_id,
        int limit = UsualTrail
    )
    {
        var person = await users.Get(actor, Paging.Id(user_id));
        return TypedResults.Ok(
            AuditTrailAnswer.Of(person.Id, await trail.Read(actor, new AuditFilter { Person = person.Id, Size = limit }, cancellation))
        );
    }

    private static async Task Export(
        HttpContext http,
        Actor actor,
        AuditTrail trail,
        string? format = null,
        string? person = null,
        string? table = null,
        string? row = null,
        string? action = null,
        string? from = null,
        string? to = null,
        string? q = null
    )
    {
        var lines =
            AuditLines.In(format ?? AuditLines.Csv)
            ?? throw Refusal.Invalid("format", Words.Of("Word_Unknown", $"{AuditLines.Csv}, {AuditLines.Jsonl}"));
        var address = new AuditAddress
        {
            Person = person,
            Table = table,
            Row = row,
            Action = action,
            From = from,
            To = to,
            Text = q,
        };
        await using var rows = trail
            .Export(actor, address.Filter(actor.TimeZone), lines.Format, http.RequestAborted)
            .GetAsyncEnumerator(http.RequestAborted);
        // Read before the first byte leaves, so that a refusal can still be sent.
        var more = await rows.MoveNextAsync();
        http.Response.ContentType = lines.ContentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{actor.Now:yyyyMMdd-HHmmss}.{lines.Format}\"";
        var writer = http.Response.BodyWriter;
        lines.Begin(writer);
        for (var count = 1; more; more = await rows.MoveNextAsync(), count++)
        {
            lines.Write(writer, rows.Current);
            if (count % 100 == 0)
                await writer.FlushAsync(http.RequestAborted);
        }
        await writer.FlushAsync(http.RequestAborted);
    }

    // Whose acts: by the user's own id or by one of a customer's names (contract C5). An id that belongs to nobody has done nothing.
    private static async Task<Guid> Person(Actor actor, Users users, CustomerVerbs customers, string named)
    {
        if (Guid.TryParse(named, out var id))
            return id;
        try
        {
            return await users.OfCustomer(actor, await customers.Resolve(actor, named)) ?? Guid.Empty;
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.NotFound or RefusalKind.Invalid)
        {
            return Guid.Empty;
        }
    }
}

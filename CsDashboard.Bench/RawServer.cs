using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Bench;

/// <summary>The ceilings: the same rows by plain ADO.NET behind Kestrel, and a bare SignalR broadcast. No sign-in, no rules.</summary>
internal static class RawServer
{
    private const string FiftyTickets = """
        SELECT t.Id, t.Number, t.Subject, t.Status, t.Priority, t.Category, t.Type, t.CustomerId, c.Name, t.AssigneeId, u.Name, t.MessageCount, t.LastMessageAt, t.AwaitsStaff,
               t.CreatedAt, t.UpdatedAt, t.NextDueAt, t.FirstRespondedAt, t.TagText,
               (SELECT r.SeenAt FROM TicketReads r WHERE r.UserId = $me AND r.TicketId = t.Id)
        FROM Tickets t JOIN Customers c ON c.Id = t.CustomerId LEFT JOIN Users u ON u.Id = t.AssigneeId
        WHERE t.TenantId = $tenant ORDER BY t.LastMessageAt DESC, t.Id DESC LIMIT 50
        """;

    private sealed record Row(
        string Id, string Number, string Subject, string Status, string Priority, string Category, string Type, string CustomerId, string Customer, string? AssigneeId, string? Assignee,
        int MessageCount, DateTime LastMessageAt, bool AwaitsStaff, DateTime CreatedAt, DateTime UpdatedAt, DateTime NextDueAt, DateTime? FirstRespondedAt, string Tags, DateTime? SeenAt);

    public sealed class BareHub : Hub;

    public static async Task Run(string url, string database)
    {
        CsDashboard.Foundation.Storage.Sqlite.Initialise();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapGet("/ready", () => "ready");
        string? tenant = null;
        app.MapGet("/tickets", async () =>
        {
            await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
            await connection.OpenAsync();
            tenant ??= await First(connection);
            await using var command = connection.CreateCommand();
            command.CommandText = FiftyTickets;
            command.Parameters.AddWithValue("$tenant", tenant);
            command.Parameters.AddWithValue("$me", "");
            var rows = new List<Row>(50);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(new Row(
                    reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetString(8),
                    reader.IsDBNull(9) ? null : reader.GetString(9), reader.IsDBNull(10) ? null : reader.GetString(10), reader.GetInt32(11), new DateTime(reader.GetInt64(12), DateTimeKind.Utc), reader.GetBoolean(13),
                    new DateTime(reader.GetInt64(14), DateTimeKind.Utc), new DateTime(reader.GetInt64(15), DateTimeKind.Utc), new DateTime(reader.GetInt64(16), DateTimeKind.Utc),
                    reader.IsDBNull(17) ? null : new DateTime(reader.GetInt64(17), DateTimeKind.Utc), reader.GetString(18), reader.IsDBNull(19) ? null : new DateTime(reader.GetInt64(19), DateTimeKind.Utc)));
            }
            return Results.Json(rows, JsonSerializerOptions.Web);
        });
        app.MapHub<BareHub>("/hub");
        app.MapPost("/broadcast", async (IHubContext<BareHub> hub) =>
        {
            await hub.Clients.All.SendAsync("new_message", new { ticketId = Guid.NewGuid(), messageId = Guid.NewGuid() });
            return Stopwatch.GetTimestamp();
        });
        app.Urls.Add(url);
        await app.RunAsync();
    }

    private static async Task<string> First(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Tenants LIMIT 1";
        return (string)(await command.ExecuteScalarAsync())!;
    }
}

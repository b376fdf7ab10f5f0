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

    private sealed record Row
    {
        public required string Id { get; init; }
        public required string Number { get; init; }
        public required string Subject { get; init; }
        public required string Status { get; init; }
        public required string Priority { get; init; }
        public required string Category { get; init; }
        public required string Type { get; init; }
        public required string CustomerId { get; init; }
        public required string Customer { get; init; }
        public required string? AssigneeId { get; init; }
        public required string? Assignee { get; init; }
        public required int MessageCount { get; init; }
        public required DateTime LastMessageAt { get; init; }
        public required bool AwaitsStaff { get; init; }
        public required DateTime CreatedAt { get; init; }
        public required DateTime UpdatedAt { get; init; }
        public required DateTime NextDueAt { get; init; }
        public required DateTime? FirstRespondedAt { get; init; }
        public required string Tags { get; init; }
        public required DateTime? SeenAt { get; init; }
    }

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
        app.MapGet(
            "/tickets",
            async () =>
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
                    rows.Add(
                        new Row
                        {
                            Id = reader.GetString(0),
                            Number = reader.GetString(1),
                            Subject = reader.GetString(2),
                            Status = reader.GetString(3),
                            Priority = reader.GetString(4),
                            Category = reader.GetString(5),
                            Type = reader.GetString(6),
                            CustomerId = reader.GetString(7),
                            Customer = reader.GetString(8),
                            AssigneeId = reader.IsDBNull(9) ? null : reader.GetString(9),
                            Assignee = reader.IsDBNull(10) ? null : reader.GetString(10),
                            MessageCount = reader.GetInt32(11),
                            LastMessageAt = new DateTime(reader.GetInt64(12), DateTimeKind.Utc),
                            AwaitsStaff = reader.GetBoolean(13),
                            CreatedAt = new DateTime(reader.GetInt64(14), DateTimeKind.Utc),
                            UpdatedAt = new DateTime(reader.GetInt64(15), DateTimeKind.Utc),
                            NextDueAt = new DateTime(reader.GetInt64(16), DateTimeKind.Utc),
                            FirstRespondedAt = reader.IsDBNull(17) ? null : new DateTime(reader.GetInt64(17), DateTimeKind.Utc),
                            Tags = reader.GetString(18),
                            SeenAt = reader.IsDBNull(19) ? null : new DateTime(reader.GetInt64(19), DateTimeKind.Utc),
                        }
                    );
                }
                return Results.Json(rows, JsonSerializerOptions.Web);
            }
        );
        app.MapHub<BareHub>("/hub");
        app.MapPost(
            "/broadcast",
            async (IHubContext<BareHub> hub) =>
            {
                await hub.Clients.All.SendAsync("new_message", new { ticketId = Guid.NewGuid(), messageId = Guid.NewGuid() });
                return Stopwatch.GetTimestamp();
            }
        );
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

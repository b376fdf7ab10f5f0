using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Audit;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Audit;

public sealed record AuditItem
{
    public required long Id { get; init; }

    [JsonPropertyName("table_name")]
    public required string TableName { get; init; }

    [JsonPropertyName("record_id")]
    public required Guid RecordId { get; init; }

    [JsonPropertyName("user_id")]
    public required Guid? UserId { get; init; }

    [JsonPropertyName("user_name")]
    public required string UserName { get; init; }
    public required string Action { get; init; }
    public required string Kind { get; init; }
    public required string Description { get; init; }

    [JsonPropertyName("ip_address")]
    public required string? IpAddress { get; init; }

    [JsonPropertyName("old_data")]
    public required JsonElement? OldData { get; init; }

    [JsonPropertyName("new_data")]
    public required JsonElement? NewData { get; init; }
    public required DateTimeOffset Timestamp { get; init; }

    internal static AuditItem[] Of(IReadOnlyList<AuditExportRow> rows) => [.. rows.Select(Of)];

    internal static AuditItem Of(AuditExportRow row) =>
        new()
        {
            Id = row.Row.Id,
            TableName = row.Row.Table,
            RecordId = row.Row.SubjectId,
            UserId = row.Row.UserId,
            UserName = row.Row.Name,
            Action = row.Row.Action,
            Kind = row.Row.Kind,
            Description = row.Row.Sentence,
            IpAddress = row.Row.Address,
            OldData = State(row.Before),
            NewData = State(row.After),
            Timestamp = row.Row.At,
        };

    // The contract has an object; a state that is a bare text becomes one. A state that is no longer JSON is shown as it is.
    private static JsonElement? State(string? json)
    {
        if (json is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var state = document.RootElement;
            return state.ValueKind == JsonValueKind.Object
                ? state.Clone()
                : JsonSerializer.SerializeToElement(new { value = state }, Server.ApiJson.Options);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(new { value = json }, Server.ApiJson.Options);
        }
    }
}

public sealed record AuditLogAnswer(bool Success, [property: JsonPropertyName("audit_log")] AuditItem[] AuditLog, int Count)
{
    internal static AuditLogAnswer Of(IReadOnlyList<AuditExportRow> rows) => new(true, AuditItem.Of(rows), rows.Count);
}

public sealed record AuditLogsAnswer(bool Success, AuditItem[] Logs, int Count)
{
    internal static AuditLogsAnswer Of(IReadOnlyList<AuditExportRow> rows) => new(true, AuditItem.Of(rows), rows.Count);
}

public sealed record AuditTrailAnswer(bool Success, [property: JsonPropertyName("user_id")] Guid UserId, AuditItem[] Trail, int Count)
{
    internal static AuditTrailAnswer Of(Guid user, IReadOnlyList<AuditExportRow> rows) => new(true, user, AuditItem.Of(rows), rows.Count);
}

using System.Text.Json;

namespace CsDashboard.Security.Telling;

/// <summary>Something that happened elsewhere (contract: market, Calls).</summary>
public sealed class EventInput
{
    public string? Kind { get; init; }
    public string? Address { get; init; }
    public string? Agent { get; init; }

    /// <summary>Medium where nothing is said.</summary>
    public string? Severity { get; init; }
    public JsonElement? Details { get; init; }

    /// <summary>0 to 1.</summary>
    public decimal Risk { get; init; }
    public string? Action { get; init; }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CsDashboard.Web.Server;

/// <summary>The one body of every refusal (RFC 9457, with the members that the contract adds; contract C6).</summary>
public sealed record Problem
{
    public string Type { get; init; } = "about:blank";
    public required string Title { get; init; }
    public required int Status { get; init; }
    public required string Detail { get; init; }
    public bool Success { get; init; }

    /// <summary>A stable word for programs.</summary>
    public required string Error { get; init; }

    /// <summary>For the person, in the caller's language.</summary>
    public required string Message { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldError>? Errors { get; init; }

    /// <summary>What would be agreed to instead, where that can be said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Quote { get; init; }
    public string? TraceId { get; init; }
}

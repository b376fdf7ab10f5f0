using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CsDashboard.Web.Server;

public static class Problems
{
    public static Task Write(
        HttpContext http,
        int status,
        string code,
        string message,
        IReadOnlyList<FieldError>? fields = null,
        TimeSpan? retryAfter = null
    )
    {
        http.Response.StatusCode = status;
        if (retryAfter is { } wait)
            http.Response.Headers.RetryAfter = Seconds(wait);
        if (HttpMethods.IsHead(http.Request.Method))
            return Task.CompletedTask;
        return http.Response.WriteAsJsonAsync(
            Of(http, status, code, message, fields),
            ApiJson.Options,
            "application/problem+json",
            http.RequestAborted
        );
    }

    internal static Problem Of(HttpContext http, int status, string code, string message, IReadOnlyList<FieldError>? fields = null) =>
        new()
        {
            Title = ReasonPhrases.GetReasonPhrase(status),
            Status = status,
            Detail = message,
            Error = code,
            Message = message,
            Errors = fields is { Count: > 0 } ? fields : null,
            TraceId = ResponseHeaders.RequestId(http),
        };

    public static Task Write(HttpContext http, Refusal refusal) =>
        Write(http, StatusOf(refusal.Kind), refusal.Code, refusal.Message, refusal.Fields, refusal.RetryAfter);

    /// <summary>A time to wait as Retry-After says it.</summary>
    internal static string Seconds(TimeSpan wait) =>
        Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Invalid => 400,
            RefusalKind.SignedOut => 401,
            RefusalKind.Forbidden => 403,
            RefusalKind.NotFound => 404,
            RefusalKind.Conflict => 409,
            RefusalKind.TooLarge => 413,
            RefusalKind.TooMany => 429,
            RefusalKind.Unavailable => 503,
        };

    /// <summary>What could not be read of a request, with the field where it is known.</summary>
    public static Task Write(HttpContext http, BadHttpRequestException fault)
    {
        if (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return Write(http, 413, "too_large", ApiTexts.Of("TooLarge"));
        if (fault.InnerException is JsonException { Path: { } path } json)
        {
            var field = path is "$" ? "" : path.TrimStart('$', '.');
            if (field.Length > 200)
                field = field[..200];
            // A value of the wrong type leaves its position in the path; text that isn't JSON at all leaves the root.
            return field.Length == 0 || json.InnerException is JsonException
                ? Write(http, 400, "invalid_json", ApiTexts.Of("BadJson"), [new FieldError("body", ApiTexts.Of("BadJson"))])
                : Write(http, 400, "validation_failed", ApiTexts.Of("BadValue"), [new FieldError(field, ApiTexts.Of("BadValue"))]);
        }
        if (ParameterIn(fault.Message) is { } name)
        {
            var text = ApiTexts.Of(fault.Message.StartsWith("Required", StringComparison.Ordinal) ? "MissingValue" : "BadValue");
            return Write(http, 400, "validation_failed", text, [new FieldError(name, text)]);
        }
        return Write(
            http,
            400,
            "invalid_request",
            ApiTexts.Of(fault.Message.Contains("no body", StringComparison.Ordinal) ? "NoBody" : "BadRequest"),
            [new FieldError("body", ApiTexts.Of("NoBody"))]
        );
    }

    /// <summary>A status that was set without a body: by routing, sign-in or the server.</summary>
    public static Task WriteStatus(HttpContext http) =>
        http.Response.StatusCode switch
        {
            401 => Write(http, Refusal.SignedOut()),
            403 => Write(http, Refusal.Forbidden()),
            404 when http.GetEndpoint() is null => Write(http, 404, "route_not_found", ApiTexts.Of("RouteNotFound")),
            404 => Write(http, Refusal.NotFound()),
            405 => Write(http, 405, "method_not_allowed", ApiTexts.Of("MethodNotAllowed")),
            413 => Write(http, 413, "too_large", ApiTexts.Of("TooLarge")),
            415 => Write(http, 400, "invalid_request", ApiTexts.Of("NotJson")),
            429 => Write(http, Refusal.TooMany(TimeSpan.FromSeconds(60))),
            var status => Write(http, status, "error", ReasonPhrases.GetReasonPhrase(status)),
        };

    // Failed to bind parameter "int page" from "x". Required parameter "string q" was not provided from query string. (The body's own
    // parameter has a name that means nothing outside.)
    private static string? ParameterIn(string message)
    {
        const string Mark = "parameter \"";
        var start = message.IndexOf(Mark, StringComparison.Ordinal);
        if (
            start is < 0 or > 40
            || message.Contains("body", StringComparison.Ordinal) && !message.Contains(" from \"", StringComparison.Ordinal)
        )
            return null;
        var end = message.IndexOf('"', start += Mark.Length);
        if (end < 0)
            return null;
        // Of several that are read together ([AsParameters]) the message says the property.
        var name = message[start..end].Split(' ')[^1];
        return char.IsAsciiLetterUpper(name[0]) ? JsonNamingPolicy.SnakeCaseLower.ConvertName(name) : name;
    }
}

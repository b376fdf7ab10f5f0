using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CsDashboard.Web.Server;

/// <summary>The one body of every refusal (RFC 9457, with the members that the contract adds; rule C6).</summary>
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
    public string? TraceId { get; init; }
}

public static class Problems
{
    public static Task Write(HttpContext http, int status, string code, string message, IReadOnlyList<FieldError>? fields = null, TimeSpan? retryAfter = null)
    {
        http.Response.StatusCode = status;
        if (retryAfter is { } wait)
            http.Response.Headers.RetryAfter = Seconds(wait);
        if (HttpMethods.IsHead(http.Request.Method)) return Task.CompletedTask;
        var problem = new Problem
        {
            Title = ReasonPhrases.GetReasonPhrase(status), Status = status, Detail = message, Error = code, Message = message,
            Errors = fields is { Count: > 0 } ? fields : null, TraceId = ResponseHeaders.RequestId(http),
        };
        return http.Response.WriteAsJsonAsync(problem, ApiJson.Options, "application/problem+json", http.RequestAborted);
    }

    public static Task Write(HttpContext http, Refusal refusal) =>
        Write(http, StatusOf(refusal.Kind), refusal.Code, refusal.Message, refusal.Fields, refusal.RetryAfter);

    /// <summary>A time to wait as Retry-After says it.</summary>
    internal static string Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public static int StatusOf(RefusalKind kind) => kind switch
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
        if (fault.StatusCode == StatusCodes.Status413PayloadTooLarge) return Write(http, 413, "too_large", ApiTexts.Of("TooLarge"));
        if (fault.InnerException is JsonException { Path: { } path } json)
        {
            var field = path is "$" ? "" : path.TrimStart('$', '.');
            if (field.Length > 200) field = field[..200];
            // A value of the wrong type keeps the reader's place in the path; text that is no JSON at all leaves it at the root.
            return field.Length == 0 || json.InnerException is JsonException
                ? Write(http, 400, "invalid_json", ApiTexts.Of("BadJson"), [new FieldError("body", ApiTexts.Of("BadJson"))])
                : Write(http, 400, "validation_failed", ApiTexts.Of("BadValue"), [new FieldError(field, ApiTexts.Of("BadValue"))]);
        }
        if (ParameterIn(fault.Message) is { } name)
        {
            var text = ApiTexts.Of(fault.Message.StartsWith("Required", StringComparison.Ordinal) ? "MissingValue" : "BadValue");
            return Write(http, 400, "validation_failed", text, [new FieldError(name, text)]);
        }
        return Write(http, 400, "invalid_request", ApiTexts.Of(fault.Message.Contains("no body", StringComparison.Ordinal) ? "NoBody" : "BadRequest"), [new FieldError("body", ApiTexts.Of("NoBody"))]);
    }

    /// <summary>A status that was set without a body: by routing, sign-in or the server.</summary>
    public static Task WriteStatus(HttpContext http) => http.Response.StatusCode switch
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
        if (start is < 0 or > 40 || message.Contains("body", StringComparison.Ordinal) && !message.Contains(" from \"", StringComparison.Ordinal)) return null;
        var end = message.IndexOf('"', start += Mark.Length);
        return end < 0 ? null : message[start..end].Split(' ')[^1];
    }
}

/// <summary>Turns whatever goes wrong under /api and /app into a <see cref="Problem"/>; what is not a refusal is a bug: logged, never shown.</summary>
public sealed class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    public async Task Invoke(HttpContext http)
    {
        if (!http.IsForPrograms())
        {
            await next(http);
            return;
        }
        try
        {
            if (!CanBeRead(http.Request)) throw new BadHttpRequestException("The charset of the body is unknown");
            await next(http);
            if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null or 0 })
            {
                Speak(http);
                await Problems.WriteStatus(http);
            }
        }
        catch (Exception) when (http.Response.HasStarted || http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (Exception e)
        {
            Unsay(http.Response.Headers);
            Speak(http);
            await (e switch
            {
                Refusal refusal => Problems.Write(http, refusal),
                BadHttpRequestException fault => Problems.Write(http, fault),
                InvalidDataException => Problems.Write(http, 400, "invalid_request", ApiTexts.Of("BadForm")),
                Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException => Problems.Write(http, 400, "invalid_request", ApiTexts.Of("StaleForm")),
                _ when Binding.IsUnderWay(http) => Unbound(http, e),
                _ => Unexpected(http, e),
            });
        }
    }

    // What was said of the body that is not coming. The rest holds for a refusal too: security, rate limit, cookies.
    private static void Unsay(IHeaderDictionary headers)
    {
        foreach (var name in new[] { "Content-Type", "Content-Length", "Content-Disposition", "Content-Encoding", "Cache-Control", "ETag", "Last-Modified", "Accept-Ranges", "Location" }) headers.Remove(name);
    }

    /// <summary>Whether the letters of a body can be read: a charset that nobody knows, or none where one is said to be, is the caller's mistake.</summary>
    private static bool CanBeRead(HttpRequest call)
    {
        if (!MediaTypeHeaderValue.TryParse(call.ContentType, out var type) || !type.Parameters.Any(p => p.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))) return true;
        try { return Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString()) is not null; }
        catch (Exception e) when (e is ArgumentException or NotSupportedException) { return false; }
    }

    private Task Unbound(HttpContext http, Exception e)
    {
        log.LogWarning(e, "{Method} {Path} could not be read, reference {Reference}", http.Request.Method, http.Request.Path, ResponseHeaders.RequestId(http));
        return Problems.Write(http, 400, "invalid_request", ApiTexts.Of("BadRequest"));
    }

    private Task Unexpected(HttpContext http, Exception e)
    {
        log.LogError(e, "{Method} {Path} failed, reference {Reference}", http.Request.Method, http.Request.Path, ResponseHeaders.RequestId(http));
        return Problems.Write(http, 500, "internal_error", ApiTexts.Of("Unexpected"));
    }

    // The language that localisation set further in is not seen out here.
    private static void Speak(HttpContext http) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.CultureOf(Languages.Of(http));
}

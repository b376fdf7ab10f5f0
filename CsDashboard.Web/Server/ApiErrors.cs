using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CsDashboard.Web.Server;

/// <summary>Turns errors under /api and /app into a <see cref="Problem"/>; anything but a refusal is a bug: logged, never shown.</summary>
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
            if (!CanBeRead(http.Request))
                throw new BadHttpRequestException("The charset of the body is unknown");
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
            await (
                e switch
                {
                    Refusal refusal => Problems.Write(http, refusal),
                    BadHttpRequestException fault => Problems.Write(http, fault),
                    InvalidDataException => Problems.Write(http, 400, "invalid_request", ApiTexts.Of("BadForm")),
                    Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException => Problems.Write(
                        http,
                        400,
                        "invalid_request",
                        ApiTexts.Of("StaleForm")
                    ),
                    _ when Binding.IsUnderWay(http) => Unbound(http, e),
                    _ => Unexpected(http, e),
                }
            );
        }
    }

    // Removes headers about the body that is not coming. The others hold for a refusal, too: security, rate limit, cookies.
    private static void Unsay(IHeaderDictionary headers)
    {
        foreach (
            var name in new[]
            {
                "Content-Type",
                "Content-Length",
                "Content-Disposition",
                "Content-Encoding",
                "Cache-Control",
                "ETag",
                "Last-Modified",
                "Accept-Ranges",
                "Location",
            }
        )
            headers.Remove(name);
    }

    /// <summary>Whether a body's charset is known: an unknown or empty one is the caller's mistake.</summary>
    private static bool CanBeRead(HttpRequest call)
    {
        if (
            !MediaTypeHeaderValue.TryParse(call.ContentType, out var type)
            || !type.Parameters.Any(p => p.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))
        )
            return true;
        try
        {
            return Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString()) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private Task Unbound(HttpContext http, Exception e)
    {
        log.LogWarning(
            e,
            "{Method} {Path} could not be read, reference {Reference}",
            http.Request.Method,
            http.Request.Path,
            ResponseHeaders.RequestId(http)
        );
        return Problems.Write(http, 400, "invalid_request", ApiTexts.Of("BadRequest"));
    }

    private Task Unexpected(HttpContext http, Exception e)
    {
        log.LogError(
            e,
            "{Method} {Path} failed, reference {Reference}",
            http.Request.Method,
            http.Request.Path,
            ResponseHeaders.RequestId(http)
        );
        return Problems.Write(http, 500, "internal_error", ApiTexts.Of("Unexpected"));
    }

    // The culture that localisation set further in is not visible out here.
    private static void Speak(HttpContext http) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.CultureOf(Languages.Of(http));
}

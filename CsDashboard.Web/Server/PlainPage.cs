using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Server;

/// <summary>
/// A page for callers who can't get a real one: two sentences and a link, made of plain text, so that refusing a flood of calls costs next
/// to nothing.
/// </summary>
internal static class PlainPage
{
    public static Task Write(HttpContext http, int status, string title, Refusal refusal)
    {
        if (refusal.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = Problems.Seconds(wait);
        return Write(http, status, title, refusal.Message);
    }

    public static async Task Write(HttpContext http, int status, string title, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        var language = CultureInfo.CurrentUICulture;
        string Safe(string words) => HtmlEncoder.Default.Encode(words);
        var page = $"""
            <!DOCTYPE html>
            <html lang="{language.TwoLetterISOLanguageName}" dir="{(language.TextInfo.IsRightToLeft ? "rtl" : "ltr")}">
            <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>{Safe(
                title
            )}</title></head>
            <body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1.5rem; color-scheme: light dark">
            <h1 style="font-size: 1.5rem">{Safe(title)}</h1>
            <p>{Safe(text)}</p>
            </body>
            </html>
            """;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page), http.RequestAborted);
    }
}

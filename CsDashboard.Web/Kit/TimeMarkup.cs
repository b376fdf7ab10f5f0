using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Kit;

/// <summary>
/// A point in time as one piece of markup, for lists and conversations, of which the server keeps many. Elsewhere use <see cref="When"/>.
/// Nothing else writes relative times, so that each has its exact time on hover.
/// </summary>
public static class TimeMarkup
{
    /// <summary>As an element's datetime says it.</summary>
    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>"5 minutes ago". js/time.js adds the exact time when somebody points at it, and keeps those of the inbox fresh.</summary>
    public static RenderFragment Ago(DateTimeOffset at, DateTimeOffset now) =>
        Piece($"<time datetime=\"{Stamp(at)}\">{WebUtility.HtmlEncode(Show.Ago(at, now))}</time>");

    /// <summary>Words of a time, such as "due in 2 hours", with the exact time on hover as <see cref="Ago"/>.</summary>
    public static RenderFragment Said(DateTimeOffset at, string words, string css) =>
        Piece($"<time class=\"{css}\" datetime=\"{Stamp(at)}\">{WebUtility.HtmlEncode(words)}</time>");

    /// <summary>"14:05", with the exact time in the tooltip.</summary>
    public static RenderFragment Clock(DateTimeOffset at, TimeZoneInfo? zone) =>
        Piece(
            $"<time class=\"when faint\" datetime=\"{Stamp(at)}\" title=\"{WebUtility.HtmlEncode(Show.Exact(at, zone))}\">{Show.Time(at, zone)}</time>"
        );

    private static RenderFragment Piece(string markup) => builder => builder.AddMarkupContent(0, markup);
}

using System.Globalization;
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
    public static MarkupString Ago(DateTimeOffset at, DateTimeOffset now) =>
        SharedMarkup.Piece($"<time datetime=\"{Stamp(at)}\">{SharedMarkup.Encoded(Show.Ago(at, now))}</time>");

    /// <summary>Words of a time, such as "due in 2 hours", with the exact time on hover as <see cref="Ago"/>.</summary>
    public static MarkupString Said(DateTimeOffset at, string words, string css) =>
        SharedMarkup.Piece($"<time class=\"{css}\" datetime=\"{Stamp(at)}\">{SharedMarkup.Encoded(words)}</time>");

    /// <summary>"14:05", with the exact time in the tooltip.</summary>
    public static MarkupString Clock(DateTimeOffset at, TimeZoneInfo? zone) =>
        SharedMarkup.Piece(
            $"<time class=\"when faint\" datetime=\"{Stamp(at)}\" title=\"{SharedMarkup.Encoded(Show.Exact(at, zone))}\">{Show.Time(at, zone)}</time>"
        );
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Kit;

/// <summary>
/// Markup that the pages of many people have in common, such as the lines of a menu: drawn once for each language and its digits, and held
/// once for all. On a page it is one part, where its elements, attributes and texts would be kept one by one for as long as the page is
/// open. It can hold links and what the scripts know by name, but no handler of Blazor's.
/// </summary>
public static class SharedMarkup
{
    // Some of what is drawn depends on words of an address, which anybody can type: what comes later is drawn, but not held.
    private const int AtMost = 1000;
    private static readonly ConcurrentDictionary<(string Language, bool ArabicDigits, object What), MarkupString> Held = new();

    /// <summary>What <paramref name="draw"/> writes; asked once for each language and each <paramref name="what"/> (a value).</summary>
    public static MarkupString Of(object what, Func<string> draw)
    {
        var key = (CultureInfo.CurrentUICulture.Name, Show.HasArabicDigits, what);
        if (Held.TryGetValue(key, out var drawn))
            return drawn;
        drawn = Piece(draw());
        return Held.Count < AtMost ? Held.GetOrAdd(key, drawn) : drawn;
    }

    /// <summary>One part of this page alone. Every text in it went through <see cref="Encoded"/>.</summary>
    // A fragment would be one part more, for each.
#pragma warning disable RS0030
    public static MarkupString Piece(string markup) => new(markup);
#pragma warning restore RS0030

    /// <summary>A text as it stands in an element or in an attribute's quotes.</summary>
    public static string Encoded(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A line of a menu that leads somewhere.</summary>
    public static string Line(string href, string text, bool current = false, string mark = "") =>
        $"<a href=\"{Encoded(href)}\"{(current ? " aria-current=\"true\"" : "")}>{mark}{Encoded(text)}</a>";
}

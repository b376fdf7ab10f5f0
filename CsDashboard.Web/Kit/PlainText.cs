using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CsDashboard.Web.Kit;

/// <summary>
/// What a person wrote, as written: lines kept, direction by its own letters, web addresses as links, the groups of a number in their
/// order.
/// </summary>
public sealed partial class PlainText : ComponentBase
{
    [Parameter, EditorRequired]
    public string? Text { get; set; }

    /// <summary>Inline for one-line excerpts.</summary>
    [Parameter]
    public bool Inline { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? AdditionalAttributes { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var text = Text ?? "";
        builder.OpenElement(0, Inline ? "span" : "div");
        builder.AddAttribute(1, "class", "plain");
        builder.AddAttribute(2, "dir", "auto");
        builder.AddMultipleAttributes(3, AdditionalAttributes);
        var from = 0;
        foreach (var match in Parts().EnumerateMatches(text))
        {
            var part = text.Substring(match.Index, match.Length);
            var isNumber = !char.IsAsciiLetter(part[0]);
            if (!isNumber)
                part = WithoutEnd(part);
            if (isNumber ? !TurnsRound(text, part) : !IsAddress(part))
                continue;
            builder.OpenRegion(4);
            builder.AddContent(0, text[from..match.Index]);
            builder.OpenElement(1, isNumber ? "bdi" : "a");
            if (!isNumber)
            {
                builder.AddAttribute(2, "href", part);
                builder.AddAttribute(3, "rel", "noopener nofollow ugc");
                builder.AddAttribute(4, "target", "_blank");
            }
            builder.AddAttribute(5, "dir", "ltr");
            builder.AddContent(6, part);
            builder.CloseElement();
            builder.CloseRegion();
            from = match.Index + part.Length;
        }

        builder.AddContent(5, text[from..]);
        builder.CloseElement();
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    // Punctuation after an address belongs to the sentence; a bracket opened inside the address belongs to the address.
    private static string WithoutEnd(string url)
    {
        var end = url.Length;
        while (end > 0 && ".,;:!?'\"،؛؟»)]}".Contains(url[end - 1], StringComparison.Ordinal) && !IsClosed(url.AsSpan(0, end)))
            end--;
        return url[..end];
    }

    private static bool IsClosed(ReadOnlySpan<char> url)
    {
        var close = url[^1];
        var open = close switch
        {
            ')' => '(',
            ']' => '[',
            '}' => '{',
            _ => '\0',
        };
        return open != '\0' && url.Count(open) >= url.Count(close);
    }

    // In right-to-left text the groups of a phone number would be reordered, and its plus would end up behind it. Two numbers that merely
    // stand side by side follow their sentence.
    private static bool TurnsRound(string text, string number) =>
        (number[0] == '+' || (number.Count(char.IsDigit) >= 7 && (number[0] is '(' or '0' or '٠' or '۰' || Groups().Count(number) > 2)))
        && RightToLeft().IsMatch(text);

    // An address ends at any mark that would reorder or hide what follows.
    [GeneratedRegex(
        @"https?://[^\s<>""\u200B\u200E\u200F\u061C\u202A-\u202E\u2060-\u206F\uFEFF]+|(?<![\p{L}\p{N}])\+?\(?\p{Nd}+(?:(?:[) .\-/\u00A0][( ]?|\()\p{Nd}+)*\)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Parts();

    [GeneratedRegex(@"\p{Nd}+")]
    private static partial Regex Groups();

    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]")]
    private static partial Regex RightToLeft();
}

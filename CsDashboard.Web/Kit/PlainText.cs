using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CsDashboard.Web.Kit;

/// <summary>What a person wrote, as written: lines kept, direction by its own letters, web addresses as links.</summary>
public sealed partial class PlainText : ComponentBase
{
    [Parameter, EditorRequired] public string? Text { get; set; }

    /// <summary>Inline for one-line excerpts.</summary>
    [Parameter] public bool Inline { get; set; }

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? AdditionalAttributes { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var text = Text ?? "";
        builder.OpenElement(0, Inline ? "span" : "div");
        builder.AddAttribute(1, "class", "plain");
        builder.AddAttribute(2, "dir", "auto");
        builder.AddMultipleAttributes(3, AdditionalAttributes);
        var from = 0;
        foreach (var match in Address().EnumerateMatches(text))
        {
            var end = match.Index + match.Length;
            while (end > match.Index && ".,;:!?)]}'\"،؛؟»".Contains(text[end - 1], StringComparison.Ordinal)) end--;
            var url = text[match.Index..end];
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) continue;
            builder.OpenRegion(4);
            builder.AddContent(0, text[from..match.Index]);
            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "href", url);
            builder.AddAttribute(3, "rel", "noopener nofollow ugc");
            builder.AddAttribute(4, "target", "_blank");
            builder.AddAttribute(5, "dir", "ltr");
            builder.AddContent(6, url);
            builder.CloseElement();
            builder.CloseRegion();
            from = end;
        }

        builder.AddContent(5, text[from..]);
        builder.CloseElement();
    }

    [GeneratedRegex(@"https?://[^\s<>""\u200E\u200F]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

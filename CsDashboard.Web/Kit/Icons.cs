using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Kit;

/// <summary>
/// The drawings: strokes on a 24-pixel square, one SVG path each. <c>@Icons.Of("inbox")</c> stands beside a text; with a label
/// it speaks for itself. Not a component: dozens stand on every open page, and each component costs the server 2 KB.
/// </summary>
public static class Icons
{
    private static readonly ConcurrentDictionary<(string, int, string?), MarkupString> Silent = new();

    /// <summary>The drawing of that name (a circle if there is none), <paramref name="size"/> pixels wide.</summary>
    public static MarkupString Of(string name, int size = 18, string? css = null, string? label = null) =>
        label is null
            ? Silent.GetOrAdd((name, size, css), static icon => SharedMarkup.Piece(Markup(icon.Item1, icon.Item2, icon.Item3)))
            : SharedMarkup.Piece(Draw(name, size, css, $"role=\"img\" aria-label=\"{SharedMarkup.Encoded(label)}\""));

    /// <summary>The same as a string, for <see cref="SharedMarkup"/>.</summary>
    public static string Markup(string name, int size = 18, string? css = null) => Draw(name, size, css, "aria-hidden=\"true\"");

    private static string Draw(string name, int size, string? css, string voice)
    {
        var kind =
            (Directional.Contains(name) ? " icon-flip" : "")
            + (Filled.Contains(name) ? " icon-filled" : "")
            + (css is null ? "" : " " + css);
        var markup = string.Create(
            CultureInfo.InvariantCulture,
            $"<svg class=\"icon{kind}\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 24 24\" {voice} focusable=\"false\"><path d=\"{Paths.GetValueOrDefault(name, Paths["circle"])}\" /></svg>"
        );
        return markup;
    }

    /// <summary>Drawings that mean a direction are mirrored in right-to-left pages.</summary>
    internal static readonly HashSet<string> Directional =
    [
        "arrow-left",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "reply",
        "send",
        "logout",
        "panel",
        "list",
        "book",
    ];

    internal static readonly HashSet<string> Filled = ["star-filled", "dots", "circle-filled"];

    public static readonly IReadOnlyDictionary<string, string> Paths = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["alert"] = "M12 4 2.800 19.500h18.400L12 4Zm0 6v4.500m0 2.700v.1",
        ["arrow-down"] = "M12 5v14m6-6-6 6-6-6",
        ["arrow-left"] = "M19 12H5m6-6-6 6 6 6",
        ["arrow-right"] = "M5 12h14m-6-6 6 6-6 6",
        ["arrow-up"] = "M12 19V5m-6 6 6-6 6 6",
        ["at"] = "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.500a2.500 2.500 0 0 0 5 0V12a9 9 0 1 0-3.600 7.200",
        ["bell"] = "M6 9.500a6 6 0 1 1 12 0c0 5 2 6.500 2 6.500H4s2-1.500 2-6.500ZM10 19.500a2.200 2.200 0 0 0 4 0",
        ["box"] = "M4 7.500 12 3.500l8 4v9l-8 4-8-4v-9Zm0 0 8 4m0 0 8-4m-8 4v9",
        ["bold"] = "M7.500 5h5.500a3.500 3.500 0 0 1 0 7H7.500V5Zm0 7h6.500a3.500 3.500 0 0 1 0 7H7.500v-7Z",
        ["book"] = "M12 6.500C10 5 7.500 4.500 4 4.500v13c3.500 0 6 .5 8 2 2-1.500 4.500-2 8-2v-13c-3.500 0-6 .5-8 2Zm0 0v13",
        ["calendar"] = "M5 5.500h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6.500a1 1 0 0 1 1-1Zm-1 5h16M8 3v4m8-4v4",
        ["cart"] = "M3 4.500h2.500l2 10.500h10l2-7.500H6.300M9 19.500v.1m7.500-.1v.1",
        ["chart"] = "M4 4v16h16M8.500 16v-4m4 4V8m4 8v-6",
        ["check"] = "m5 12.500 4.500 4.500L19 7.500",
        ["check-circle"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Zm-12.500.300 2.500 2.500 4.700-5",
        ["chevron-down"] = "m6 9.500 6 6 6-6",
        ["chevron-left"] = "m14.500 6-6 6 6 6",
        ["chevron-right"] = "m9.500 6 6 6-6 6",
        ["chevron-up"] = "m6 14.500 6-6 6 6",
        ["circle"] = "M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z",
        ["circle-filled"] = "M17 12a5 5 0 1 1-10 0 5 5 0 0 1 10 0Z",
        ["clock"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Zm-9-5v5l3.200 2",
        ["code"] = "m8.500 7-5 5 5 5m7-10 5 5-5 5",
        ["command"] =
            "M9 9h6v6H9V9Zm0 0V6.500A2.500 2.500 0 1 0 6.500 9H9Zm6 0h2.500A2.500 2.500 0 1 0 15 6.500V9Zm0 6v2.500a2.500 2.500 0 1 0 2.500-2.500H15Zm-6 0H6.500A2.500 2.500 0 1 0 9 17.500V15Z",
        ["copy"] =
            "M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Zm-4 6H4.500A1.500 1.500 0 0 1 3 13.500v-9A1.500 1.500 0 0 1 4.500 3h9A1.500 1.500 0 0 1 15 4.500V5",
        ["dots"] =
            "M6.500 12a1.500 1.500 0 1 1-3 0 1.500 1.500 0 0 1 3 0Zm7 0a1.500 1.500 0 1 1-3 0 1.500 1.500 0 0 1 3 0Zm7 0a1.500 1.500 0 1 1-3 0 1.500 1.500 0 0 1 3 0Z",
        ["download"] = "M12 4v11m5-4.500-5 5-5-5M5 20h14",
        ["external"] = "M14 4h6v6m0-6-9 9m-2-7H5a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-4",
        ["eye"] =
            "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
        ["file"] = "M6 3.500h8l5 5V20a.7.7 0 0 1-.7.700H6a1 1 0 0 1-1-1V4.500a1 1 0 0 1 1-1Zm8 0v5h5",
        ["filter"] = "M4 6h16M7 12h10m-7 6h4",
        ["gift"] =
            "M4 8.500h16v3.500H4V8.500Zm1.500 3.500v8h13v-8M12 8.500V20M12 8.500S11 4 8.300 4a2.200 2.200 0 0 0 0 4.500H12Zm0 0S13 4 15.700 4a2.200 2.200 0 0 1 0 4.500H12Z",
        ["globe"] =
            "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM3 12h18M12 3c2.500 2.500 3.800 5.500 3.800 9s-1.300 6.500-3.800 9c-2.500-2.500-3.800-5.500-3.800-9S9.500 5.500 12 3Z",
        ["heading"] = "M6.500 5v14m11-14v14m-11-7h11",
        ["help"] =
            "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM9.300 9.500a2.750 2.750 0 1 1 4.200 2.300c-.9.600-1.500 1.100-1.500 2.200m0 2.900v.1",
        ["home"] = "m4 11 8-7 8 7v8.500a.5.5 0 0 1-.5.500H14.500v-6h-5v6H4.500a.5.500 0 0 1-.5-.5V11Z",
        ["image"] =
            "M5 4.500h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1ZM4.500 18l5-5.500 3.500 3.500 2.500-2.500 4 4M16.300 9a1.300 1.300 0 1 1-2.600 0 1.300 1.300 0 0 1 2.600 0Z",
        ["inbox"] = "M4 13.500 6.500 5.500h11l2.500 8V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-5.500Zm0 0h4.500l1.500 2.500h4l1.500-2.500H20",
        ["info"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Zm-9-1v5.500m0-9v.1",
        ["italic"] = "M10 5h7M7 19h7m-.5-14-3 14",
        ["key"] = "M12 15.500a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm-1.200-2.800L20 3.500m-4.500 4.500 3 3",
        ["keyboard"] =
            "M4 6.500h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1ZM7 10v.1m3.300-.1v.1m3.400-.1v.1m3.300-.1v.1M8 14h8",
        ["link"] =
            "M10 14a4 4 0 0 0 5.700 0l3.100-3.200a4 4 0 0 0-5.700-5.600L12 6.300m2 3.700a4 4 0 0 0-5.700 0l-3.100 3.200a4 4 0 0 0 5.700 5.600L12 17.700",
        ["list"] = "M9 6h11M9 12h11M9 18h11M4.500 6v.1m0 5.900v.1m0 5.900v.1",
        ["lock"] = "M6 10.500h12a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7.500a1 1 0 0 1 1-1Zm2 0V8a4 4 0 1 1 8 0v2.500",
        ["logout"] = "M14 4.500H6a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h8M10.500 12H20m-3.500-4 4 4-4 4",
        ["pulse"] = "M3 12h4l2.500-7 5 14 2.500-7h4",
        ["mail"] = "M4 5.500h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Zm-.7.700L12 13l8.700-6.800",
        ["menu"] = "M4 6.500h16M4 12h16M4 17.500h16",
        ["message"] =
            "M5 5h14a1.500 1.500 0 0 1 1.500 1.500v9A1.500 1.500 0 0 1 19 17h-6.500L8 20.500V17H5a1.500 1.500 0 0 1-1.500-1.500v-9A1.500 1.500 0 0 1 5 5Z",
        ["minus"] = "M5 12h14",
        ["moon"] = "M20 14.200A8 8 0 0 1 9.800 4a8.200 8.200 0 1 0 10.200 10.200Z",
        ["note"] = "M5 4h14a1 1 0 0 1 1 1v9.500L14.500 20H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm9.500 16v-5.500H20M8 8.500h8M8 12h4.500",
        ["panel"] = "M5 4.500h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1Zm4.500 0v15",
        ["paperclip"] =
            "m20 11.500-8 8a5 5 0 0 1-7.100-7.100l8.300-8.200a3.300 3.300 0 0 1 4.700 4.700l-8.200 8.200a1.700 1.700 0 0 1-2.400-2.400l7.600-7.500",
        ["pencil"] =
            "M4.500 19.500 5.500 15 16 4.500a1.700 1.700 0 0 1 2.400 0l1.100 1.100a1.700 1.700 0 0 1 0 2.400L9 18.500l-4.500 1ZM14 6.500l3.500 3.500",
        ["phone"] =
            "M5 4h4l1.700 4.500-2.200 1.600a12 12 0 0 0 5.400 5.400l1.600-2.200L20 15v4a1 1 0 0 1-1 1A15.500 15.500 0 0 1 4 5a1 1 0 0 1 1-1Z",
        ["plus"] = "M12 5v14M5 12h14",
        ["refresh"] = "M20 5v5h-5M4 19v-5h5m-4.500-4a8 8 0 0 1 13.300-3L20 10M4 14l2.200 3a8 8 0 0 0 13.300-3",
        ["reply"] = "M10 5.500 4 11l6 5.500M4 11h9a7 7 0 0 1 7 7v1",
        ["robot"] =
            "M6 8.500h12a1.500 1.500 0 0 1 1.500 1.500v7.500A1.500 1.500 0 0 1 18 19H6a1.500 1.500 0 0 1-1.500-1.500V10A1.500 1.500 0 0 1 6 8.500Zm6 0V5m0-.5v-.1M9 12.500v1.500m6-1.500v1.500M2.500 12.500v3m19-3v3",
        ["search"] = "M17.500 11a6.500 6.500 0 1 1-13 0 6.500 6.500 0 0 1 13 0Zm-1.900 4.600L20.500 20.500",
        ["send"] = "M4.500 12 3.500 4.500 21 12 3.500 19.500 4.500 12Zm0 0H12",
        ["settings"] =
            "M4 7h9m5 0h2M4 17h2m5 0h9M18 7a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0Zm-7 10a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0Z",
        ["shield"] = "M12 3.500 5 6v5.500c0 4.500 3 7.500 7 9 4-1.500 7-4.500 7-9V6l-7-2.500ZM9 11.800l2.200 2.200 4-4.200",
        ["signal"] = "M5 18v-3m4.700 3v-6m4.600 6V9M19 18V5",
        ["sort"] = "M8 5v14m-4-4 4 4 4-4m4 4V5m-4 4 4-4 4 4",
        ["sparkles"] =
            "M10 4.500 11.700 9l4.500 1.700-4.500 1.700L10 17l-1.700-4.600L3.800 10.700 8.300 9 10 4.500Zm8 9 .8 2.200 2.200.800-2.200.800L18 19.500l-.8-2.200-2.200-.8 2.200-.8.800-2.200Z",
        ["star"] = "m12 4 2.500 5.100 5.600.800-4 4 .9 5.600-5-2.600-5 2.600.9-5.600-4-4 5.600-.8L12 4Z",
        ["star-filled"] = "m12 4 2.500 5.100 5.600.800-4 4 .9 5.600-5-2.600-5 2.600.9-5.600-4-4 5.600-.8L12 4Z",
        ["sun"] =
            "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm-4-9v2m0 14v2m9-9h-2M5 12H3m15.400-6.400L17 7M7 17l-1.400 1.400m12.800 0L17 17M7 7 5.600 5.600",
        ["system"] = "M4 5h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm8 11v4m-4 0h8",
        ["table"] = "M4 5.500h16v13H4v-13Zm0 4.500h16M4 14.300h16M10.500 10v8.500",
        ["tag"] = "M4 4.500h7.500l8 8a1 1 0 0 1 0 1.400l-5.600 5.600a1 1 0 0 1-1.400 0l-8-8L4 4.500ZM8.300 8.700v.1",
        ["thumbs-down"] = "M17 14V4.500h3V14h-3Zm0 0-4 6.500a2 2 0 0 1-2-2V15H6a2 2 0 0 1-2-2.400l1.300-6.500A2 2 0 0 1 7.300 4.500H17",
        ["thumbs-up"] = "M7 10v9.500H4V10h3Zm0 0 4-6.500a2 2 0 0 1 2 2V9h5a2 2 0 0 1 2 2.400l-1.300 6.500a2 2 0 0 1-2 1.600H7",
        ["ticket"] =
            "M4 6h16a.7.7 0 0 1 .7.700V10a2 2 0 0 0 0 4v3.300a.7.7 0 0 1-.7.700H4a.7.7 0 0 1-.7-.7V14a2 2 0 0 0 0-4V6.700A.7.7 0 0 1 4 6Zm10 0v2m0 3v2m0 3v2",
        ["trash"] = "M4.500 6.500h15M9 6.500V4h6v2.500m-8.500 0 .8 13a.7.7 0 0 0 .7.600h8a.7.7 0 0 0 .7-.6l.8-13M10 10.500v6m4-6v6",
        ["undo"] = "M8 5 4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-3",
        ["user"] = "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM4.500 20.500c.5-4 3.500-6 7.500-6s7 2 7.500 6",
        ["users"] =
            "M12.500 8a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0ZM2.500 19.500c.4-3.600 3-5.500 6.500-5.500s6.100 1.900 6.500 5.500M15.500 4.700a3.500 3.500 0 0 1 0 6.600m2.500 3.200c2 .8 3.300 2.500 3.500 5",
        ["vault"] =
            "M5 4h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm10.500 7.500a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0ZM12 8v1.700m0 3.600V15M7 19v1.500m10-1.500v1.500",
        ["wifi-off"] =
            "m4 4 16 16M8.500 15.500a5 5 0 0 1 6-.700M5 12a10 10 0 0 1 4.200-2.500M2 8.500a15 15 0 0 1 4.200-2.600m5-1A15 15 0 0 1 22 8.500M14.500 9.300A10 10 0 0 1 19 12m-7 7v.1",
        ["x"] = "M6 6l12 12M18 6 6 18",
    };
}

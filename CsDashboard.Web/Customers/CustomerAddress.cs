using System.Globalization;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.WebUtilities;

namespace CsDashboard.Web.Customers;

/// <summary>
/// Which customers the list shows, and which columns, as an address: everything but the defaults is in the query. Days are whole days of
/// the reader's own zone, both included.
/// </summary>
public sealed record CustomerAddress
{
    /// <summary>Rows on a page.</summary>
    public const int Size = 30;

    public string? Search { get; init; }
    public string? Status { get; init; }
    public string? Type { get; init; }
    public string? Tier { get; init; }
    public string? Tag { get; init; }
    public string? Segment { get; init; }
    public string? OrderedFrom { get; init; }
    public string? OrderedTo { get; init; }
    public string? OrderedDays { get; init; }
    public string? ValueFrom { get; init; }
    public string? ValueTo { get; init; }
    public string Sort { get; init; } = "created";
    public string? Columns { get; init; }
    public string? After { get; init; }

    public bool IsNarrowed =>
        (Search ?? Status ?? Type ?? Tier ?? Tag ?? Segment ?? OrderedFrom ?? OrderedTo ?? OrderedDays ?? ValueFrom ?? ValueTo) is not null;

    /// <summary>Invalid for a malformed day or number.</summary>
    public CustomerFilter Filter(string timeZone) =>
        new()
        {
            Search = Search,
            Status = Status,
            Type = Type,
            Tier = Tier,
            Tag = Tag,
            Segment = Segment,
            Sort = Sort,
            After = After,
            Size = Size,
            OrderedFrom = DayRange.Start("orderedFrom", OrderedFrom, timeZone),
            OrderedTo = DayRange.Start("orderedTo", OrderedTo, timeZone, add: 1),
            OrderedDays =
                OrderedDays is null ? null
                : int.TryParse(OrderedDays, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days
                : throw Refusal.Invalid("orderedDays", Words.Of("Refused_Invalid")),
            ValueFrom = Amount("valueFrom", ValueFrom),
            ValueTo = Amount("valueTo", ValueTo),
        };

    public string Href => At("/desk/customers");

    public string ExportHref => (this with { After = null, Columns = null }).At("/app/customers/export.csv");

    /// <summary>What a saved view keeps: everything except the place in the list.</summary>
    public string Query => (this with { After = null }).At("").TrimStart('?');

    /// <summary>Read from a query, whatever else it may hold.</summary>
    public static CustomerAddress Of(string query)
    {
        var pairs = QueryHelpers.ParseQuery(query);
        string? One(string name) => pairs.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value[0]) ? value[0] : null;
        return new CustomerAddress
        {
            Search = One("q"),
            Status = One("status"),
            Type = One("type"),
            Tier = One("tier"),
            Tag = One("tag"),
            Segment = One("segment"),
            OrderedFrom = One("ordered-from"),
            OrderedTo = One("ordered-to"),
            OrderedDays = One("ordered-days"),
            ValueFrom = One("value-from"),
            ValueTo = One("value-to"),
            Sort = One("sort") ?? "created",
            Columns = One("columns"),
            After = One("after"),
        };
    }

    private string At(string path) =>
        Paths.With(
            path,
            ("q", Search),
            ("status", Status),
            ("type", Type),
            ("tier", Tier),
            ("tag", Tag),
            ("segment", Segment),
            ("ordered-from", OrderedFrom),
            ("ordered-to", OrderedTo),
            ("ordered-days", OrderedDays),
            ("value-from", ValueFrom),
            ("value-to", ValueTo),
            ("sort", Sort == "created" ? null : Sort),
            ("columns", Columns),
            ("after", After)
        );

    private static decimal? Amount(string field, string? text) =>
        text is null ? null
        : Numbers.Typed(text, field) is { } amount and >= 0 ? amount
        : throw Refusal.Invalid(field, Words.Of("Refused_Invalid"));
}

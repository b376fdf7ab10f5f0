using System.Globalization;
using CsDashboard.Audit;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Audit;

/// <summary>
/// The part of the history that is shown or exported, as an address. Days are whole days of the reader's own zone, both included.
/// </summary>
public sealed record AuditAddress
{
    public string? Person { get; init; }
    public string? Table { get; init; }
    public string? Row { get; init; }
    public string? Action { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Text { get; init; }
    public string? After { get; init; }

    /// <summary>What the page shows of an entry (<see cref="ListAddress.Columns"/>).</summary>
    public string? Columns { get; init; }

    public bool IsNarrowed => !string.IsNullOrEmpty(Person + Table + Row + Action + From + To + Text);

    /// <summary>Invalid for a malformed id or day: an unreadable value must not widen an export.</summary>
    public AuditFilter Filter(string timeZone) =>
        new()
        {
            Person = Id("person", Person),
            Table = Or(Table),
            Row = Id("row", Row),
            Action = Or(Action),
            Text = Or(Text),
            After = Or(After),
            From = DayRange.Start("from", From, timeZone),
            To = DayRange.Start("to", To, timeZone, add: 1),
        };

    /// <summary>The same as a list has it, from the beginning.</summary>
    public ListAddress List() =>
        new("/admin/audit")
        {
            Usual = "",
            Filters = [("q", Text), ("person", Person), ("table", Table), ("action", Action), ("from", From), ("to", To), ("row", Row)],
            Columns = Columns,
        };

    /// <summary>The address of the page, with one entry opened where it is named.</summary>
    public string Href(long? entry = null) =>
        At(entry is { } id ? string.Create(CultureInfo.InvariantCulture, $"/admin/audit#e{id}") : "/admin/audit", entry: entry);

    public string ExportHref(string format) => (this with { After = null, Columns = null }).At("/api/enhanced/audit-log/export", format);

    private string At(string path, string? format = null, long? entry = null) =>
        Paths.With(
            path,
            ("person", Person),
            ("table", Table),
            ("row", Row),
            ("action", Action),
            ("from", From),
            ("to", To),
            ("q", Text),
            ("after", After),
            ("columns", Columns),
            ("format", format),
            ("entry", entry?.ToString(CultureInfo.InvariantCulture))
        );

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Guid? Id(string field, string? text) =>
        Or(text) is not { } id ? null
        : Guid.TryParse(id, out var guid) ? guid
        : throw Refusal.Invalid(field, Words.Of("Refused_Invalid"));
}

using System.Globalization;
using System.Text;
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
        entry is { } id ? string.Create(CultureInfo.InvariantCulture, $"{At("/admin/audit", $"entry={id}")}#e{id}") : At("/admin/audit");

    public string ExportHref(string format) =>
        (this with { After = null, Columns = null }).At("/api/enhanced/audit-log/export", "format=" + format);

    private string At(string path, string? more = null)
    {
        var address = new StringBuilder(path);
        var sign = '?';
        void Add(string? pair)
        {
            if (pair is null)
                return;
            address.Append(sign).Append(pair);
            sign = '&';
        }
        string? Pair(string name, string? value) => string.IsNullOrEmpty(value) ? null : $"{name}={Uri.EscapeDataString(value)}";
        foreach (
            var pair in new[]
            {
                Pair("person", Person),
                Pair("table", Table),
                Pair("row", Row),
                Pair("action", Action),
                Pair("from", From),
                Pair("to", To),
                Pair("q", Text),
                Pair("after", After),
                Pair("columns", Columns),
                more,
            }
        )
            Add(pair);
        return address.ToString();
    }

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Guid? Id(string field, string? text) =>
        Or(text) is not { } id ? null
        : Guid.TryParse(id, out var guid) ? guid
        : throw Refusal.Invalid(field, Words.Of("Refused_Invalid"));
}

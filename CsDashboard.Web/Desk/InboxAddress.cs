using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Desk;

/// <summary>Which tickets the inbox shows, as an address: everything but the defaults is in the query.</summary>
public sealed record InboxAddress
{
    /// <summary>Rows on a page: what a screen shows, and what an open inbox keeps in memory.</summary>
    public const int Size = 25;

    public string List { get; init; } = "all";
    public string? Status { get; init; }
    public string? Priority { get; init; }
    public string? Category { get; init; }
    public string? Type { get; init; }
    public string? Tag { get; init; }

    /// <summary>An instant of UTC, such as 2026-11-30T00:00:00Z: only tickets opened from then on.</summary>
    public string? Since { get; init; }
    public string? Search { get; init; }

    /// <summary>Null is the default order of the list.</summary>
    public string? Sort { get; init; }
    public string? After { get; init; }

    public bool IsNarrowed => (Priority ?? Category ?? Type ?? Tag ?? Since ?? Search) is not null;

    public DateTimeOffset? SinceAt => Times.TryRead(Since, out var at) ? at : null;

    /// <summary>The order: the overdue list begins with what has been late longest.</summary>
    public string Order => Sort ?? (List == "overdue" ? "due" : "activity");

    public TicketFilter Filter =>
        new()
        {
            List = List,
            Status = Status,
            Priority = Priority,
            Category = Category,
            Type = Type,
            Tag = Tag,
            Since = SinceAt,
            Search = Search,
            Sort = Order,
            After = After,
            Size = Size,
        };

    /// <summary>Another list begins at its first page and without filters; the order stays.</summary>
    public InboxAddress To(string list, string? status = null) =>
        new()
        {
            List = list,
            Status = status,
            Sort = List == "overdue" ? null : Sort,
        };

    public bool Shows(string list, string? status = null) => List == list && Status == status;

    /// <summary>The address of this list, or of a ticket with this list beside it.</summary>
    public string Href(Guid? ticket = null) =>
        Paths.With(
            ticket is { } id ? "/desk/tickets/" + id : "/desk",
            ("list", List == "all" ? null : List),
            ("status", Status),
            ("priority", Priority),
            ("category", Category),
            ("type", Type),
            ("tag", Tag),
            ("since", Since),
            ("q", Search),
            ("sort", Sort),
            ("after", After)
        );
}

using System.Text;
using CsDashboard.Desk;

namespace CsDashboard.Web.Desk;

/// <summary>Which tickets the inbox shows, as its address says it: everything but the defaults stands in the query.</summary>
public sealed record InboxAddress
{
    /// <summary>Rows on a page: what a screen shows, and what an open inbox keeps in memory.</summary>
    public const int Size = 25;

    public string List { get; init; } = "all";
    public string? Status { get; init; }
    public string? Priority { get; init; }
    public string? Category { get; init; }
    public string? Tag { get; init; }
    public string? Search { get; init; }
    public string Sort { get; init; } = "activity";
    public string? After { get; init; }

    public bool IsNarrowed => (Priority ?? Category ?? Tag ?? Search) is not null;

    public TicketFilter Filter => new()
    {
        List = List, Status = Status, Priority = Priority, Category = Category, Tag = Tag, Search = Search, Sort = Sort, After = After, Size = Size,
    };

    /// <summary>Another list begins at its first page and without filters; the order stays.</summary>
    public InboxAddress To(string list, string? status = null) => new() { List = list, Status = status, Sort = Sort };

    public bool Shows(string list, string? status = null) => List == list && Status == status;

    /// <summary>The address of this list, or of a ticket with this list beside it.</summary>
    public string Href(Guid? ticket = null)
    {
        var address = new StringBuilder(ticket is { } id ? "/desk/tickets/" + id : "/desk");
        var sign = '?';
        void Add(string name, string? value, string? usual = null)
        {
            if (string.IsNullOrEmpty(value) || value == usual) return;
            address.Append(sign).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            sign = '&';
        }
        Add("list", List, "all");
        Add("status", Status);
        Add("priority", Priority);
        Add("category", Category);
        Add("tag", Tag);
        Add("q", Search);
        Add("sort", Sort, "activity");
        Add("after", After);
        return address.ToString();
    }
}

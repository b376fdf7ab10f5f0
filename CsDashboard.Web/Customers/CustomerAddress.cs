using System.Text;
using CsDashboard.Customers;

namespace CsDashboard.Web.Customers;

/// <summary>Which customers the list shows, as its address says it: everything but the defaults stands in the query.</summary>
public sealed record CustomerAddress
{
    /// <summary>Rows on a page.</summary>
    public const int Size = 30;

    public string? Search { get; init; }
    public string? Status { get; init; }
    public string? Type { get; init; }
    public string? Tier { get; init; }
    public string? Tag { get; init; }
    public string Sort { get; init; } = "created";
    public string? After { get; init; }

    public bool IsNarrowed => (Search ?? Status ?? Type ?? Tier ?? Tag) is not null;

    public CustomerFilter Filter => new() { Search = Search, Status = Status, Type = Type, Tier = Tier, Tag = Tag, Sort = Sort, After = After, Size = Size };

    public string Href
    {
        get
        {
            var address = new StringBuilder("/desk/customers");
            var sign = '?';
            void Add(string name, string? value, string? usual = null)
            {
                if (string.IsNullOrEmpty(value) || value == usual) return;
                address.Append(sign).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                sign = '&';
            }
            Add("q", Search);
            Add("status", Status);
            Add("type", Type);
            Add("tier", Tier);
            Add("tag", Tag);
            Add("sort", Sort, "created");
            Add("after", After);
            return address.ToString();
        }
    }
}

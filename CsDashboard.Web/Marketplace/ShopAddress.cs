using CsDashboard.Foundation;
using CsDashboard.Marketplace.Finding;
using Microsoft.AspNetCore.WebUtilities;

namespace CsDashboard.Web.Marketplace;

/// <summary>Where a shelf of the shop stands: its filters, order and page, all of them in the address, without what is usual.</summary>
public sealed record ShopAddress(string Path)
{
    public const int Size = 24;
    private const int MostValues = 20;

    // Word in the address, how it is read, and from the last to the first. The best comes first where words are given, else the newest.
    public static readonly IReadOnlyList<(string Word, string Sort, bool Down)> Orders =
    [
        ("best", "relevance", true),
        ("new", "created_at", true),
        ("price", "price", false),
        ("price-down", "price", true),
        ("rating", "rating", true),
        ("popular", "view_count", true),
        ("name", "name", false),
    ];

    public string? Search { get; init; }
    public IReadOnlyList<string> Brands { get; init; } = [];

    /// <summary>Values of options, "Size: Large".</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }

    /// <summary>So many stars and more.</summary>
    public int? Stars { get; init; }
    public bool InStock { get; init; }
    public bool Deals { get; init; }

    /// <summary>Nothing that was typed is corrected.</summary>
    public bool Exact { get; init; }

    /// <summary>Null for what is usual.</summary>
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public string Order => Sort ?? (Search is null ? "new" : "best");

    /// <summary>The orders that there are here.</summary>
    public IEnumerable<string> Sorts => Orders.Select(o => o.Word).Where(word => Search is not null || word != "best");

    public bool IsFiltered =>
        Brands.Count + Options.Count > 0 || Least is not null || Most is not null || Stars is not null || InStock || Deals;

    public bool IsNarrowed => Search is not null || IsFiltered;

    public ShopAddress Cleared => new(Path) { Sort = Sort };

    /// <summary>The same words without any filter.</summary>
    public ShopAddress Unfiltered => new(Path) { Search = Search, Sort = Sort };

    /// <summary>With a brand, or without the one that is there.</summary>
    public ShopAddress Turn(string brand) => this with { Brands = Turned(Brands, brand), Page = 1 };

    public ShopAddress TurnOption(string option) => this with { Options = Turned(Options, option), Page = 1 };

    public IEnumerable<(string Name, string Value)> Fields =>
        new (string, string?)[]
        {
            ("q", Search),
            ("min", Text(Least)),
            ("max", Text(Most)),
            ("stars", Stars is { } stars ? Text(stars) : null),
            ("stock", InStock ? "1" : null),
            ("deals", Deals ? "1" : null),
            ("exact", Exact ? "1" : null),
            ("sort", Sort),
            ("page", Page > 1 ? Text(Page) : null),
        }
            .Concat(Brands.Select(brand => ("brand", (string?)brand)))
            .Concat(Options.Select(option => ("option", (string?)option)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.Item1, pair.Item2!));

    public string Href => QueryHelpers.AddQueryString(Path, Fields.Select(f => KeyValuePair.Create(f.Name, (string?)f.Value)));

    public ShopQuery Query(string? category)
    {
        var order = Orders.First(o => o.Word == Order);
        return new()
        {
            Text = Search,
            Category = category,
            Brands = Brands,
            Options = Options,
            // Turned round they say the same.
            MinPrice = Least > Most ? Most : Least,
            MaxPrice = Least > Most ? Least : Most,
            MinRating = Stars,
            InStock = InStock,
            Deals = Deals,
            Exact = Exact,
            Sort = order.Sort,
            Down = order.Down,
            SoldOutLast = true,
            Skip = (Page - 1) * Size,
            Take = Size,
        };
    }

    /// <summary>Read from a query; what is malformed is not there.</summary>
    public static ShopAddress Of(string path, string? query)
    {
        var pairs = QueryHelpers.ParseQuery(query);
        string? One(string name, int most = 100) =>
            pairs.TryGetValue(name, out var value) && value[0]?.Trim() is { Length: > 0 } text ? Lines.Cut(text, most) : null;
        IReadOnlyList<string> All(string name) =>
            pairs.TryGetValue(name, out var values)
                ? [.. values.OfType<string>().Where(v => v.Length is > 0 and <= 200).Distinct().Take(MostValues)]
                : [];
        decimal? Amount(string name) =>
            One(name) is { } text
            && Numbers.Read(text, Comma.Unknown, out var number, out _) == Reading.Whole
            && number is >= 0 and <= Money.Most
                ? number
                : null;
        return new ShopAddress(path)
        {
            Search = One("q", 200),
            Brands = All("brand"),
            Options = All("option"),
            Least = Amount("min"),
            Most = Amount("max"),
            Stars = Amount("stars") is { } stars and >= 1 and <= 5 ? (int)stars : null,
            InStock = One("stock") is not null,
            Deals = One("deals") is not null,
            Exact = One("exact") is not null,
            Sort = One("sort") is { } sort && Orders.Any(o => o.Word == sort) && (sort != "best" || One("q") is not null) ? sort : null,
            Page = Amount("page") is { } page and >= 1 and <= ShopQuery.MaxListed ? (int)page : 1,
        };
    }

    public static string? Text(decimal? amount) => amount is { } some ? HashChain.Text(some) : null;

    private static IReadOnlyList<string> Turned(IReadOnlyList<string> all, string value) =>
        all.Contains(value) ? [.. all.Where(v => v != value)] : [.. all, value];
}

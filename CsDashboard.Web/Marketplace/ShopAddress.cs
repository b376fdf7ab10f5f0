using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.AspNetCore.WebUtilities;

namespace CsDashboard.Web.Marketplace;

/// <summary>Where a shelf of the shop stands: its filters, order and part, all of them in the address, without what is usual.</summary>
public sealed record ShopAddress(string Path)
{
    public const int Size = 24;

    // Word in the address, how it is read, and from the last to the first.
    public static readonly IReadOnlyList<(string Word, string Sort, bool Down)> Orders =
    [
        ("new", "created_at", true),
        ("price", "price", false),
        ("price-down", "price", true),
        ("rating", "rating", true),
        ("popular", "views", true),
        ("name", "name", false),
    ];

    public string? Search { get; init; }
    public string? Brand { get; init; }
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }
    public bool InStock { get; init; }
    public bool Deals { get; init; }
    public string Sort { get; init; } = Orders[0].Word;

    /// <summary>Where the part that is shown begins or ends; null for the first one.</summary>
    public ShelfPlace? At { get; init; }

    public bool IsNarrowed => Search is not null || Brand is not null || Least is not null || Most is not null || InStock || Deals;

    public ShopAddress Cleared => new(Path) { Sort = Sort };

    public string Href =>
        QueryHelpers.AddQueryString(
            Path,
            new (string Name, string? Value)[]
            {
                ("q", Search),
                ("brand", Brand),
                ("min", Text(Least)),
                ("max", Text(Most)),
                ("stock", InStock ? "1" : null),
                ("deals", Deals ? "1" : null),
                ("sort", Sort == Orders[0].Word ? null : Sort),
                ("at", At?.ToString()),
            }
                .Where(pair => pair.Value is not null)
                .Select(pair => KeyValuePair.Create(pair.Name, pair.Value))
        );

    public ProductFilter Filter(string? category)
    {
        var order = Orders.First(o => o.Word == Sort);
        return new()
        {
            Category = category,
            Search = Search,
            Brand = Brand,
            MinPrice = Least,
            MaxPrice = Most,
            InStock = InStock,
            Deals = Deals,
            Sort = order.Sort == "name" && Words.IsArabic ? "name_ar" : order.Sort,
            Down = order.Down,
            Limit = Size,
        };
    }

    /// <summary>Read from a query; what is malformed is not there.</summary>
    public static ShopAddress Of(string path, string? query)
    {
        var pairs = QueryHelpers.ParseQuery(query);
        string? One(string name, int most = 100) =>
            pairs.TryGetValue(name, out var value) && value[0]?.Trim() is { Length: > 0 } text ? Lines.Cut(text, most) : null;
        decimal? Amount(string name) =>
            One(name) is { } text
            && Numbers.Read(text, Comma.Unknown, out var number, out _) == Reading.Whole
            && number is >= 0 and <= Money.Most
                ? number
                : null;
        return new ShopAddress(path)
        {
            Search = One("q", 200),
            Brand = One("brand"),
            Least = Amount("min"),
            Most = Amount("max"),
            InStock = One("stock") is not null,
            Deals = One("deals") is not null,
            Sort = One("sort") is { } sort && Orders.Any(o => o.Word == sort) ? sort : Orders[0].Word,
            At = ShelfPlace.Read(One("at", 500)),
        };
    }

    public static string? Text(decimal? amount) => amount is { } some ? HashChain.Text(some) : null;
}

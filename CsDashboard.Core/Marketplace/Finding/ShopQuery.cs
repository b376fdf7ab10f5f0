namespace CsDashboard.Marketplace.Finding;

/// <summary>What somebody looks for in the shop. Nothing given finds all that is on sale.</summary>
public sealed record ShopQuery
{
    public const int MaxTake = 100,
        MaxText = 400;

    /// <summary>Results beyond these are counted and not listed (contract: market, Search).</summary>
    public const int MaxListed = 1_000;

    public static readonly IReadOnlyList<string> Sorts = ["relevance", "price", "rating", "created_at", "view_count", "name"];

    public string? Text { get; init; }

    /// <summary>By its address or name; what stands below it is found, too.</summary>
    public string? Category { get; init; }

    /// <summary>The same again: narrows it further.</summary>
    public string? Subcategory { get; init; }

    /// <summary>One of these, exactly.</summary>
    public IReadOnlyList<string> Brands { get; init; } = [];
    public decimal? MinPrice { get; init; }
    public decimal? MaxPrice { get; init; }

    /// <summary>In stars.</summary>
    public decimal? MinRating { get; init; }
    public bool InStock { get; init; }
    public bool Featured { get; init; }
    public bool Deals { get; init; }
    public bool Trending { get; init; }

    /// <summary>One of these.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Values of options, "Size: Large"; one of these.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Without one the best first, or, where no words are given, the newest.</summary>
    public string? Sort { get; init; }
    public bool Down { get; init; } = true;
    public bool SoldOutLast { get; init; }

    /// <summary>Nothing is corrected.</summary>
    public bool Exact { get; init; }
    public int Skip { get; init; }
    public int Take { get; init; } = 20;

    /// <summary>Nothing but words is asked for.</summary>
    public bool IsUnfiltered =>
        Category is null
        && Subcategory is null
        && Brands.Count + Tags.Count + Options.Count == 0
        && MinPrice is null
        && MaxPrice is null
        && MinRating is null
        && !(InStock || Featured || Deals || Trending);

    /// <summary>Without words there is no best.</summary>
    internal string Order =>
        Sort is { Length: > 0 } sort && sort != Sorts[0] ? sort
        : string.IsNullOrWhiteSpace(Text) ? "created_at"
        : Sorts[0];
}

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>What is looked for in the shop, and in which order. Nothing given finds all.</summary>
public sealed record ProductFilter
{
    /// <summary>Number of a category; what stands in those below it is found, too.</summary>
    public int? CategoryId { get; init; }

    /// <summary>The same by its address or its name.</summary>
    public string? Category { get; init; }
    public string? Search { get; init; }
    public decimal? MinPrice { get; init; }
    public decimal? MaxPrice { get; init; }
    public string? Brand { get; init; }
    public GoodsKind? Kind { get; init; }
    public bool Featured { get; init; }
    public bool Deals { get; init; }
    public bool Trending { get; init; }

    /// <summary>In stars.</summary>
    public decimal? MinRating { get; init; }

    /// <summary>Has one of them.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Nothing that is left out of searching.</summary>
    public bool Shown { get; init; }

    /// <summary>Nothing that is sold out.</summary>
    public bool InStock { get; init; }

    /// <summary>created_at (without one), price, rating, name, views.</summary>
    public string? Sort { get; init; }
    public bool Down { get; init; } = true;
    public int Skip { get; init; }
    public int Limit { get; init; } = 20;

    internal bool IsOfCategory => CategoryId is not null || !string.IsNullOrWhiteSpace(Category);

    /// <summary>Narrowed by nothing but category and brand.</summary>
    internal bool IsWide =>
        string.IsNullOrWhiteSpace(Search)
        && MinPrice is null
        && MaxPrice is null
        && Kind is null
        && MinRating is null
        && Tags.Count == 0
        && !Shown
        && !(Featured || Deals || Trending || InStock);
}

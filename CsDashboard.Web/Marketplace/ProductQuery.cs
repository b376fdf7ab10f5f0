using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Marketplace;

/// <summary>What a program looks for in the catalogue, by the contract's names.</summary>
internal sealed class ProductQuery
{
    private static readonly string[] Sorts = ["created_at", "price", "rating", "name"];

    [FromQuery(Name = "skip")]
    public int? Skip { get; set; }

    [FromQuery(Name = "limit")]
    public int? Limit { get; set; }

    [FromQuery(Name = "category_id")]
    public int? CategoryId { get; set; }

    [FromQuery(Name = "category")]
    public string? Category { get; set; }

    [FromQuery(Name = "search")]
    public string? Search { get; set; }

    [FromQuery(Name = "min_price")]
    public decimal? MinPrice { get; set; }

    [FromQuery(Name = "max_price")]
    public decimal? MaxPrice { get; set; }

    [FromQuery(Name = "sort_by")]
    public string? SortBy { get; set; }

    [FromQuery(Name = "sort_order")]
    public string? SortOrder { get; set; }

    internal ProductFilter Filter =>
        new()
        {
            Skip = Skip ?? 0,
            Limit = Limit ?? 20,
            CategoryId = CategoryId,
            Category = Category,
            Search = Search,
            MinPrice = MinPrice,
            MaxPrice = MaxPrice,
            Sort =
                SortBy is null or "" || Sorts.Contains(SortBy)
                    ? SortBy
                    : throw Refusal.Invalid("sort_by", Words.Of("Word_Unknown", string.Join(", ", Sorts))),
            Down = SortOrder?.ToLowerInvariant() switch
            {
                null or "" or "desc" => true,
                "asc" => false,
                _ => throw Refusal.Invalid("sort_order", Words.Of("Word_Unknown", "asc, desc")),
            },
        };
}

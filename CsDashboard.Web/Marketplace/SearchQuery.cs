using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Finding;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Marketplace;

/// <summary>What a program looks for in the shop, by the contract's names.</summary>
internal sealed class SearchQuery
{
    // Pages beyond these hold nothing that is listed.
    private const int MaxPage = 1_000_000;

    [FromQuery(Name = "q")]
    public string? Q { get; set; }

    [FromQuery(Name = "category")]
    public string? Category { get; set; }

    [FromQuery(Name = "subcategory")]
    public string? Subcategory { get; set; }

    [FromQuery(Name = "brand")]
    public string? Brand { get; set; }

    [FromQuery(Name = "min_price")]
    public decimal? MinPrice { get; set; }

    [FromQuery(Name = "max_price")]
    public decimal? MaxPrice { get; set; }

    [FromQuery(Name = "min_rating")]
    public decimal? MinRating { get; set; }

    [FromQuery(Name = "in_stock")]
    public bool? InStock { get; set; }

    [FromQuery(Name = "featured")]
    public bool? Featured { get; set; }

    [FromQuery(Name = "deals")]
    public bool? Deals { get; set; }

    [FromQuery(Name = "trending")]
    public bool? Trending { get; set; }

    [FromQuery(Name = "tags")]
    public string[]? Tags { get; set; }

    [FromQuery(Name = "sort_by")]
    public string? SortBy { get; set; }

    [FromQuery(Name = "sort_order")]
    public string? SortOrder { get; set; }

    [FromQuery(Name = "page")]
    public int? Page { get; set; }

    [FromQuery(Name = "size")]
    public int? Size { get; set; }

    [FromQuery(Name = "use_cache")]
    public bool? UseCache { get; set; }

    internal int PageAsked => Page ?? 1;

    internal int SizeAsked => Size ?? 20;

    internal ShopQuery Asked =>
        new()
        {
            Text = Q,
            Category = Blank(Category),
            Subcategory = Blank(Subcategory),
            Brands = Blank(Brand) is { } brand ? [brand] : [],
            MinPrice = MinPrice,
            MaxPrice = MaxPrice,
            MinRating = MinRating,
            InStock = InStock == true,
            Featured = Featured == true,
            Deals = Deals == true,
            Trending = Trending == true,
            Tags = [.. (Tags ?? []).Select(tag => tag.Trim().ToLowerInvariant().Replace(' ', '-')).Where(tag => tag.Length > 0).Take(20)],
            Sort = SortBy == "name" ? throw Unknown() : SortBy,
            Down = SortOrder switch
            {
                null or "" or "desc" => true,
                "asc" => false,
                _ => throw Refusal.Invalid("sort_order", Words.Of("Word_Unknown", "asc, desc")),
            },
            Skip = PageAsked is >= 1 and <= MaxPage
                ? (int)Math.Min((long)(PageAsked - 1) * SizeAsked, int.MaxValue)
                : throw Refusal.Invalid("page", Words.Of("Range_Beyond", 1, MaxPage)),
            Take = SizeAsked,
        };

    /// <summary>What was given, sorted by its name.</summary>
    internal SortedDictionary<string, object> Given
    {
        get
        {
            var given = new SortedDictionary<string, object>(StringComparer.Ordinal);
            void Put(string name, object? value)
            {
                if (value is not null and not "")
                    given[name] = value;
            }
            Put("category", Category);
            Put("subcategory", Subcategory);
            Put("brand", Brand);
            Put("min_price", MinPrice);
            Put("max_price", MaxPrice);
            Put("min_rating", MinRating);
            Put("in_stock", InStock);
            Put("featured", Featured);
            Put("deals", Deals);
            Put("trending", Trending);
            Put("tags", Tags is { Length: > 0 } ? Tags : null);
            return given;
        }
    }

    /// <summary>Under which an answer is kept: the hash of the sorted parameters (contract: market, Search).</summary>
    internal string Key
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (name, value) in Given)
                text.Append(name).Append('=').Append(JsonSerializer.Serialize(value)).Append('\u001e');
            text.Append($"{PageAsked}\u001e{SizeAsked}\u001e{SortBy}\u001e{SortOrder}\u001e{Words.Language}\u001e{Q}");
            return "search:" + Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    private static Refusal Unknown() =>
        Refusal.Invalid("sort_by", Words.Of("Word_Unknown", string.Join(", ", ShopQuery.Sorts.Where(s => s != "name"))));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

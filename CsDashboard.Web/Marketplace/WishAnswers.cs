using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Marketplace.Advice;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Prices;
using CsDashboard.Marketplace.Wishes;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed record WishAnswer(int Id, int ProductId, DateTimeOffset AddedAt, ProductAnswer Product)
{
    internal static WishAnswer Of(ProductOf<Wish> wish, PictureAddresses addresses) =>
        new(wish.Thing.Number, wish.Product.Product.Number, wish.Thing.AddedAt, ProductAnswer.Of(wish.Product, addresses));
}

[SnakeCase]
public sealed record WishlistAnswer(IReadOnlyList<WishAnswer> Items);

[SnakeCase]
public sealed record WishAddedAnswer(string Message, int Id, int ProductId, DateTimeOffset AddedAt);

[SnakeCase]
public sealed record MessageAnswer(string Message);

[SnakeCase]
public sealed record ComparisonAnswer(int Id, string Name, IReadOnlyList<int> ProductIds, DateTimeOffset UpdatedAt)
{
    internal static ComparisonAnswer Of(Comparison set) => new(set.Number, set.Name, set.Products, set.UpdatedAt);
}

[SnakeCase]
public sealed record SeenAnswer(int Id, DateTimeOffset ViewedAt);

[SnakeCase]
public sealed record SeenProductAnswer(int Id, int ProductId, DateTimeOffset ViewedAt, ProductAnswer Product)
{
    internal static SeenProductAnswer Of(ProductOf<Glance> seen, PictureAddresses addresses) =>
        new(seen.Thing.Number, seen.Product.Product.Number, seen.Thing.At, ProductAnswer.Of(seen.Product, addresses));
}

[SnakeCase]
public sealed record PriceAlertAnswer
{
    public required int Id { get; init; }
    public required int AlertId { get; init; }
    public required string UserId { get; init; }
    public required int ProductId { get; init; }
    public required string ProductName { get; init; }
    public required decimal? TargetPrice { get; init; }
    public required decimal CurrentPrice { get; init; }
    public required bool IsActive { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public string? Message { get; init; }

    internal static PriceAlertAnswer Of(AlertView view, string userId) =>
        new()
        {
            Id = view.Alert.Number,
            AlertId = view.Alert.Number,
            UserId = userId,
            ProductId = view.Product.Number,
            ProductName = view.Product.Name(Words.Language),
            TargetPrice = view.Alert.Target,
            CurrentPrice = view.Product.Price,
            IsActive = true,
            CreatedAt = view.Alert.CreatedAt,
        };
}

[SnakeCase]
public sealed record RecommendationAnswer
{
    public required int Id { get; init; }
    public required string UserId { get; init; }
    public required int? ProductId { get; init; }
    public required int RecommendedProductId { get; init; }
    public required decimal Score { get; init; }
    public required string Reason { get; init; }
    public required string Algorithm { get; init; }
    public required ProductAnswer Product { get; init; }

    internal static RecommendationAnswer Of(Recommended one, string userId, PictureAddresses addresses) =>
        new()
        {
            Id = IdOf(userId, one),
            UserId = userId,
            ProductId = one.Because,
            RecommendedProductId = one.Product.Product.Number,
            Score = one.Score,
            Reason = ReviewTexts.Get("Advice." + one.Way),
            Algorithm = Word.Of(one.Way),
            Product = ProductAnswer.Of(one.Product, addresses),
        };

    // There are no rows of it: the same for the same person and products.
    private static int IdOf(string userId, Recommended one) =>
        (int)(Fnv($"{userId}/{one.Because}/{one.Product.Product.Number}") & 0x7FFF_FFFF) is var id and > 0 ? id : 1;

    private static uint Fnv(string text) => text.Aggregate(2_166_136_261u, (hash, c) => unchecked((hash ^ c) * 16_777_619u));
}

[SnakeCase]
public sealed record RecommendationsAnswer(IReadOnlyList<RecommendationAnswer> Recommendations);

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>What the history keeps of a product.</summary>
public sealed record ProductFacts(string Name, ProductState State)
{
    public string? NameAr { get; init; }
    public required string Slug { get; init; }
    public GoodsKind Kind { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    public Guid? CategoryId { get; init; }
    public string? Brand { get; init; }
    public string Tags { get; init; } = "";
    public bool IsFeatured { get; init; }
    public bool IsDeal { get; init; }
    public bool IsTrending { get; init; }
    public string? Tier { get; init; }
    public int? AccessDays { get; init; }
    public string? Summary { get; init; }
    public string? SummaryAr { get; init; }
    public string? Description { get; init; }
    public string? DescriptionAr { get; init; }
    public string Variants { get; init; } = "";

    internal static ProductFacts Of(Product p) =>
        new(p.NameEn, p.State)
        {
            NameAr = p.NameAr,
            Slug = p.Slug,
            Kind = p.Kind,
            PublishAt = p.PublishAt,
            CategoryId = p.CategoryId,
            Brand = p.Brand,
            Tags = p.TagText,
            IsFeatured = p.IsFeatured,
            IsDeal = p.IsDeal,
            IsTrending = p.IsTrending,
            Tier = p.Tier,
            AccessDays = p.AccessDays,
            Summary = p.SummaryEn,
            SummaryAr = p.SummaryAr,
            Description = p.DescriptionEn,
            DescriptionAr = p.DescriptionAr,
            Variants = string.Join(
                "; ",
                p.Variants.OrderBy(v => v.Place)
                    .Select(v => $"{(v.OptionKey.Length > 0 ? v.Label("en") : v.Sku)} {HashChain.Text(v.Price)}".Trim())
            ),
        };
}

using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Importing;

/// <summary>
/// A column of a file of products: what it is called, what stands in it, and how what stands there is taken over. Said once, for exports
/// and imports alike.
/// </summary>
public sealed class ProductField
{
    public static readonly IReadOnlyList<ProductField> All =
    [
        new("number", "رقم المنتج, product id", (v, _) => HashChain.Text(v.Product.Number), (_, _) => { }),
        new("slug", "handle, address, url, العنوان", (v, _) => v.Product.Slug, (to, text) => to.Product.Slug = text?.ToLowerInvariant()),
        new("name", "title, product, product name, الاسم, اسم المنتج", (v, _) => v.Product.NameEn, (to, text) => to.Product.Name = text),
        new("name_ar", "arabic name, الاسم بالعربية", (v, _) => v.Product.NameAr, (to, text) => to.Product.NameAr = text)
        {
            MayBeNone = true,
        },
        new("kind", "type, goods, النوع", (v, _) => Word.Of(v.Product.Kind), (to, text) => to.Product.Kind = to.Word<GoodsKind>(text)),
        new("state", "status, الحالة", (v, _) => Word.Of(v.Product.State), (to, text) => to.State = to.Word<ProductState>(text)),
        new("category", "product category, collection, التصنيف, الفئة", (v, _) => v.Category?.Slug, (to, text) => to.PutInto(text))
        {
            MayBeNone = true,
        },
        new("brand", "vendor, maker, العلامة التجارية, الماركة", (v, _) => v.Product.Brand, (to, text) => to.Product.Brand = text)
        {
            MayBeNone = true,
        },
        new(
            "tags",
            "labels, الوسوم",
            (v, _) => string.Join(", ", TagWords.Split(v.Product.TagText)),
            (to, text) => to.Product.Tags = text?.Split([',', ';', '،'], Trimmed) ?? []
        )
        {
            MayBeNone = true,
        },
        new("summary", "short description, الملخص", (v, _) => v.Product.SummaryEn, (to, text) => to.Product.Summary = text)
        {
            MayBeNone = true,
        },
        new("summary_ar", "الملخص بالعربية", (v, _) => v.Product.SummaryAr, (to, text) => to.Product.SummaryAr = text) { MayBeNone = true },
        new("description", "body, الوصف", (v, _) => v.Product.DescriptionEn, (to, text) => to.Product.Description = text)
        {
            MayBeNone = true,
        },
        new("description_ar", "الوصف بالعربية", (v, _) => v.Product.DescriptionAr, (to, text) => to.Product.DescriptionAr = text)
        {
            MayBeNone = true,
        },
        new("features", "المزايا", (v, _) => v.Product.FeaturesEn, (to, text) => to.Product.Features = text) { MayBeNone = true },
        new("features_ar", "المزايا بالعربية", (v, _) => v.Product.FeaturesAr, (to, text) => to.Product.FeaturesAr = text)
        {
            MayBeNone = true,
        },
        new("specifications", "specs, المواصفات", (v, _) => v.Product.SpecificationsEn, (to, text) => to.Product.Specifications = text)
        {
            MayBeNone = true,
        },
        new(
            "specifications_ar",
            "المواصفات بالعربية",
            (v, _) => v.Product.SpecificationsAr,
            (to, text) => to.Product.SpecificationsAr = text
        )
        {
            MayBeNone = true,
        },
        new("options", "option names, الخيارات", (v, _) => v.Product.OptionsEn, (to, text) => to.Product.Options = text),
        new("options_ar", "الخيارات بالعربية", (v, _) => v.Product.OptionsAr, (to, text) => to.Product.OptionsAr = text)
        {
            MayBeNone = true,
        },
        new("featured", "مميز", (v, _) => Flag(v.Product.IsFeatured), (to, text) => to.Product.IsFeatured = to.Flag(text)),
        new("deal", "عرض", (v, _) => Flag(v.Product.IsDeal), (to, text) => to.Product.IsDeal = to.Flag(text)),
        new("trending", "رائج", (v, _) => Flag(v.Product.IsTrending), (to, text) => to.Product.IsTrending = to.Flag(text)),
        new("tier", "membership, العضوية", (v, _) => v.Product.Tier, (to, text) => to.Product.Tier = text),
        new(
            "access_days",
            "days, الأيام",
            (v, _) => v.Product.AccessDays is { } days ? HashChain.Text(days) : null,
            (to, text) => to.Product.AccessDays = to.Whole(text)
        ),
        Value(1),
        Value(2),
        Value(3),
        ValueAr(1),
        ValueAr(2),
        ValueAr(3),
        new("sku", "variant sku, رمز الصنف", (_, v) => v.Sku, (to, text) => to.Variant.Sku = text, ofVariant: true) { MayBeNone = true },
        new(
            "price",
            "variant price, السعر",
            (_, v) => HashChain.Text(v.Price),
            (to, text) => to.Variant.Price = to.Amount(text) ?? 0,
            ofVariant: true
        ),
        new(
            "compare_price",
            "compare at price, original price, earlier price, السعر السابق",
            (_, v) => v.ComparePrice is { } before ? HashChain.Text(before) : null,
            (to, text) => to.Variant.ComparePrice = to.Amount(text),
            ofVariant: true
        )
        {
            MayBeNone = true,
        },
        new(
            "stock",
            "quantity, inventory, on hand, stock quantity, المخزون, الكمية",
            (view, v) => view.Stock.TryGetValue(v.Id, out var stock) ? HashChain.Text(stock.Available) : null,
            (to, text) => to.Stock = to.Whole(text),
            ofVariant: true
        ),
        new(
            "low_from",
            "threshold, low stock, حد النقص",
            (view, v) => view.Stock.TryGetValue(v.Id, out var stock) ? HashChain.Text(stock.Threshold) : null,
            (to, text) => to.Variant.Threshold = to.Whole(text) ?? 5,
            ofVariant: true
        ),
        new(
            "when_gone",
            "policy, back order, عند النفاد",
            (view, v) => view.Stock.TryGetValue(v.Id, out var stock) ? Word.Of(stock.Policy) : null,
            (to, text) => to.Variant.Policy = to.Word<Stock.StockPolicy>(text),
            ofVariant: true
        ),
        new("active", "for sale, للبيع", (_, v) => Flag(v.IsActive), (to, text) => to.Variant.IsActive = to.Flag(text), ofVariant: true),
        new(
            "min_per_order",
            "minimum, الحد الأدنى",
            (_, v) => HashChain.Text(v.MinPerOrder),
            (to, text) => to.Variant.MinPerOrder = to.Whole(text) ?? 1,
            ofVariant: true
        ),
        new(
            "max_per_order",
            "maximum, الحد الأقصى",
            (_, v) => v.MaxPerOrder is { } most ? HashChain.Text(most) : null,
            (to, text) => to.Variant.MaxPerOrder = to.Whole(text),
            ofVariant: true
        )
        {
            MayBeNone = true,
        },
        new(
            "weight_grams",
            "weight, grams, الوزن",
            (_, v) => v.WeightGrams is { } grams ? HashChain.Text(grams) : null,
            (to, text) => to.Variant.WeightGrams = to.Whole(text),
            ofVariant: true
        )
        {
            MayBeNone = true,
        },
        new(
            "tier_prices",
            "member prices, أسعار الأعضاء",
            (view, v) =>
                string.Join(
                    ", ",
                    view.TierPrices.Where(t => t.VariantId == v.Id).OrderBy(t => t.Tier).Select(t => $"{t.Tier} {HashChain.Text(t.Price)}")
                ),
            (to, text) => to.TierPrices(text),
            ofVariant: true
        )
        {
            MayBeNone = true,
        },
    ];

    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    internal static readonly ProductField Number = Find("number")!,
        Slug = Find("slug")!,
        Name = Find("name")!,
        Sku = Find("sku")!,
        Price = Find("price")!;

    /// <summary>The columns with a variant's values, in the order of the options.</summary>
    internal static readonly IReadOnlyList<ProductField> Values = [Find("option1")!, Find("option2")!, Find("option3")!];

    private readonly Func<ProductView, ProductVariant, string?> said;

    private ProductField(
        string key,
        string headings,
        Func<ProductView, ProductVariant, string?> said,
        Action<ProductCells, string?> take,
        bool ofVariant = false
    ) => (Key, Headings, this.said, Take, OfVariant) = (key, headings, said, take, ofVariant);

    /// <summary>The heading of the column in our exports, and what faults call it.</summary>
    public string Key { get; }

    public string Label => Words.Of("ProductField_" + Key);

    /// <summary>A row says it of its variant; else the first row of a product says it of the product.</summary>
    public bool OfVariant { get; }

    /// <summary>What it is called in files of others, by commas.</summary>
    internal string Headings { get; }

    /// <summary>An empty cell of its column says that there is none; of other columns it says nothing.</summary>
    internal bool MayBeNone { get; private init; }

    /// <summary>Takes over what stands in a cell; null for none.</summary>
    internal Action<ProductCells, string?> Take { get; }

    /// <summary>What stands in an export.</summary>
    internal string? Of(ProductView view, ProductVariant variant) => said(view, variant);

    public static ProductField? Find(string? word) => All.FirstOrDefault(f => f.Key == word);

    private static ProductField Value(int place) =>
        new(
            "option" + HashChain.Text(place),
            $"option{place} value, الخيار {place}",
            (_, v) => v.Values.ElementAtOrDefault(place - 1),
            (to, text) => to.Value(place - 1, text),
            ofVariant: true
        );

    private static ProductField ValueAr(int place) =>
        new(
            "option" + HashChain.Text(place) + "_ar",
            $"option{place} value arabic, الخيار {place} بالعربية",
            (_, v) =>
                (
                    place == 1 ? v.Option1Ar
                    : place == 2 ? v.Option2Ar
                    : v.Option3Ar
                ),
            (to, text) => to.ValueAr(place - 1, text),
            ofVariant: true
        )
        {
            MayBeNone = true,
        };

    private static string Flag(bool value) => value ? "yes" : "no";
}

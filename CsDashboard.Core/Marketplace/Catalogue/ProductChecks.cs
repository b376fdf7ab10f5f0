using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>What is wrong with a product as it was entered, beyond its annotations.</summary>
internal static class ProductChecks
{
    public static void Demand(ProductInput input, Currency currency)
    {
        if (!QuickCheck.Keeps(input))
            input.Checked();
        var options = Product.Lines(input.Options);
        if (options.Count > ProductInput.MaxOptions)
            throw Refusal.Invalid("options", Words.Of("Product_Options", ProductInput.MaxOptions));
        if (Product.Lines(input.OptionsAr).Count is > 0 and var other && other != options.Count)
            throw Refusal.Invalid("optionsAr", Words.Of("Product_OptionsAr"));
        if (input.Kind == GoodsKind.Access && !Tiers.All.Contains(input.Tier))
            throw Refusal.Invalid("tier", Words.Of("Word_Unknown", string.Join(", ", Tiers.All)));
        if (input.Kind == GoodsKind.Access && input.AccessDays is null)
            throw Refusal.Invalid("accessDays", Words.Of("Text_Required"));
        if (input.Variants.Count is < 1 or > ProductInput.MaxVariants)
            throw Refusal.Invalid("variants", Words.Of("Product_Variants", ProductInput.MaxVariants));
        foreach (var variant in input.Variants)
            Demand(variant ?? throw Refusal.Invalid("variants", Words.Of("Text_Required")), options.Count, currency);
        if (Twice(input.Variants.Select(v => ProductVariant.KeyOf(v.Values))) is { } key)
            throw Refusal.Invalid("variants", key.Length == 0 ? Words.Of("Product_OnePlain") : Words.Of("Product_Twice"));
        if (Twice(input.Variants.Select(v => v.Sku?.Trim()).Where(sku => !string.IsNullOrEmpty(sku))!) is { } sku)
            throw Refusal.Invalid("sku", Words.Of("Sku_Taken", sku));
    }

    private static void Demand(VariantInput variant, int options, Currency currency)
    {
        if (!QuickCheck.Keeps(variant))
            variant.Checked();
        if (variant.Values.Count != options || variant.Values.Any(v => string.IsNullOrWhiteSpace(v) || v.Length > 60))
            throw Refusal.Invalid("variants", Words.Of("Product_Values"));
        if (variant.ValuesAr.Count > options || variant.ValuesAr.Any(v => v?.Length > 60))
            throw Refusal.Invalid("variants", Words.Of("Product_Values"));
        foreach (var amount in variant.TierPrices.Values.Append(variant.Price).Append(variant.ComparePrice ?? 0))
            if (amount is < 0 or > Money.Most || decimal.Round(amount, currency.Decimals) != amount)
                throw Refusal.Invalid("price", Words.Of("Product_Digits", currency.Decimals, currency.Code));
        if (variant.ComparePrice <= variant.Price)
            throw Refusal.Invalid("comparePrice", Words.Of("Price_Compare"));
        if (variant.MaxPerOrder < variant.MinPerOrder)
            throw Refusal.Invalid("maxPerOrder", Words.Of("Product_Most"));
        if (variant.TierPrices.Keys.FirstOrDefault(tier => !Tiers.All.Contains(tier)) is not null)
            throw Refusal.Invalid("tierPrices", Words.Of("Word_Unknown", string.Join(", ", Tiers.All)));
    }

    private static string? Twice(IEnumerable<string> words) =>
        words.GroupBy(w => w, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;
}

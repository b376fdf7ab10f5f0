using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Web.Marketplace;

/// <summary>A variant while it is written: its values one by one, and what members pay as "pro 99, enterprise 79".</summary>
public sealed class VariantRow(VariantInput model)
{
    public VariantInput Model { get; } = model;
    public string[] Values { get; } = [.. model.Values.Concat(["", "", ""]).Take(ProductInput.MaxOptions)];
    public string?[] ValuesAr { get; } = [.. model.ValuesAr.Concat([null, null, null]).Take(ProductInput.MaxOptions)];
    public string Tiers { get; set; } = string.Join(", ", model.TierPrices.Select(t => $"{t.Key} {HashChain.Text(t.Value)}"));

    /// <summary>With as many values as the product has options. Invalid (tierPrices) for what can't be read.</summary>
    public VariantInput Input(int options)
    {
        (Model.Values, Model.ValuesAr) = ([.. Values.Take(options)], [.. ValuesAr.Take(options)]);
        var prices = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var part in Tiers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (part.Split(' ', 2) is [var tier, var amount] && Numbers.TryPlain(amount.Trim(), out var price))
                prices[tier.ToLowerInvariant()] = price;
            else
                throw Refusal.Invalid("tierPrices", ShopTexts.Get("TiersBad"));
        Model.TierPrices = prices;
        return Model;
    }
}

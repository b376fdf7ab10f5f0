using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>What somebody pays for a variant: the price on the shelf, or that of their membership tier if it is lower.</summary>
internal static class ShelfPrices
{
    public static async Task<IReadOnlyDictionary<Guid, decimal>> For(AppDb db, IReadOnlyCollection<Guid> variants, string? tier)
    {
        var prices = await db.ProductVariants.Where(v => variants.Contains(v.Id)).Select(v => new { v.Id, v.Price }).ToListAsync();
        var lower = tier is null
            ? []
            : await db
                .TierPrices.Where(p => p.Tier == tier && variants.Contains(p.VariantId))
                .ToDictionaryAsync(p => p.VariantId, p => p.Price);
        return prices.ToDictionary(v => v.Id, v => Math.Min(v.Price, lower.GetValueOrDefault(v.Id, v.Price)));
    }
}

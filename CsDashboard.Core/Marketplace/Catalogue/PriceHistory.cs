using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>What can be read from prices that were.</summary>
internal static class PriceHistory
{
    // Directive (EU) 2019/2161: a reduction says the lowest price of the thirty days before it.
    private static readonly TimeSpan Looked = TimeSpan.FromDays(30);

    /// <summary>For each variant that is reduced, the lowest price of the thirty days before its price began.</summary>
    public static async Task<IReadOnlyDictionary<Guid, decimal>> LowestBefore(AppDb db, IEnumerable<Product> products)
    {
        var reduced = products.SelectMany(p => p.Variants).Where(v => v.ComparePrice is not null).Select(v => v.Id).ToList();
        if (reduced.Count == 0)
            return new Dictionary<Guid, decimal>();
        var entries = await db
            .PriceEntries.AsNoTracking()
            .Where(e => reduced.Contains(e.VariantId))
            .OrderBy(e => e.From)
            .ThenBy(e => e.Id)
            .ToListAsync();
        return entries
            .GroupBy(e => e.VariantId)
            .Select(g => (g.Key, Lowest: LowestBefore([.. g])))
            .Where(l => l.Lowest is not null)
            .ToDictionary(l => l.Key, l => l.Lowest!.Value);
    }

    /// <summary>Of one variant, oldest first; null when the price never was another.</summary>
    internal static decimal? LowestBefore(IReadOnlyList<PriceEntry> entries)
    {
        var (now, began) = (entries[^1].Price, entries.Count - 1);
        while (began > 0 && entries[began - 1].Price == now)
            began--;
        if (began == 0)
            return null;
        var since = entries[began].From - Looked;
        // One that was set before the thirty days holds in them until the next.
        return entries.Take(began).Where((_, i) => entries[i + 1].From > since).Min(e => e.Price);
    }
}

using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Search.Faceting;

namespace CsDashboard.Marketplace.Finding;

/// <summary>The tree of categories, over what is counted of each.</summary>
internal sealed class ShelfTree(IReadOnlyList<Category> all)
{
    /// <summary>The values of a category, by its address or name, and of all below it; none for one that isn't there.</summary>
    public IReadOnlyList<string> Below(string named)
    {
        var ids = all.Where(c =>
                string.Equals(c.Slug, named, StringComparison.OrdinalIgnoreCase)
                || string.Equals(c.NameEn, named, StringComparison.OrdinalIgnoreCase)
                || c.NameAr == named
            )
            .Select(c => c.Id)
            .ToList();
        for (var i = 0; i < ids.Count; i++)
            ids.AddRange(all.Where(c => c.ParentId == ids[i] && !ids.Contains(c.Id)).Select(c => c.Id));
        return ids.ConvertAll(ProductDocs.CategoryKey);
    }

    /// <summary>How many stand in each, those below counted in.</summary>
    public IReadOnlyDictionary<Guid, int> Sums(IReadOnlyList<FacetCount> counts)
    {
        var (parents, sums) = (all.ToDictionary(c => c.Id, c => c.ParentId), new Dictionary<Guid, int>());
        foreach (var (value, count) in counts.Select(c => (Guid.ParseExact(c.Value, "N"), c.Count)))
        {
            var depth = 0;
            for (Guid? at = value; at is { } here && depth++ <= Category.MaxDepth; at = parents.GetValueOrDefault(here))
                sums[here] = sums.GetValueOrDefault(here) + count;
        }
        return sums;
    }

    /// <summary>The categories at the top, by their English name; most first.</summary>
    public IReadOnlyList<FacetCount> AtTop(IReadOnlyList<FacetCount> counts, int most)
    {
        var sums = Sums(counts);
        return
        [
            .. all.Where(c => c.ParentId is null && sums.GetValueOrDefault(c.Id) > 0)
                .Select(c => new FacetCount(c.NameEn, sums[c.Id]))
                .OrderByDescending(c => c.Count)
                .ThenBy(c => c.Value, StringComparer.Ordinal)
                .Take(most),
        ];
    }
}

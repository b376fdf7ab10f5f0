using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>The tree of categories of a company: few rows, read as a whole.</summary>
internal static class CategoryTree
{
    /// <summary>The category of a number, an address or a name, and all below it; none for one that isn't there.</summary>
    public static async Task<IReadOnlyList<Guid>> Below(AppDb db, int? number, string? named)
    {
        var all = await db.Categories.AsNoTracking().ToListAsync();
        var ids = all.Where(c =>
                (number is null || c.Number == number)
                && (
                    string.IsNullOrEmpty(named)
                    || string.Equals(c.Slug, named, StringComparison.OrdinalIgnoreCase)
                    || string.Equals(c.NameEn, named, StringComparison.OrdinalIgnoreCase)
                    || c.NameAr == named
                )
            )
            .Select(c => c.Id)
            .ToList();
        for (var i = 0; i < ids.Count; i++)
            ids.AddRange(all.Where(c => c.ParentId == ids[i] && !ids.Contains(c.Id)).Select(c => c.Id));
        return ids;
    }

    /// <summary>Whether one stands in another, or is it.</summary>
    public static bool IsWithin(IReadOnlyList<Category> all, Guid id, Guid other)
    {
        for (Guid? at = id; at is { } here; at = all.FirstOrDefault(c => c.Id == here)?.ParentId)
            if (here == other)
                return true;
        return false;
    }

    public static int DepthOf(IReadOnlyList<Category> all, Guid? id)
    {
        var depth = 0;
        for (var at = id; at is { } here; at = all.FirstOrDefault(c => c.Id == here)?.ParentId)
            depth++;
        return depth;
    }
}

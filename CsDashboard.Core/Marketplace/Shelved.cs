using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>Products as those parts of the shop find them that hang something on a product.</summary>
internal static class Shelved
{
    private const int MostSkipped = 1_000_000;

    /// <summary>What is on sale under a number. NotFound.</summary>
    public static async Task<Product> Find(AppDb db, int number) =>
        await Products.OnSale(db, db.Products).SingleOrDefaultAsync(p => p.Number == number)
        ?? throw Refusal.NotFound(Words.Of("Product_NotFound"));

    /// <summary>Invalid for a part of a list that there can't be: limit 1 to the most, skip from 0.</summary>
    public static void DemandPart(int skip, int limit, int most = 100)
    {
        if (limit < 1 || limit > most)
            throw Refusal.Invalid("limit", Words.Of("Range_Beyond", 1, most));
        if (skip is < 0 or > MostSkipped)
            throw Refusal.Invalid("skip", Words.Of("Range_Beyond", 0, MostSkipped));
    }
}

using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>Products as those parts of the shop find them that hang something on a product.</summary>
internal static class Shelved
{
    /// <summary>What is on sale under a number. NotFound.</summary>
    public static async Task<Product> Find(AppDb db, int number) =>
        await Products.OnSale(db, db.Products).SingleOrDefaultAsync(p => p.Number == number)
        ?? throw Refusal.NotFound(Words.Of("Product_NotFound"));
}

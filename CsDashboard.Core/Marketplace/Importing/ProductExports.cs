using System.Runtime.CompilerServices;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Importing;

/// <summary>The catalogue as a file that an import reads back to the same: a row for each variant, part by part.</summary>
public sealed class ProductExports(Store store)
{
    private const int Part = 500;

    /// <summary>
    /// The cells of each row, in the order of <see cref="ProductField.All"/>, from the oldest product on. Admins. What belongs to the
    /// product stands in its first row; the columns that say which one it is, in all.
    /// </summary>
    public async IAsyncEnumerable<string?[]> Read(Actor actor, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        actor.Demand(MarketRights.Manage);
        for (var after = 0; ; )
        {
            IReadOnlyList<ProductView> views;
            await using (var db = store.Open(actor))
            {
                var from = after;
                var products = await db
                    .Products.AsNoTracking()
                    .Where(p => p.Number > from)
                    .OrderBy(p => p.Number)
                    .Take(Part)
                    .Include(p => p.Variants.OrderBy(v => v.Place))
                    .AsSplitQuery()
                    .ToListAsync(cancellation);
                views = await ProductViews.Of(db, products);
            }
            foreach (var view in views)
            foreach (var (i, variant) in view.Product.Variants.Index())
                yield return
                [
                    .. ProductField.All.Select(f =>
                        i == 0 || f.OfVariant || f == ProductField.Number || f == ProductField.Slug ? f.Of(view, variant) : null
                    ),
                ];
            if (views.Count < Part)
                yield break;
            after = views[^1].Product.Number;
        }
    }
}

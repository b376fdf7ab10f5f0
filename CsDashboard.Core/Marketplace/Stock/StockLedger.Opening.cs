using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Stock;

// The beginning of stock, of one new variant or of many.
internal static partial class StockLedger
{
    /// <summary>Stock of a variant that is new, of which nothing is there yet.</summary>
    internal static StockItem Opened(ProductVariant variant, Guid product, int threshold, StockPolicy policy, DateTimeOffset now) =>
        new()
        {
            VariantId = variant.Id,
            ProductId = product,
            Threshold = threshold,
            Policy = policy,
            UpdatedAt = now,
        };

    /// <summary>Many new variants with what there is of each, past EF: a row and a first move for each.</summary>
    internal static async Task Open(AppDb db, IReadOnlyList<(StockItem Item, int First)> items, string reason)
    {
        await db.InsertAll(items.Select(i => i.Item.With(i.First)).ToList());
        var some = items.Where(i => i.First > 0).ToList();
        if (some.Count == 0)
            return;
        var number = await Sequences.Next(db, "stock_move", some.Count);
        var by = db.Actor is { IsStaff: true, Role: not Role.System } ? db.Actor.Name : null;
        await db.InsertAll(
            some.ConvertAll(i => new StockMove
            {
                Number = number++,
                VariantId = i.Item.VariantId,
                Kind = StockMoveKind.In,
                Quantity = i.First,
                Before = 0,
                After = i.First,
                Reason = reason,
                By = by,
                At = db.Actor.Now,
            })
        );
    }
}

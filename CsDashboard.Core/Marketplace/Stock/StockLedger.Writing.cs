using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Stock;

// What is written of a change that was made.
internal static partial class StockLedger
{
    // After the change: a move for each line, the products' marks when nothing is left of them, and what others want to know.
    private static async Task Write(AppDb db, StockAct act, IReadOnlyList<Demanded> changed)
    {
        if (changed.Count == 0)
            return;
        var items = (await Items.List(db, new([.. changed.Select(c => c.Variant)]))).ToDictionary(i => i.VariantId);
        var number = await Sequences.Next(db, "stock_move", changed.Sum(c => c.Lines.Count));
        foreach (var line in changed.SelectMany(c => MovesOf(db, act, items[c.Variant], c)))
        {
            line.Number = number++;
            db.StockMoves.Add(line);
        }
        if (!act.IsSavedLater)
            await db.SaveChangesAsync();
        foreach (var one in changed)
        {
            var (item, first) = (items[one.Variant], items[one.Variant].Available - act.OnAvailable * one.Quantity);
            var was = StockItem.LevelOf(first, item.Threshold, item.Policy);
            if (was == item.Level && !(act.ByHand && first != item.Available))
                continue;
            await StockMarks.Set(db, [item.ProductId]);
            db.Record(new StockChanged(item.ProductId, one.Variant, first, item.Available, item.Level, was, await NameOf(db, one.Variant)));
        }
    }

    private static IEnumerable<StockMove> MovesOf(AppDb db, StockAct act, StockItem item, Demanded changed)
    {
        var after = item.Available - act.OnAvailable * changed.Quantity;
        foreach (var line in changed.Lines)
            yield return new StockMove
            {
                VariantId = changed.Variant,
                Kind = act.Kind,
                Quantity = act.Sign * line.Quantity,
                Before = after,
                After = after += act.OnAvailable * line.Quantity,
                Reason = act.Reason,
                OrderId = act.OrderId,
                LineId = act.OrderId is null ? null : line.LineId,
                Turn = act.Turn,
                By = db.Actor is { IsStaff: true, Role: not Role.System } ? db.Actor.Name : null,
                At = db.Actor.Now,
            };
    }

    private static readonly CompiledRead<AskedItems, StockItem> Items = new(
        (db, asked) => db.Set<StockItem>().AsNoTracking().Where(i => asked.Variants.Contains(i.VariantId))
    );

    private sealed record AskedItems(IReadOnlyCollection<Guid> Variants);

    private static async Task<string> NameOf(AppDb db, Guid variant)
    {
        var known = await db
            .ProductVariants.AsNoTracking()
            .Where(v => v.Id == variant)
            .Join(
                db.Products,
                v => v.ProductId,
                p => p.Id,
                (v, p) =>
                    new
                    {
                        Variant = v,
                        p.NameEn,
                        p.NameAr,
                    }
            )
            .SingleAsync();
        var name = db.Actor.Language == "ar" ? known.NameAr ?? known.NameEn : known.NameEn;
        return known.Variant.Label(db.Actor.Language) is { Length: > 0 } label ? $"{name}, {label}" : name;
    }

    private sealed record Demanded(Guid Variant, IReadOnlyList<StockDemand> Lines)
    {
        public int Quantity => Lines.Sum(l => l.Quantity);
    }

    private sealed record StockAct(Guid? OrderId, int Turn, StockMoveKind Kind, int Sign, int OnAvailable)
    {
        public string? Reason { get; init; }
        public bool ByHand { get; init; }

        // With the order itself, whose first move it is.
        public bool IsSavedLater { get; init; }
    }
}

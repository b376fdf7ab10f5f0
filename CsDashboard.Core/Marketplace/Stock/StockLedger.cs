using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Stock;

/// <summary>
/// The one place where stock changes, inside somebody's write. Every change asks the database whether there is enough in the statement that
/// takes it, adds up what is demanded of one variant, takes variants in the order of their ids, and does nothing when it comes again.
/// Variants without stock of their own (files, access, services) pass untouched.
/// </summary>
internal static partial class StockLedger
{
    /// <summary>
    /// Holds what an order demands. Conflict <c>sold_out</c> names the first product of which there is too little, and what is left.
    /// </summary>
    public static async Task Reserve(AppDb db, Guid orderId, IReadOnlyCollection<StockDemand> demands)
    {
        Check(demands);
        var moves = await MovesOf(db, orderId);
        var turn = TurnOf(moves);
        var known = moves.Where(m => m.Kind == StockMoveKind.Reserved && m.Turn == turn).Select(m => m.LineId!.Value).ToHashSet();
        foreach (var (variant, some) in Grouped(demands.Where(d => !known.Contains(d.LineId))))
            await Reserve(db, orderId, turn, variant, some);
    }

    /// <summary>Gives back what is still held for the order: what was neither shipped nor given back before.</summary>
    public static async Task Release(AppDb db, Guid orderId)
    {
        var moves = await MovesOf(db, orderId);
        var (turn, now) = (TurnOf(moves), db.Actor.Now);
        foreach (var (variant, held) in HeldBy(moves).Where(h => h.Value > 0).OrderBy(h => h.Key))
        {
            await Of(db, variant)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.Reserved, i => i.Reserved - held).SetProperty(i => i.UpdatedAt, now));
            var line = new StockDemand(variant, variant, held);
            await Write(db, new(orderId, turn, StockMoveKind.Released, -1, OnAvailable: 1), variant, [line]);
        }
    }

    /// <summary>
    /// What is held goes out, and what a line demands beyond that is taken from what can be sold: else Conflict <c>sold_out</c>.
    /// </summary>
    public static async Task Ship(AppDb db, Guid orderId, IReadOnlyCollection<StockDemand> demands)
    {
        Check(demands);
        var moves = await MovesOf(db, orderId);
        var (turn, now) = (TurnOf(moves), db.Actor.Now);
        var known = moves.Where(m => m.Kind == StockMoveKind.Shipped).Select(m => m.LineId!.Value).ToHashSet();
        var held = HeldBy(moves);
        foreach (var (variant, some) in Grouped(demands.Where(d => !known.Contains(d.LineId))))
        {
            var quantity = some.Sum(d => d.Quantity);
            if (quantity - held.GetValueOrDefault(variant) is var lacking and > 0)
                await Reserve(db, orderId, turn, variant, [new StockDemand(variant, Ids.New(), lacking)]);
            var went = await Of(db, variant)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(i => i.OnHand, i => i.OnHand - quantity)
                        .SetProperty(i => i.Reserved, i => i.Reserved - quantity)
                        .SetProperty(i => i.UpdatedAt, now)
                );
            if (went > 0)
                await Write(db, new(orderId, turn, StockMoveKind.Shipped, -1, OnAvailable: 0), variant, some);
        }
    }

    /// <summary>
    /// What came back: for sale again (<see cref="StockMoveKind.Returned"/>), or not (<see cref="StockMoveKind.Scrapped"/>).
    /// </summary>
    public static async Task PutBack(AppDb db, Guid orderId, IReadOnlyCollection<StockDemand> demands, StockMoveKind kind, string reason)
    {
        if (kind is not (StockMoveKind.Returned or StockMoveKind.Scrapped))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Goods come back to be sold again or not.");
        Check(demands);
        var moves = await MovesOf(db, orderId);
        var known = moves.Where(m => m.Kind is StockMoveKind.Returned or StockMoveKind.Scrapped).Select(m => m.LineId!.Value).ToHashSet();
        var (by, now) = (kind == StockMoveKind.Returned ? 1 : 0, db.Actor.Now);
        foreach (var (variant, some) in Grouped(demands.Where(d => !known.Contains(d.LineId))))
        {
            var quantity = by * some.Sum(d => d.Quantity);
            var came = await Of(db, variant)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.OnHand, i => i.OnHand + quantity).SetProperty(i => i.UpdatedAt, now));
            if (came > 0)
                await Write(db, new(orderId, TurnOf(moves), kind, 1, by) { Reason = reason }, variant, some);
        }
    }

    /// <summary>
    /// Staff move stock by hand. Out never takes what is held for orders, and Adjustment sets what can be sold (contract: market,
    /// Stock); the rest is in the note. Gives what can be sold now.
    /// </summary>
    internal static async Task<int> Move(AppDb db, StockItem item, StockMoveKind kind, int quantity, string? reason)
    {
        var (id, now, by) = (
            item.VariantId,
            db.Actor.Now,
            kind switch
            {
                StockMoveKind.In => quantity,
                StockMoveKind.Out => -Math.Min(quantity, Math.Max(item.Available, 0)),
                StockMoveKind.Adjustment => quantity - item.Available,
                StockMoveKind.Reserved => 0,
                StockMoveKind.Released or StockMoveKind.Shipped or StockMoveKind.Returned or StockMoveKind.Scrapped =>
                    throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only orders move stock like that."),
            }
        );
        if (by > StockItem.Most - item.OnHand)
            throw Refusal.Invalid("quantity", Words.Of("Range_Beyond", 0, StockItem.Most - item.OnHand));
        await Of(db, id).ExecuteUpdateAsync(set => set.SetProperty(i => i.OnHand, i => i.OnHand + by).SetProperty(i => i.UpdatedAt, now));
        var told = kind == StockMoveKind.Reserved ? quantity : Math.Abs(by);
        var act = new StockAct(null, 0, kind, by < 0 ? -1 : 1, OnAvailable: Math.Sign(by)) { Reason = reason, ByHand = true };
        await Write(db, act, id, [new StockDemand(id, id, told)]);
        return item.Available + by;
    }

    private static async Task Reserve(AppDb db, Guid orderId, int turn, Guid variant, IReadOnlyList<StockDemand> demands)
    {
        var (quantity, now) = (demands.Sum(d => d.Quantity), db.Actor.Now);
        var taken = await Of(db, variant)
            .Where(i => i.Policy == StockPolicy.BackOrder || i.OnHand - i.Reserved >= quantity)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Reserved, i => i.Reserved + quantity).SetProperty(i => i.UpdatedAt, now));
        if (taken > 0)
            await Write(db, new(orderId, turn, StockMoveKind.Reserved, 1, OnAvailable: -1), variant, demands);
        else if (await Of(db, variant).AsNoTracking().SingleOrDefaultAsync() is { } item)
            throw Refusal.Conflict(Words.Of("Stock_SoldOut", await NameOf(db, variant), Math.Max(item.Available, 0)), "sold_out");
    }

    private static IQueryable<StockItem> Of(AppDb db, Guid variant) => db.StockItems.Where(i => i.VariantId == variant);

    // After the change: a move for each line, the product's mark when nothing is left of it, and what others want to know.
    private static async Task Write(AppDb db, StockAct act, Guid variant, IReadOnlyList<StockDemand> lines)
    {
        var item = await Of(db, variant).AsNoTracking().SingleAsync();
        var number = await Sequences.Next(db, "stock_move", lines.Count);
        var available = item.Available - act.OnAvailable * lines.Sum(l => l.Quantity);
        var first = available;
        foreach (var line in lines)
        {
            var before = available;
            available += act.OnAvailable * line.Quantity;
            db.StockMoves.Add(
                new StockMove
                {
                    Number = number++,
                    VariantId = variant,
                    Kind = act.Kind,
                    Quantity = act.Sign * line.Quantity,
                    Before = before,
                    After = available,
                    Reason = act.Reason,
                    OrderId = act.OrderId,
                    LineId = act.OrderId is null ? null : line.LineId,
                    Turn = act.Turn,
                    By = db.Actor is { IsStaff: true, Role: not Role.System } ? db.Actor.Name : null,
                    At = db.Actor.Now,
                }
            );
        }
        await db.SaveChangesAsync();
        var was = StockItem.LevelOf(first, item.Threshold, item.Policy);
        if (was == item.Level && !(act.ByHand && first != item.Available))
            return;
        await StockMarks.Set(db, [item.ProductId]);
        db.Record(new StockChanged(item.ProductId, variant, first, item.Available, item.Level, was, await NameOf(db, variant)));
    }

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

    private static Task<List<StockMove>> MovesOf(AppDb db, Guid orderId) =>
        db.StockMoves.AsNoTracking().Where(m => m.OrderId == orderId).ToListAsync();

    private static int TurnOf(IEnumerable<StockMove> moves) =>
        moves.Where(m => m.Kind == StockMoveKind.Released).Select(m => m.Turn + 1).DefaultIfEmpty(0).Max();

    private static Dictionary<Guid, int> HeldBy(IEnumerable<StockMove> moves) =>
        moves
            .Where(m => m.Kind is StockMoveKind.Reserved or StockMoveKind.Released or StockMoveKind.Shipped)
            .GroupBy(m => m.VariantId)
            .ToDictionary(g => g.Key, g => g.Sum(m => m.Quantity));

    private static IEnumerable<(Guid Variant, IReadOnlyList<StockDemand> Demands)> Grouped(IEnumerable<StockDemand> demands) =>
        demands.GroupBy(d => d.VariantId).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<StockDemand>)[.. g]));

    private static void Check(IEnumerable<StockDemand> demands)
    {
        if (demands.Any(d => d.Quantity is < 1 or > 100_000))
            throw Refusal.Invalid("quantity", Words.Of("Range_Beyond", 1, 100_000));
    }

    private sealed record StockAct(Guid? OrderId, int Turn, StockMoveKind Kind, int Sign, int OnAvailable)
    {
        public string? Reason { get; init; }
        public bool ByHand { get; init; }
    }
}

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
    /// <summary>As <see cref="Reserve(AppDb, Guid, IReadOnlyCollection{StockDemand})"/>, for an order that is about to be saved.</summary>
    public static Task Hold(AppDb db, Guid orderId, IReadOnlyCollection<StockDemand> demands)
    {
        Check(demands);
        return Reserve(db, new(orderId, 0, StockMoveKind.Reserved, 1, OnAvailable: -1) { IsSavedLater = true }, Grouped(demands));
    }

    /// <summary>
    /// Holds what an order demands. Conflict <c>sold_out</c> names the first product of which there is too little, and what is left.
    /// </summary>
    public static async Task Reserve(AppDb db, Guid orderId, IReadOnlyCollection<StockDemand> demands)
    {
        Check(demands);
        var moves = await MovesOf(db, orderId);
        var turn = TurnOf(moves);
        var known = moves.Where(m => m.Kind == StockMoveKind.Reserved && m.Turn == turn).Select(m => m.LineId!.Value).ToHashSet();
        await Reserve(db, orderId, turn, Grouped(demands.Where(d => !known.Contains(d.LineId))));
    }

    /// <summary>Gives back what is still held for the order: what was neither shipped nor given back before.</summary>
    public static async Task Release(AppDb db, Guid orderId)
    {
        var moves = await MovesOf(db, orderId);
        var (turn, now) = (TurnOf(moves), db.Actor.Now);
        var given = new List<Demanded>();
        foreach (var (variant, held) in HeldBy(moves).Where(h => h.Value > 0).OrderBy(h => h.Key))
        {
            await Of(db, variant)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.Reserved, i => i.Reserved - held).SetProperty(i => i.UpdatedAt, now));
            given.Add(new(variant, [new StockDemand(variant, variant, held)]));
        }
        await Write(db, new(orderId, turn, StockMoveKind.Released, -1, OnAvailable: 1), given);
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
        var (held, wanted, gone) = (HeldBy(moves), Grouped(demands.Where(d => !known.Contains(d.LineId))), new List<Demanded>());
        var lacking = wanted.Select(w => new StockDemand(w.Variant, Ids.New(), w.Quantity - held.GetValueOrDefault(w.Variant)));
        await Reserve(db, orderId, turn, Grouped(lacking.Where(d => d.Quantity > 0)));
        foreach (var one in wanted)
        {
            var quantity = one.Quantity;
            var went = await Of(db, one.Variant)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(i => i.OnHand, i => i.OnHand - quantity)
                        .SetProperty(i => i.Reserved, i => i.Reserved - quantity)
                        .SetProperty(i => i.UpdatedAt, now)
                );
            if (went > 0)
                gone.Add(one);
        }
        await Write(db, new(orderId, turn, StockMoveKind.Shipped, -1, OnAvailable: 0), gone);
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
        var (by, now, back) = (kind == StockMoveKind.Returned ? 1 : 0, db.Actor.Now, new List<Demanded>());
        foreach (var one in Grouped(demands.Where(d => !known.Contains(d.LineId))))
        {
            var quantity = by * one.Quantity;
            var came = await Of(db, one.Variant)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.OnHand, i => i.OnHand + quantity).SetProperty(i => i.UpdatedAt, now));
            if (came > 0)
                back.Add(one);
        }
        await Write(db, new(orderId, TurnOf(moves), kind, 1, by) { Reason = reason }, back);
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
        await Write(db, act, [new(id, [new StockDemand(id, id, told)])]);
        return item.Available + by;
    }

    private static Task Reserve(AppDb db, Guid orderId, int turn, IEnumerable<Demanded> demands) =>
        Reserve(db, new StockAct(orderId, turn, StockMoveKind.Reserved, 1, OnAvailable: -1), demands);

    private static async Task Reserve(AppDb db, StockAct act, IEnumerable<Demanded> demands)
    {
        var held = new List<Demanded>();
        foreach (var one in demands)
        {
            var taken = await PlainRead.List<int>(
                db,
                Take,
                ("@quantity", one.Quantity),
                ("@now", db.Actor.Now),
                ("@tenant", db.Actor.TenantId),
                ("@variant", one.Variant)
            );
            if (taken.Count > 0)
                held.Add(one);
            else if (await Of(db, one.Variant).AsNoTracking().SingleOrDefaultAsync() is { } item)
                throw Refusal.Conflict(Words.Of("Stock_SoldOut", await NameOf(db, one.Variant), Math.Max(item.Available, 0)), "sold_out");
        }
        await Write(db, act, held);
    }

    // Asks whether there is enough and takes it, at once. In plain words, since EF would look at it anew for each line of each order.
    private const string Take = """
        UPDATE "StockItems" SET "Reserved" = "Reserved" + @quantity, "UpdatedAt" = @now
        WHERE "TenantId" = @tenant AND "VariantId" = @variant AND ("Policy" = 'BackOrder' OR "OnHand" - "Reserved" >= @quantity) RETURNING 1
        """;

    private static IQueryable<StockItem> Of(AppDb db, Guid variant) => db.StockItems.Where(i => i.VariantId == variant);

    private static Task<List<StockMove>> MovesOf(AppDb db, Guid orderId) => Moved.List(db, new(orderId));

    private static readonly CompiledRead<AskedOrder, StockMove> Moved = new(
        (db, asked) => db.Set<StockMove>().AsNoTracking().Where(m => m.OrderId == asked.Id)
    );

    private sealed record AskedOrder(Guid Id);

    private static int TurnOf(IEnumerable<StockMove> moves) =>
        moves.Where(m => m.Kind == StockMoveKind.Released).Select(m => m.Turn + 1).DefaultIfEmpty(0).Max();

    private static Dictionary<Guid, int> HeldBy(IEnumerable<StockMove> moves) =>
        moves
            .Where(m => m.Kind is StockMoveKind.Reserved or StockMoveKind.Released or StockMoveKind.Shipped)
            .GroupBy(m => m.VariantId)
            .ToDictionary(g => g.Key, g => g.Sum(m => m.Quantity));

    private static List<Demanded> Grouped(IEnumerable<StockDemand> demands) =>
        [.. demands.GroupBy(d => d.VariantId).OrderBy(g => g.Key).Select(g => new Demanded(g.Key, [.. g]))];

    private static void Check(IEnumerable<StockDemand> demands)
    {
        if (demands.Any(d => d.Quantity is < 1 or > 100_000))
            throw Refusal.Invalid("quantity", Words.Of("Range_Beyond", 1, 100_000));
    }
}

using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>What the books of a shop say of each other at any moment, whatever happened and wherever it was interrupted.</summary>
internal static class ShopSums
{
    /// <summary>
    /// The moves of stock sum to what is on hand and what is reserved, what orders hold is what is reserved, payments sum to what their
    /// orders say, and the lines of each order to its total.
    /// </summary>
    public static async Task ShopShouldAddUp(this House house, Guid company)
    {
        await using var db = house.Store.Open(Actor.System(company, house.Clock));
        var (items, moves) = (await db.StockItems.ToListAsync(), await db.StockMoves.OrderBy(m => m.Number).ToListAsync());
        var orders = await db.Orders.Where(o => o.IsOwn).Include(o => o.Lines.OrderBy(l => l.Place)).ToListAsync();
        var entries = (await db.PaymentEntries.ToListAsync()).ToLookup(p => p.OrderId);
        foreach (var item in items)
            AddUp(item, moves.FindAll(m => m.VariantId == item.VariantId));
        foreach (var order in orders)
        {
            AddUp(order);
            AddUp(order, [.. entries[order.Id]]);
            Held(order, items, moves.FindAll(m => m.OrderId == order.Id));
        }
        orders.Select(o => o.Number).ShouldBeUnique();
        orders.Select(o => o.SequenceNumber).ShouldBeUnique();
        moves.Select(m => m.Number).ShouldBeUnique();
    }

    private static bool IsHeld(StockMove move) =>
        move.OrderId is not null && move.Kind is StockMoveKind.Reserved or StockMoveKind.Released or StockMoveKind.Shipped;

    private static void AddUp(StockItem item, List<StockMove> moves)
    {
        // What is scrapped never was on hand again, and a reservation by hand is only a note.
        moves
            .Where(m => m.Kind is not (StockMoveKind.Reserved or StockMoveKind.Released or StockMoveKind.Scrapped))
            .Sum(m => m.Quantity)
            .ShouldBe(item.OnHand);
        moves.Where(IsHeld).Sum(m => m.Quantity).ShouldBe(item.Reserved);
        moves.Zip(moves.Skip(1)).ShouldAllBe(pair => pair.First.After == pair.Second.Before);
        if (item.Policy == StockPolicy.Refuse)
            moves.ShouldAllBe(m => m.After >= 0, "It was oversold.");
        if (moves.Count > 0)
            moves[^1].After.ShouldBe(item.Available);
    }

    private static void AddUp(Order order)
    {
        order
            .Lines.Sum(l => l.Amount!.Value - l.Discount!.Value + (order.IsTaxIncluded ? 0 : l.TaxShare!.Value))
            .ShouldBe(order.Total - order.Shipping, order.Number);
        order.Lines.Sum(l => l.TaxShare!.Value).ShouldBe(order.Tax, order.Number);
        order.Lines.Sum(l => l.Discount!.Value).ShouldBe(order.Discount, order.Number);
        order.Lines.Sum(l => l.Refunded ?? 0).ShouldBeLessThanOrEqualTo(order.Refunded, order.Number);
        order.Lines.ShouldAllBe(l => (l.Refunded ?? 0) <= order.PaidFor(l), order.Number);
    }

    private static void AddUp(Order order, List<PaymentEntry> entries)
    {
        entries.Where(p => p.Kind == PaymentKind.Captured).Sum(p => p.Amount).ShouldBe(order.Paid, order.Number);
        entries.Where(p => p.Kind == PaymentKind.Refunded).Sum(p => p.Amount).ShouldBe(order.Refunded, order.Number);
        order.Refunded.ShouldBeLessThanOrEqualTo(order.Paid, order.Number);
        order.IsPaid.ShouldBe(order.Paid >= order.Total, order.Number);
    }

    // What it still waits for is held for it, and nothing else is.
    private static void Held(Order order, List<StockItem> items, List<StockMove> moves)
    {
        foreach (var item in items)
        {
            var own = moves.FindAll(m => m.VariantId == item.VariantId);
            var ordered = order.Lines.Where(l => l.VariantId == item.VariantId).Sum(l => l.Quantity);
            var sent = -own.Where(m => m.Kind == StockMoveKind.Shipped).Sum(m => m.Quantity);
            own.Where(IsHeld).Sum(m => m.Quantity).ShouldBe(order.Status.IsKept() ? ordered - sent : 0, order.Number);
            if (order.Status is OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Returned)
                sent.ShouldBe(ordered, order.Number);
        }
    }
}

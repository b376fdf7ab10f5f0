using System.Globalization;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Returns;

// What is read of returns.
public sealed partial class GoodsReturns
{
    /// <summary>What of an order can still come back, for whoever asks for it. NotFound for an order that is not theirs.</summary>
    public async Task<ReturnChoice> Choice(Actor actor, Guid customerId, string? order)
    {
        actor.DemandFor(customerId, MarketRights.See);
        await using var db = store.Open(actor);
        var bought = await Find(db, customerId, order);
        var zone = await db.Customers.Where(c => c.Id == customerId).Select(c => c.TimeZone).SingleAsync();
        var left = LeftOf(bought, await Of(db, bought.Id));
        return new(
            bought,
            left,
            UntilOf(bought, zone),
            WhyNot(bought, zone, actor.Now)?.Message ?? (left.Values.Sum() == 0 ? Words.Of("Return_NothingLeft") : null)
        );
    }

    /// <summary>A customer's returns, the latest first, or those of one order.</summary>
    public async Task<IReadOnlyList<ReturnView>> List(Actor actor, Guid customerId, Guid? orderId = null)
    {
        actor.DemandFor(customerId, MarketRights.See);
        await using var db = store.Open(actor);
        var those = db.Returns.Where(r => r.CustomerId == customerId && (orderId == null || r.OrderId == orderId));
        return await Views(db, await those.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.SequenceNumber).ToListAsync());
    }

    /// <summary>By its number, RET-… or the one in the row: staff anybody's, customers their own. NotFound.</summary>
    public async Task<ReturnView> One(Actor actor, string? number)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(MarketRights.See);
        var own = actor.Role == Role.Customer ? actor.DemandCustomer() : (Guid?)null;
        var text = number?.Trim() ?? "";
        var row = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
        if (text.Length is 0 or > 40 || !TextAttribute.CanBeStored(text))
            throw Refusal.NotFound();
        await using var db = store.Open(actor);
        var found = await db
            .Returns.Include(r => r.Lines.OrderBy(l => l.Place))
            .SingleOrDefaultAsync(r => (r.Number == text || r.SequenceNumber == row) && (own == null || r.CustomerId == own));
        return found is null ? throw Refusal.NotFound() : (await Views(db, [found]))[0];
    }

    private static async Task<ReturnView> View(AppDb db, Return made, Order order, string customer)
    {
        var others = (await Of(db, order.Id)).FindAll(r => r.Id != made.Id);
        return new(made, order, customer)
        {
            Ceiling = RefundCeiling.Of(order, made, others).Amount,
            Photos = await ReturnPhotos.Of(db, [made.Id]).Select(u => u.PictureId).ToListAsync(),
        };
    }

    /// <summary>The returns of an order, the latest first.</summary>
    internal static async Task<IReadOnlyList<ReturnView>> Views(AppDb db, Order order)
    {
        var those = await Of(db, order.Id);
        those.Reverse();
        return those.Count == 0 ? [] : await Views(db, those);
    }

    private static async Task<IReadOnlyList<ReturnView>> Views(AppDb db, IReadOnlyList<Return> those)
    {
        var (orders, people) = (those.Select(r => r.OrderId).Distinct().ToList(), those.Select(r => r.CustomerId).Distinct().ToList());
        var of = await db.Orders.Where(o => orders.Contains(o.Id)).Include(o => o.Lines.OrderBy(l => l.Place)).ToDictionaryAsync(o => o.Id);
        var names = await db.Customers.Where(c => people.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name);
        var all = await db.Returns.Where(r => orders.Contains(r.OrderId)).Include(r => r.Lines.OrderBy(l => l.Place)).ToListAsync();
        var photos = (await ReturnPhotos.Of(db, [.. those.Select(r => r.Id)]).ToListAsync()).ToLookup(u => u.SubjectId, u => u.PictureId);
        return
        [
            .. those.Select(r => new ReturnView(all.Find(o => o.Id == r.Id)!, of[r.OrderId], names.GetValueOrDefault(r.CustomerId, ""))
            {
                Ceiling = RefundCeiling
                    .Of(of[r.OrderId], all.Find(o => o.Id == r.Id)!, all.FindAll(o => o.OrderId == r.OrderId && o.Id != r.Id))
                    .Amount,
                Photos = [.. photos[r.Id]],
            }),
        ];
    }
}

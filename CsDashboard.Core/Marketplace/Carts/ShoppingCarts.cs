using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Carts;

/// <summary>
/// What customers and visitors mean to buy. Nothing is kept for them until they order, and prices are those of now. Customers their own,
/// staff any of the company's; a visitor's is known by their cookie.
/// </summary>
public sealed class ShoppingCarts(Store store)
{
    public const int MaxLines = 100;
    private static readonly TimeSpan Idle = TimeSpan.FromDays(90);

    public async Task<CartView> Get(Actor actor, CartOwner owner)
    {
        owner.Demand(actor, MarketRights.Sell);
        await using var db = store.Open(actor);
        return await View(db, owner);
    }

    /// <summary>How many things lie in it, for the mark beside the cart.</summary>
    public async Task<int> Count(Actor actor, CartOwner owner)
    {
        owner.Demand(actor, MarketRights.Sell);
        await using var db = store.Open(actor);
        return await db.CartLines.Where(l => l.OwnerId == owner.Id).SumAsync(l => l.Quantity);
    }

    /// <summary>
    /// The variant that programs mean by a product's number: the first that is for sale. Invalid (product_id) for a number nobody has.
    /// </summary>
    public async Task<Guid> VariantOf(Actor actor, int productNumber)
    {
        await using var db = store.Open(actor);
        return await db
                .ProductVariants.Join(db.Products.Where(p => p.Number == productNumber), v => v.ProductId, p => p.Id, (v, p) => v)
                .OrderByDescending(v => v.IsActive)
                .ThenBy(v => v.Place)
                .Select(v => (Guid?)v.Id)
                .FirstOrDefaultAsync()
            ?? throw Refusal.Invalid("product_id", Words.Of("Cart_NoProduct"), "product_not_found");
    }

    /// <summary>
    /// Puts so many more in. Invalid for a product that isn't sold, and for more in all than there are or one may buy.
    /// </summary>
    public Task<CartLineView> Add(Actor actor, CartOwner owner, Guid variantId, int quantity)
    {
        owner.Demand(actor, MarketRights.Sell);
        if (quantity is < 1 or > 100_000)
            throw Refusal.Invalid("quantity", Words.Of("Range_Beyond", 1, 100_000));
        return store.WriteOnce(
            actor,
            async db =>
            {
                await DemandOwner(db, owner);
                var good = await GoodOf(db, owner, variantId);
                var line = await Line(db, owner, variantId);
                var wanted = (line?.Quantity ?? 0) + quantity;
                // What is put in first may be less than one has to take: it is then so many.
                if (line is null)
                    wanted = Math.Max(wanted, good.Variant.MinPerOrder);
                good.Demand(wanted, actor);
                if (line is null && await db.CartLines.CountAsync(l => l.OwnerId == owner.Id) >= MaxLines)
                    throw Refusal.Invalid("product_id", Words.Of("Cart_Full", MaxLines));
                line ??= await New(db, owner, variantId);
                (line.Quantity, line.PriceSeen, line.CappedFrom, line.ChangedAt) = (wanted, good.Price, null, actor.Now);
                return ViewOf(line, good, actor);
            }
        );
    }

    /// <summary>Sets how many; none or fewer takes the line out. NotFound for a line that isn't there.</summary>
    public Task<CartLineView?> Set(Actor actor, CartOwner owner, Guid variantId, int quantity)
    {
        owner.Demand(actor, MarketRights.Sell);
        return store.WriteOnce(
            actor,
            async db =>
            {
                var line = await Line(db, owner, variantId) ?? throw Refusal.NotFound(Words.Of("Cart_NoLine"));
                if (quantity <= 0)
                {
                    db.CartLines.Remove(line);
                    return null;
                }
                var good = await GoodOf(db, owner, variantId);
                good.Demand(quantity, actor);
                (line.Quantity, line.PriceSeen, line.CappedFrom, line.ChangedAt) = (quantity, good.Price, null, actor.Now);
                return (CartLineView?)ViewOf(line, good, actor);
            }
        );
    }

    /// <summary>NotFound for a line that isn't there.</summary>
    public Task Remove(Actor actor, CartOwner owner, Guid variantId)
    {
        owner.Demand(actor, MarketRights.Sell);
        return store.Write(
            actor,
            async db => db.CartLines.Remove(await Line(db, owner, variantId) ?? throw Refusal.NotFound(Words.Of("Cart_NoLine")))
        );
    }

    public Task Clear(Actor actor, CartOwner owner)
    {
        owner.Demand(actor, MarketRights.Sell);
        return store.Write(actor, db => Empty(db, owner));
    }

    /// <summary>
    /// A visitor has signed in: what lay in their cart comes to the customer's, as many as there are and as one may buy; a line that got
    /// fewer says so. Refuses nothing, and does nothing when it comes again.
    /// </summary>
    public Task Merge(Actor actor, Guid guestId)
    {
        var customer = CartOwner.Customer(actor.DemandCustomer());
        return store.Write(
            actor,
            async db =>
            {
                var brought = await db
                    .CartLines.Where(l => l.OwnerId == guestId && l.CustomerId == null)
                    .OrderBy(l => l.AddedAt)
                    .ToListAsync();
                if (brought.Count == 0)
                    return;
                var own = await db.CartLines.Where(l => l.OwnerId == customer.Id).ToDictionaryAsync(l => l.VariantId);
                var goods = await Good.Of(db, [.. brought.Select(l => l.VariantId)], customer.CustomerId);
                db.CartLines.RemoveRange(brought);
                foreach (var guests in brought)
                {
                    if (!goods.TryGetValue(guests.VariantId, out var good) || (own.Count >= MaxLines && !own.ContainsKey(guests.VariantId)))
                        continue;
                    if (!own.TryGetValue(guests.VariantId, out var line))
                        own[guests.VariantId] = line = await New(db, customer, guests.VariantId);
                    var wanted = (int)Math.Min((long)line.Quantity + guests.Quantity, 100_000);
                    var got = good.Most is { } most ? Math.Min(wanted, Math.Max(most, 1)) : wanted;
                    (line.Quantity, line.PriceSeen, line.CappedFrom, line.ChangedAt) = (
                        got,
                        guests.PriceSeen,
                        got < wanted ? wanted : null,
                        actor.Now
                    );
                }
            }
        );
    }

    /// <summary>Removes carts that nobody has touched for ninety days, some at a time; for the schedule.</summary>
    public Task RemoveIdle(Actor company)
    {
        var before = company.Now - Idle;
        return store.Write(company, db => db.CartLines.Where(l => l.ChangedAt < before).ExecuteDeleteAsync());
    }

    internal static Task<List<CartLine>> LinesOf(AppDb db, CartOwner owner) =>
        db.CartLines.Where(l => l.OwnerId == owner.Id).OrderBy(l => l.AddedAt).ThenBy(l => l.Number).ToListAsync();

    internal static Task Empty(AppDb db, CartOwner owner) => db.CartLines.Where(l => l.OwnerId == owner.Id).ExecuteDeleteAsync();

    private static async Task<CartView> View(AppDb db, CartOwner owner)
    {
        var lines = await LinesOf(db, owner);
        var goods = await Good.Of(db, [.. lines.Select(l => l.VariantId)], owner.CustomerId);
        var pictures = await ProductPictures.FirstOf(db, [.. goods.Values.Select(g => g.Product.Id).Distinct()]);
        return new CartView(
            [
                .. lines
                    .Where(l => goods.ContainsKey(l.VariantId))
                    .Select(l =>
                        ViewOf(l, goods[l.VariantId], db.Actor) with
                        {
                            Picture = pictures.GetValueOrDefault(goods[l.VariantId].Product.Id),
                        }
                    ),
            ],
            await Accounts.Tenants.CurrencyOf(db)
        );
    }

    private static async Task DemandOwner(AppDb db, CartOwner owner)
    {
        if (owner.CustomerId is { } id)
            await Customers.CustomerRecords.Demand(db, id);
    }

    private static async Task<Good> GoodOf(AppDb db, CartOwner owner, Guid variantId) =>
        (await Good.Of(db, [variantId], owner.CustomerId)).GetValueOrDefault(variantId) is { } good && good.Product.IsOnSale(db.Actor.Now)
            ? good
            : throw Refusal.Invalid("product_id", Words.Of("Cart_NoProduct"), "product_not_found");

    private static Task<CartLine?> Line(AppDb db, CartOwner owner, Guid variantId) =>
        db.CartLines.SingleOrDefaultAsync(l => l.OwnerId == owner.Id && l.VariantId == variantId);

    private static async Task<CartLine> New(AppDb db, CartOwner owner, Guid variantId)
    {
        var line = new CartLine
        {
            Number = await Sequences.Next(db, "cart_line"),
            OwnerId = owner.Id,
            CustomerId = owner.CustomerId,
            VariantId = variantId,
            AddedAt = db.Actor.Now,
        };
        db.CartLines.Add(line);
        return line;
    }

    private static CartLineView ViewOf(CartLine line, Good good, Actor actor) =>
        new()
        {
            Number = line.Number,
            VariantId = line.VariantId,
            ProductId = good.Product.Id,
            ProductNumber = good.Product.Number,
            Slug = good.Product.Slug,
            Name = good.Product.Name(Words.Language),
            Label = good.Variant.Label(Words.Language),
            Kind = good.Product.Kind,
            Quantity = line.Quantity,
            UnitPrice = good.Price,
            PriceBefore = line.PriceSeen != good.Price ? line.PriceSeen : null,
            Fault = good.FaultOf(line.Quantity, actor.Now),
            Most = good.Most,
            Least = good.Variant.MinPerOrder,
            AddedAt = line.AddedAt,
            CappedFrom = line.CappedFrom,
        };
}

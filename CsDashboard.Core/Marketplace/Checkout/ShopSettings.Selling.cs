using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Checkout;

// Who sells, and whether anything can be bought.
public sealed partial class ShopSettings
{
    /// <summary>What invoices of orders from now on say; null where nobody has written anything.</summary>
    public async Task<Seller?> WhoSells(Actor actor)
    {
        actor.Demand(MarketRights.Manage);
        await using var db = store.Open(actor);
        return await db.Sellers.AsNoTracking().OrderByDescending(s => s.From).ThenByDescending(s => s.Id).FirstOrDefaultAsync();
    }

    /// <summary>Invoices of earlier orders keep what they say. Safe to repeat.</summary>
    public Task SetSeller(Actor actor, SellerInput input)
    {
        actor.Demand(MarketRights.Manage);
        input.Checked();
        return store.Write(
            actor,
            async db =>
            {
                var known = await db
                    .Sellers.AsNoTracking()
                    .OrderByDescending(s => s.From)
                    .ThenByDescending(s => s.Id)
                    .FirstOrDefaultAsync();
                var (before, seller) = (SellerInput.Of(known), input.From(actor.Now));
                var after = SellerInput.Of(seller);
                if (before.Said == after.Said)
                    return;
                db.Sellers.Add(seller);
                db.Record(new SellerChanged(actor.TenantId, before, after));
            }
        );
    }

    /// <summary>Whether orders can be placed in this shop; for anybody.</summary>
    public async Task<ShopOpening> Opening(Actor actor)
    {
        if (outside.IsUsed)
            return new(IsElsewhere: true, CanBePaid: false, CanBeSent: false);
        await using var db = store.Open(actor);
        var terms = await TermsOf(db);
        return new(IsElsewhere: false, providers.Any(p => p.IsUsed(terms)), await db.ShippingMethods.AnyAsync(m => !m.IsOff));
    }

    /// <summary>
    /// Who sold what was ordered then. Who has written it down only since is taken to have been so before.
    /// </summary>
    internal static async Task<Seller?> SellerAt(AppDb db, DateTimeOffset placed) =>
        await db
            .Sellers.AsNoTracking()
            .Where(s => s.From <= placed)
            .OrderByDescending(s => s.From)
            .ThenByDescending(s => s.Id)
            .FirstOrDefaultAsync()
        ?? await db.Sellers.AsNoTracking().OrderBy(s => s.From).ThenBy(s => s.Id).FirstOrDefaultAsync();
}

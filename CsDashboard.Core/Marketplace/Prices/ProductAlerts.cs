using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Prices;

/// <summary>What customers wait for: a price, or goods that are sold out. Theirs alone, and staff's to read.</summary>
public sealed class ProductAlerts(Store store)
{
    /// <summary>Of a customer.</summary>
    public const int Most = 200;

    /// <summary>A customer's, the latest first.</summary>
    public async Task<IReadOnlyList<AlertView>> List(Actor actor, Guid customerId, AlertKind? kind = null)
    {
        actor.DemandFor(customerId, MarketRights.See);
        await using var db = store.Open(actor);
        var currency = await Tenants.CurrencyOf(db);
        var rows = await db
            .ProductAlerts.Where(a => a.CustomerId == customerId && (kind == null || a.Kind == kind))
            .Join(db.Products, a => a.ProductId, p => p.Id, (a, p) => new { Alert = a, Product = p })
            .OrderByDescending(r => r.Alert.CreatedAt)
            .ThenByDescending(r => r.Alert.Number)
            .ToListAsync();
        return rows.ConvertAll(r => new AlertView(r.Alert, r.Product, currency));
    }

    /// <summary>
    /// Waits for a price; asked again, for another one. Invalid, with field target_price; NotFound; Conflict <c>too_many</c> beyond two
    /// hundred.
    /// </summary>
    public Task<AlertView> WaitForPrice(Actor actor, Guid customerId, int product, decimal? target)
    {
        actor.DemandFor(customerId, MarketRights.Sell);
        if (target is null)
            throw Refusal.Invalid("target_price", Words.Of("Text_Required"));
        if (target is not (> 0 and <= ProductAlert.MostTarget) || decimal.Round(target.Value, 4) != target)
            throw Refusal.Invalid("target_price", Words.Of("Range_Beyond", 0.0001m, ProductAlert.MostTarget));
        return Wait(actor, customerId, product, AlertKind.Price, target);
    }

    /// <summary>
    /// Waits until it is there again. NotFound; Conflict <c>in_stock</c> for what can be bought, <c>too_many</c> beyond two hundred.
    /// </summary>
    public Task<AlertView> WaitForStock(Actor actor, Guid customerId, int product)
    {
        actor.DemandFor(customerId, MarketRights.Sell);
        return Wait(actor, customerId, product, AlertKind.Stock, null);
    }

    /// <summary>Waits no longer. NotFound.</summary>
    public Task Remove(Actor actor, Guid customerId, int number)
    {
        actor.DemandFor(customerId, MarketRights.Sell);
        return store.Write(
            actor,
            async db =>
            {
                if (await db.ProductAlerts.Where(a => a.CustomerId == customerId && a.Number == number).ExecuteDeleteAsync() == 0)
                    throw Refusal.NotFound();
                db.AnnounceAfterCommit(Topic.Customer(actor.TenantId, customerId));
            }
        );
    }

    private Task<AlertView> Wait(Actor actor, Guid customerId, int product, AlertKind kind, decimal? target) =>
        store.Write(
            actor,
            async db =>
            {
                var (about, _) = (await Shelved.Find(db, product), await CustomerRecords.Find(db, customerId));
                if (kind == AlertKind.Stock && !about.IsSoldOut)
                    throw Refusal.Conflict(Words.Of("Alert_InStock"), "in_stock");
                var own = db.ProductAlerts.Where(a => a.CustomerId == customerId);
                var alert = await own.SingleOrDefaultAsync(a => a.ProductId == about.Id && a.Kind == kind);
                if (alert is null && await own.CountAsync() >= Most)
                    throw Refusal.Conflict(Words.Of("Alert_Most", Most), "too_many");
                if (alert is null)
                    db.ProductAlerts.Add(
                        alert = new ProductAlert
                        {
                            Number = await Sequences.Next(db, "alert"),
                            CustomerId = customerId,
                            ProductId = about.Id,
                            Kind = kind,
                            CreatedAt = actor.Now,
                        }
                    );
                if (target is { } price)
                    alert.Aim(price, about.Price);
                db.AnnounceAfterCommit(Topic.Customer(actor.TenantId, customerId));
                return new AlertView(alert, about, await Tenants.CurrencyOf(db));
            }
        );
}

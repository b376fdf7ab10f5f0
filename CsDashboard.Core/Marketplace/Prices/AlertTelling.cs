using CsDashboard.Accounts;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Importing;
using CsDashboard.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Prices;

/// <summary>
/// Tells people what they waited for, everything that came true together in one message, and no more than three a day: what is beyond that
/// is told the next day, if it is still true.
/// </summary>
public sealed class AlertTelling(Store store, Notices notices)
{
    /// <summary>Messages to a person within a day.</summary>
    public const int ADay = 3;
    private const string Kind = "product_alert";
    private const int AtOnce = 100,
        MostLines = 10;

    /// <summary>An import of many prices takes a while.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromSeconds(20);

    internal async Task Run(Actor actor)
    {
        // What a file changes is one message, however long it takes.
        await using (var db = store.Open(actor))
            if (await db.ProductImports.UnderWay().AnyAsync())
                return;
        foreach (var customer in await Due(actor))
            await store.Write(actor, db => Tell(db, customer));
    }

    private async Task<IReadOnlyList<Guid>> Due(Actor actor)
    {
        await using var db = store.Open(actor);
        var (settled, today) = (actor.Now - Settling, actor.Now.AddDays(-1));
        var told = db.Notifications.Where(n => n.Kind == Kind && n.CreatedAt > today);
        return await Open(db)
            .GroupBy(a => a.CustomerId)
            .Where(g =>
                g.Max(a => a.DueAt) <= settled && told.Where(n => n.CustomerId == g.Key).Select(n => n.CreatedAt).Distinct().Count() < ADay
            )
            .Select(g => g.Key)
            .Take(AtOnce)
            .ToListAsync();
    }

    private static IQueryable<ProductAlert> Open(AppDb db)
    {
        var shown = Products.OnSale(db, db.Products);
        return db.ProductAlerts.Where(a => a.DueAt != null && shown.Any(p => p.Id == a.ProductId));
    }

    private async Task Tell(AppDb db, Guid customer)
    {
        var alerts = await Open(db).Where(a => a.CustomerId == customer).OrderBy(a => a.DueAt).ThenBy(a => a.Number).ToListAsync();
        var ids = alerts.ConvertAll(a => a.ProductId);
        var products = await db.Products.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        foreach (var alert in alerts)
            alert.Look(products[alert.ProductId].Price, products[alert.ProductId].IsSoldOut, db.Actor.Now);
        alerts.RemoveAll(a => a.DueAt is null);
        if (alerts.Count == 0)
            return;
        var currency = await Tenants.CurrencyOf(db);
        foreach (var to in await Recipients.OfCustomer(db, customer))
            await notices.Tell(db, to, NoticeOf(to.Language, alerts.ConvertAll(a => (a, products[a.ProductId])), currency));
        foreach (var alert in alerts)
            if (alert.Kind == AlertKind.Stock)
                db.Remove(alert);
            else
                alert.Told(db.Actor.Now);
    }

    private static Notice NoticeOf(string language, List<(ProductAlert Alert, Product Product)> told, Currency currency)
    {
        string Line((ProductAlert Alert, Product Product) one) =>
            one.Alert.Kind == AlertKind.Stock
                ? Words.In(language, "Alert_BackLine", one.Product.Name(language))
                : Words.In(language, "Alert_PriceLine", one.Product.Name(language), new Money(one.Product.Price, currency));
        var notice = told is [var (alert, product)]
            ? new Notice(
                Kind,
                alert.Kind == AlertKind.Stock ? "Notice_Back_Title" : "Notice_Price_Title",
                product.Name(language),
                new Money(product.Price, currency)
            )
            {
                ContentKey = alert.Kind == AlertKind.Stock ? "Notice_Back" : "Notice_Price",
                ContentValues = alert.Kind == AlertKind.Stock ? [] : [new Money(alert.Target!.Value, currency)],
                Link = new LinkTo("product", product.Slug),
            }
            : new Notice(Kind, "Notice_Alerts_Title", told.Count)
            {
                Quote = string.Join('\n', told.Take(MostLines).Select(Line).Concat(told.Count > MostLines ? ["…"] : [])),
                Link = new LinkTo("wishlist"),
            };
        return notice with { Topic = NoticeTopic.Offers };
    }
}

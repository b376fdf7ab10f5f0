using System.Text.Json;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Marketplace.Payments;

/// <summary>
/// Paying an order on a page of Stripe. Whoever says that it was paid (Stripe's call, the buyer who comes back, our own asking) only has
/// the session read, and the book takes each payment once, however often and in whatever order it is told. What was paid after the order
/// was given up takes it up again while its goods are there; else, and for whatever was paid twice, the money goes back by itself.
/// </summary>
public sealed partial class StripeCheckouts(
    Store store,
    StripeAccounts accounts,
    StripeCalls calls,
    Notices notices,
    TimeProvider clock,
    ILogger<StripeCheckouts> log
)
{
    // Stripe keeps a page for half an hour at least.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(31),
        FirstAsk = TimeSpan.FromMinutes(2),
        Again = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The page on which an order that the caller has read as its buyer is paid; the same one as long as it is open. Its goods are kept as
    /// long as the first one. Null for an order that is not to be paid by Stripe, or not any more; Unavailable where Stripe can't be had.
    /// </summary>
    /// <param name="company">The company, or the buyer.</param>
    /// <param name="back">Where Stripe leads back to, with {session} where its id stands: having paid, and not.</param>
    public async Task<Uri?> Begin(Actor company, OwnOrder order, (string Paid, string Left) back)
    {
        if (order is not { IsOwn: true, Status: OrderStatus.Pending } || await accounts.Key(company) is not { } key)
            return null;
        if (await Row(company, order) is not { } row)
            return null;
        if (row.Url is { } known)
            return new Uri(known);
        var form = FormOf(row, order, company, back);
        JsonElement made;
        try
        {
            made = await Made(key, row, form);
        }
        catch (StripeFault fault)
        {
            log.LogWarning("Stripe made no page for order {Order}: {Cause}", order.Number, fault.Message);
            if (!fault.IsPassing)
                await Change(company, row.Id, session => session.End(StripeSessionState.Wrong));
            throw Refusal.Unavailable(Words.Of("Pay_Unavailable"));
        }
        var (name, url) = (Text(made, "id"), Text(made, "url"));
        if (name is null || !Uri.TryCreate(url, UriKind.Absolute, out var page))
            throw Refusal.Unavailable(Words.Of("Pay_Unavailable"));
        await Change(company, row.Id, session => session.Made(name, url!, company.Now + FirstAsk));
        return page;
    }

    /// <summary>
    /// The buyer has come back from a session: Stripe is asked at once how it went, if nobody has said. The order's number; null for a
    /// session that the company doesn't have.
    /// </summary>
    public async Task<string?> Look(Actor company, Guid sessionId)
    {
        StripeSession? session;
        string? number;
        await using (var db = store.Open(company))
        {
            session = await db.StripeSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId);
            var order = session?.OrderId;
            number = await db.Orders.Where(o => o.Id == order).Select(o => o.Number).SingleOrDefaultAsync();
        }
        if (session is { State: StripeSessionState.Open, Name: not null })
            await Ask(Actor.System(company.TenantId, clock), session);
        return number;
    }

    private Task<StripeSession?> Row(Actor company, OwnOrder read) =>
        store.Write(
            company,
            async db =>
            {
                var order = await OwnOrders.Find(db, read.Id);
                var (now, due, terms) = (company.Now, order.Total - order.Paid, await ShopSettings.TermsOf(db));
                if (order.Status != OrderStatus.Pending || due <= 0 || !IsBy(terms, order.PaysBy))
                    return null;
                var known = await db.StripeSessions.Where(s => s.OrderId == order.Id).OrderByDescending(s => s.CreatedAt).ToListAsync();
                if (known.Find(s => s.State == StripeSessionState.Open && s.Amount == due && s.Until > now.AddMinutes(1)) is { } open)
                    return open;
                var until = order.ReservedUntil is { } kept && kept > now + Shortest ? kept : now + Shortest;
                var row = new StripeSession
                {
                    OrderId = order.Id,
                    Amount = due,
                    CreatedAt = now,
                    Until = until,
                };
                row.AskLater(now + FirstAsk);
                // Once, or whoever never pays would keep them for good.
                if (known.Count == 0)
                    order.Hold(until);
                db.StripeSessions.Add(row);
                return row;
            }
        );

    internal static bool IsBy(ShopTerms terms, PaymentMethod? method) =>
        terms.TakesStripe && method is { } by && new StripePayments().Methods.Contains(by);

    private async Task<JsonElement> Made(string key, StripeSession row, List<(string, string)> form)
    {
        try
        {
            return await calls.Send(key, HttpMethod.Post, "checkout/sessions", form, row.Id);
        }
        catch (StripeFault fault) when (fault.IsPassing)
        {
            // A second click meets the first one there.
            await Task.Delay(Again, TimeProvider.System);
            return await calls.Send(key, HttpMethod.Post, "checkout/sessions", form, row.Id);
        }
    }

    private static List<(string, string)> FormOf(StripeSession row, OwnOrder order, Actor company, (string Paid, string Left) back)
    {
        string At(string address) => address.Replace("{session}", row.Id.ToString(), StringComparison.Ordinal);
        var currency = Currency.Of(order.Currency);
        return
        [
            ("mode", "payment"),
            ("client_reference_id", order.Number),
            ("success_url", At(back.Paid)),
            ("cancel_url", At(back.Left)),
            ("expires_at", $"{row.Until.ToUnixTimeSeconds()}"),
            ("payment_method_types[0]", "card"),
            ("line_items[0][quantity]", "1"),
            ("line_items[0][price_data][currency]", currency.Code.ToLowerInvariant()),
            ("line_items[0][price_data][unit_amount]", $"{StripeCalls.Coins(row.Amount, currency)}"),
            ("line_items[0][price_data][product_data][name]", order.Number),
            ("metadata[session]", row.Id.ToString()),
            ("metadata[company]", company.TenantId.ToString()),
            ("payment_intent_data[metadata][order]", order.Number),
            .. order.Email.Length > 0 ? [("customer_email", order.Email)] : Array.Empty<(string, string)>(),
        ];
    }

    private Task Change(Actor company, Guid id, Action<StripeSession> change) =>
        store.Write(company, async db => change(await db.StripeSessions.SingleAsync(s => s.Id == id)));

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static long? Whole(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;

    private static Guid? Meta(JsonElement of, string name) =>
        of.TryGetProperty("metadata", out var all) && Guid.TryParse(Text(all, name), out var id) ? id : null;
}

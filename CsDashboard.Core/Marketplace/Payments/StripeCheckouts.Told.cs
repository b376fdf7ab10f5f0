using System.Text.Json;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Payments;

// What Stripe says.
public sealed partial class StripeCheckouts
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    /// <summary>
    /// A call in Stripe's name. False for one that isn't Stripe's, and does nothing then. An event that was told before, or that means
    /// nothing to us, is true and changes nothing.
    /// </summary>
    public async Task<bool> Called(Guid companyId, string? signature, byte[] body)
    {
        var company = Actor.System(companyId, clock);
        if (await accounts.WebhookSecret(company) is not { } secret || !StripeSignature.IsGood(signature, body, secret, company.Now))
            return false;
        JsonElement told;
        try
        {
            told = JsonSerializer.Deserialize<JsonElement>(body);
        }
        catch (JsonException)
        {
            return true;
        }
        var (name, type) = (Text(told, "id"), Text(told, "type"));
        if (
            name is not { Length: > 0 and <= StripeEvent.MaxName }
            || !told.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty("object", out var about)
            || about.ValueKind != JsonValueKind.Object
        )
            return true;
        await store.Write(
            company,
            async db =>
            {
                if (await db.StripeEvents.AnyAsync(e => e.Name == name))
                    return;
                db.StripeEvents.Add(new StripeEvent { Name = name, At = company.Now });
                (await db.StripeAccounts.SingleAsync()).CalledAt = company.Now;
                await Take(db, type, about);
            }
        );
        return true;
    }

    /// <summary>Forgets calls that nobody repeats any more; for the schedule.</summary>
    public Task Forget(Actor company)
    {
        var before = company.Now - Remembered;
        return store.Write(company, db => db.StripeEvents.Where(e => e.At < before).ExecuteDeleteAsync());
    }

    private Task Take(AppDb db, string? type, JsonElement about) =>
        type switch
        {
            "checkout.session.completed" or "checkout.session.async_payment_succeeded" or "checkout.session.expired" => TakeSession(
                db,
                about
            ),
            "checkout.session.async_payment_failed" => TakeFailure(db, about),
            "charge.refunded" => TakeBack(db, about),
            "refund.failed" or "charge.refund.updated" => TakeRefund(db, about),
            _ => Task.CompletedTask,
        };

    private static async Task<StripeSession?> Find(AppDb db, JsonElement session)
    {
        var (name, id) = (Text(session, "id"), Meta(session, "session"));
        return await db.StripeSessions.SingleOrDefaultAsync(s => (name != null && s.Name == name) || s.Id == id);
    }

    private async Task TakeSession(AppDb db, JsonElement told)
    {
        if (await Find(db, told) is not { State: StripeSessionState.Open or StripeSessionState.Expired } session)
            return;
        if (Text(told, "payment_status") != "paid")
        {
            if (Text(told, "status") == "expired")
                session.End(StripeSessionState.Expired);
            return;
        }
        var order = await OwnOrders.Find(db, session.OrderId);
        var currency = Currency.Of(order.Currency);
        if (
            Whole(told, "amount_total") != StripeCalls.Coins(session.Amount, currency)
            || !string.Equals(Text(told, "currency"), currency.Code, StringComparison.OrdinalIgnoreCase)
        )
        {
            session.End(StripeSessionState.Wrong);
            await Tell(db, order, "Notice_StripeAmount_Title", $"{Whole(told, "amount_total")} {Text(told, "currency")}");
            return;
        }
        session.End(StripeSessionState.Paid);
        var reference = Text(told, "payment_intent") ?? Text(told, "id") ?? session.Id.ToString();
        await OrderPayments.Take(
            db,
            order,
            new PaymentTold(StripePayments.Name, reference, PaymentKind.Captured, session.Amount),
            by: null
        );
        // Given up and gone, or paid in another way, too: nobody has to ask for it.
        var back =
            order.Status == OrderStatus.Cancelled
                ? order.Refundable
                : Math.Min(order.Refundable, order.Paid - order.Refunded - order.Total);
        if (back > 0)
            await OrderPayments.Refund(db, order, Math.Min(back, session.Amount), field: "amount");
    }

    private static async Task TakeFailure(AppDb db, JsonElement told)
    {
        if (await Find(db, told) is not { } session)
            return;
        var order = await OwnOrders.Find(db, session.OrderId);
        await OrderPayments.Take(
            db,
            order,
            new PaymentTold(StripePayments.Name, Text(told, "payment_intent") ?? session.Id.ToString(), PaymentKind.Failed, session.Amount),
            by: null
        );
    }

    // Somebody gave money back at Stripe itself. It tells all that went back of a payment, ours with it, so a call that comes late adds
    // nothing.
    private static async Task TakeBack(AppDb db, JsonElement charge)
    {
        if (Text(charge, "payment_intent") is not { } payment || Whole(charge, "amount_refunded") is not { } coins)
            return;
        var paid = await db.PaymentEntries.SingleOrDefaultAsync(p =>
            p.Provider == StripePayments.Name && p.Kind == PaymentKind.Captured && p.Reference == payment
        );
        if (paid is null)
            return;
        var order = await OwnOrders.Find(db, paid.OrderId);
        var known = await db
            .PaymentEntries.Where(p => p.OrderId == order.Id && p.Provider == StripePayments.Name && p.Kind == PaymentKind.Refunded)
            .SumAsync(p => p.Amount);
        var more = Math.Min(StripeCalls.Amount(coins, Currency.Of(order.Currency)) - known, order.Refundable);
        if (more > 0)
            await OrderPayments.Take(
                db,
                order,
                new PaymentTold(StripePayments.Name, $"{payment}/{coins}", PaymentKind.Refunded, more),
                by: null
            );
    }

    private async Task TakeRefund(AppDb db, JsonElement told)
    {
        if (Text(told, "status") != "failed" || Meta(told, "refund") is not { } id)
            return;
        if (await db.StripeRefunds.SingleOrDefaultAsync(r => r.Id == id) is { Fault: null } refund)
            await Refused(db, refund, Text(told, "failure_reason") ?? "failed");
    }

    private async Task Refused(AppDb db, StripeRefund refund, string why)
    {
        refund.Refuse(why);
        await Tell(db, await OwnOrders.Find(db, refund.OrderId), "Notice_StripeRefund_Title", why);
    }

    private async Task Tell(AppDb db, Order order, string title, string why) =>
        await notices.Tell(
            db,
            await Recipients.Agents(db),
            new Notice("order_stripe", title, order.Number)
            {
                Quote = why,
                Link = new LinkTo("order", order.Number),
                Channels = [Channel.Bell],
                Topic = NoticeTopic.Orders,
            }
        );
}

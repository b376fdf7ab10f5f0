using System.Text.Json;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Marketplace.Payments;

// What is asked of Stripe by and by: how sessions went of which no call has come, and to give money back.
public sealed partial class StripeCheckouts
{
    private const int Batch = 20,
        MostAttempts = 12;
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5),
        Later = TimeSpan.FromHours(1),
        Longest = TimeSpan.FromHours(6),
        GivenUp = TimeSpan.FromDays(1);

    /// <summary>Asks how open sessions went, and sends what is to go back; for the schedule.</summary>
    public async Task Run(Actor company)
    {
        List<StripeSession> sessions;
        List<StripeRefund> refunds;
        var now = company.Now;
        await using (var db = store.Open(company))
        {
            sessions = await db
                .StripeSessions.AsNoTracking()
                .Where(s => s.State == StripeSessionState.Open && s.AskAt <= now)
                .OrderBy(s => s.AskAt)
                .Take(Batch)
                .ToListAsync();
            refunds = await db.StripeRefunds.AsNoTracking().Where(r => r.SendAt <= now).OrderBy(r => r.SendAt).Take(Batch).ToListAsync();
        }
        foreach (var session in sessions)
            await Ask(company, session);
        foreach (var refund in refunds)
            await Send(company, refund);
    }

    private async Task Ask(Actor company, StripeSession session)
    {
        JsonElement? told = null;
        try
        {
            if (session.Name is not null && await accounts.Key(company) is { } key)
                told = await Read(company, key, session);
        }
        catch (StripeFault fault)
        {
            log.LogWarning("Stripe does not say how session {Session} went: {Cause}", session.Id, fault.Message);
        }
        await store.Write(
            company,
            async db =>
            {
                if (told is { } answer)
                    await TakeSession(db, answer);
                var row = await db.StripeSessions.SingleAsync(s => s.Id == session.Id);
                if (row.State != StripeSessionState.Open)
                    return;
                if (company.Now > row.Until + (row.Name is null ? TimeSpan.Zero : GivenUp))
                    row.End(StripeSessionState.Expired);
                else
                    row.AskLater(company.Now + (company.Now < row.Until ? Soon : Later));
            }
        );
    }

    // The page of an order that was given up is closed, so that nobody pays for it.
    private async Task<JsonElement> Read(Actor company, string key, StripeSession session)
    {
        var told = await calls.Send(key, HttpMethod.Get, $"checkout/sessions/{session.Name}");
        if (Text(told, "status") != "open")
            return told;
        await using (var db = store.Open(company))
            if (!await db.Orders.AnyAsync(o => o.Id == session.OrderId && o.Status == OrderStatus.Cancelled))
                return told;
        return await calls.Send(key, HttpMethod.Post, $"checkout/sessions/{session.Name}/expire", []);
    }

    private async Task Send(Actor company, StripeRefund refund)
    {
        StripeFault? fault = null;
        try
        {
            var key = await accounts.Key(company) ?? throw new StripeFault(Words.Of("Stripe_NoKey"), isPassing: true);
            var coins = StripeCalls.Coins(refund.Amount, await CurrencyOf(company, refund));
            var told = await calls.Send(
                key,
                HttpMethod.Post,
                "refunds",
                [("payment_intent", refund.Payment), ("amount", $"{coins}"), ("metadata[refund]", refund.Id.ToString())],
                refund.Id
            );
            if (Text(told, "status") == "failed")
                fault = new StripeFault(Text(told, "failure_reason") ?? "failed", isPassing: false);
        }
        catch (StripeFault caught)
        {
            log.LogWarning("Stripe does not give back refund {Refund}: {Cause}", refund.Id, caught.Message);
            fault = caught;
        }
        await store.Write(
            company,
            async db =>
            {
                var row = await db.StripeRefunds.SingleAsync(r => r.Id == refund.Id);
                if (row.SendAt is null)
                    return;
                if (fault is null)
                    row.Sent();
                else if (fault.IsPassing && row.Attempts + 1 < MostAttempts)
                    row.Again(company.Now + TimeSpan.FromMinutes(Math.Min(Longest.TotalMinutes, 1 << row.Attempts)));
                else
                    await Refused(db, row, fault.Message);
            }
        );
    }

    private async Task<Currency> CurrencyOf(Actor company, StripeRefund refund)
    {
        await using var db = store.Open(company);
        return Currency.Of(await db.Orders.Where(o => o.Id == refund.OrderId).Select(o => o.Currency).SingleAsync());
    }
}

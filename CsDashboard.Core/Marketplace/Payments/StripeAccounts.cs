using System.Text.Json;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Checkout;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Payments;

/// <summary>
/// A company's account at Stripe, given and switched by its admins. The keys lie encrypted in the database and leave it for Stripe alone.
/// </summary>
public sealed class StripeAccounts(Store store, StripeCalls calls, IDataProtectionProvider protection)
{
    public async Task<StripeView> Get(Actor actor)
    {
        actor.Demand(MarketRights.Manage);
        await using var db = store.Open(actor);
        var account = await db.StripeAccounts.AsNoTracking().SingleOrDefaultAsync();
        return new(
            (await ShopSettings.TermsOf(db)).TakesStripe,
            account?.KeyEnd ?? "",
            account?.IsLive ?? false,
            account?.WebhookSecret is not null,
            account?.CalledAt,
            await db
                .PaymentEntries.Where(p => p.Provider == StripePayments.Name && p.Kind == PaymentKind.Captured)
                .MaxAsync(p => (DateTimeOffset?)p.At),
            await db.StripeRefunds.CountAsync(r => r.Fault != null)
        );
    }

    /// <summary>
    /// Keys that are left empty stay. Safe to repeat. Invalid (secretKey, webhookSecret) for what is none, and for switching on without a
    /// key.
    /// </summary>
    public Task Set(Actor actor, StripeInput input)
    {
        actor.Demand(MarketRights.Manage);
        input.CheckAll();
        return store.Write(
            actor,
            async db =>
            {
                var (account, terms) = (await db.StripeAccounts.SingleOrDefaultAsync(), await db.ShopTerms.SingleOrDefaultAsync());
                if (account is null)
                    db.StripeAccounts.Add(account = new StripeAccount { TenantId = actor.TenantId });
                if (terms is null)
                    db.ShopTerms.Add(terms = new ShopTerms { TenantId = actor.TenantId });
                var before = new StripeFacts(terms.TakesStripe, account.KeyEnd, account.IsLive, IsWebhookNew: false);
                if (input.SecretKey is { } key)
                    (account.SecretKey, account.KeyEnd, account.IsLive) = (
                        Protector(actor).Protect(key),
                        key[^4..],
                        key.Contains("_live_", StringComparison.Ordinal)
                    );
                if (input.WebhookSecret is { } secret)
                    account.WebhookSecret = Protector(actor).Protect(secret);
                if (input.IsOn && account.SecretKey is null)
                    throw Refusal.Invalid("secretKey", Words.Of("Text_Required"));
                terms.TakesStripe = input.IsOn;
                var after = new StripeFacts(terms.TakesStripe, account.KeyEnd, account.IsLive, input.WebhookSecret is not null);
                if (before != after)
                    db.Record(new StripeChanged(actor.TenantId, before, after));
            }
        );
    }

    /// <summary>
    /// Asks Stripe whose key it is: the name of the account, and whether it may take money. Conflict <c>stripe_refused</c> with Stripe's
    /// words, and where it can't be reached; Invalid (secretKey) without a key.
    /// </summary>
    public async Task<(string Name, bool MayCharge)> Test(Actor actor)
    {
        actor.Demand(MarketRights.Manage);
        var key = await Key(actor) ?? throw Refusal.Invalid("secretKey", Words.Of("Text_Required"));
        try
        {
            var account = await calls.Send(key, HttpMethod.Get, "account");
            return (NameOf(account), account.TryGetProperty("charges_enabled", out var may) && may.ValueKind == JsonValueKind.True);
        }
        catch (StripeFault fault)
        {
            throw Refusal.Conflict(Words.Of("Stripe_Refused", fault.Message), "stripe_refused");
        }
    }

    internal Task<string?> Key(Actor company) => Read(company, account => account.SecretKey);

    internal Task<string?> WebhookSecret(Actor company) => Read(company, account => account.WebhookSecret);

    private async Task<string?> Read(Actor company, Func<StripeAccount, string?> which)
    {
        await using var db = store.Open(company);
        return await db.StripeAccounts.AsNoTracking().SingleOrDefaultAsync() is { } account && which(account) is { } kept
            ? Protector(company).Unprotect(kept)
            : null;
    }

    private static string NameOf(JsonElement account) =>
        account.TryGetProperty("settings", out var settings)
        && settings.ValueKind == JsonValueKind.Object
        && settings.TryGetProperty("dashboard", out var dashboard)
        && dashboard.ValueKind == JsonValueKind.Object
        && dashboard.TryGetProperty("display_name", out var name)
        && name.GetString() is { Length: > 0 } said
            ? said
        : account.TryGetProperty("id", out var id) ? id.GetString() ?? ""
        : "";

    private IDataProtector Protector(Actor company) => protection.CreateProtector("CsDashboard.Stripe", company.TenantId.ToString());
}

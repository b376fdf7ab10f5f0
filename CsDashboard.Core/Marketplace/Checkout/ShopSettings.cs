using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>How a company sells: the ways it sends goods, the tax on them, and how it is paid.</summary>
public sealed partial class ShopSettings(Store store, OutsideOrders outside, IEnumerable<Payments.IPaymentProvider> providers)
{
    private const int MaxRows = 200;

    public async Task<ShopSetup> Get(Actor actor)
    {
        actor.Demand(MarketRights.Manage);
        await using var db = store.Open(actor);
        var terms = await TermsOf(db);
        return new(
            terms,
            await db.ShippingMethods.OrderBy(m => m.Place).ThenBy(m => m.Word).ToListAsync(),
            await db.TaxRates.OrderBy(r => r.Country).ThenBy(r => r.State).ToListAsync(),
            await Accounts.Tenants.CurrencyOf(db),
            providers.Any(p => p.IsUsed(terms))
        );
    }

    /// <summary>Safe to repeat. Invalid for times outside what goods may wait.</summary>
    public Task Set(Actor actor, ShopTermsInput input)
    {
        actor.Demand(MarketRights.Manage);
        input.CheckAll();
        return Change(actor, input.Into);
    }

    /// <summary>Whether prices have the tax in them; orders that are there stay as they are. Safe to repeat.</summary>
    public Task SetTaxIncluded(Actor actor, bool isIncluded)
    {
        actor.Demand(MarketRights.Manage);
        return Change(actor, terms => terms.IsTaxIncluded = isIncluded);
    }

    private Task Change(Actor actor, Action<ShopTerms> change) =>
        store.Write(
            actor,
            async db =>
            {
                var terms = await db.ShopTerms.SingleOrDefaultAsync();
                if (terms is null)
                    db.ShopTerms.Add(terms = new ShopTerms { TenantId = actor.TenantId });
                var before = ShopTermsInput.Of(terms);
                change(terms);
                var after = ShopTermsInput.Of(terms);
                if (before.Said != after.Said)
                    db.Record(new ShopTermsChanged(actor.TenantId, before, after));
            }
        );

    /// <summary>What most begin with, where the company has set nothing yet (contract: market, Shipping and tax).</summary>
    public async Task Begin(Actor actor)
    {
        var known = await Get(actor);
        if (known.Ways.Count == 0)
            foreach (var way in ShopDefaults.Ways)
                await SetWay(actor, way);
        if (known.Taxes.Count == 0)
            foreach (var tax in ShopDefaults.Taxes)
                await SetTax(actor, tax);
    }

    /// <summary>
    /// A way to send goods, new or changed, known by its word. Invalid for a word that isn't letters, digits and underscores, and for
    /// amounts that aren't any.
    /// </summary>
    public Task SetWay(Actor actor, ShippingMethodInput input) => SetWay(actor, input, isNew: false);

    /// <summary>A further way. Without a word it gets one of its English name. Invalid, too, for a word that another way has.</summary>
    public Task AddWay(Actor actor, ShippingMethodInput input) => SetWay(actor, input, isNew: true);

    private Task SetWay(Actor actor, ShippingMethodInput input, bool isNew)
    {
        actor.Demand(MarketRights.Manage);
        input.CheckAll();
        return store.Write(
            actor,
            async db =>
            {
                var known = await db.ShippingMethods.ToListAsync();
                var word = input.WordAmong(known);
                var way = known.Find(m => m.Word == word);
                var before = way is null ? null : ShippingMethodInput.Of(way);
                if (isNew && way is not null)
                    throw Refusal.Invalid("word", Words.Of("Shop_WordTaken", word));
                if (way is null && known.Count >= MaxRows)
                    throw Refusal.Invalid("word", Words.Of("Shop_Many", MaxRows));
                if (way is null)
                    db.ShippingMethods.Add(
                        way = new ShippingMethod
                        {
                            Word = word,
                            NameEn = "",
                            Place = 1 + known.Select(m => m.Place).DefaultIfEmpty(0).Max(),
                        }
                    );
                input.Into(way);
                var after = ShippingMethodInput.Of(way);
                if (before?.Said != after.Said)
                    db.Record(new ShippingMethodSet(way.Id, before, after));
            }
        );
    }

    /// <summary>Orders that were sent that way keep its word. NotFound for one that isn't there.</summary>
    public Task RemoveWay(Actor actor, Guid id)
    {
        actor.Demand(MarketRights.Manage);
        return store.Write(
            actor,
            async db =>
            {
                var way = await db.ShippingMethods.SingleOrDefaultAsync(m => m.Id == id) ?? throw Refusal.NotFound();
                db.ShippingMethods.Remove(way);
                db.Record(new ShippingMethodRemoved(way.Id, ShippingMethodInput.Of(way)));
            }
        );
    }

    /// <summary>The tax of a place, new or changed: a state, a country, or everywhere. Invalid for a rate outside 0 to 100 %.</summary>
    public Task SetTax(Actor actor, TaxRateInput input) => SetTax(actor, input, isNew: false);

    /// <summary>The tax of a place that has none yet. Invalid, too, for one that has.</summary>
    public Task AddTax(Actor actor, TaxRateInput input) => SetTax(actor, input, isNew: true);

    private Task SetTax(Actor actor, TaxRateInput input, bool isNew)
    {
        actor.Demand(MarketRights.Manage);
        input.CheckAll();
        return store.Write(
            actor,
            async db =>
            {
                var (country, state) = (input.Country ?? "", input.State?.Trim().ToUpperInvariant() ?? "");
                var rate = await db.TaxRates.SingleOrDefaultAsync(r => r.Country == country && r.State == state);
                var before = rate?.Rate;
                if (isNew && rate is not null)
                    throw Refusal.Invalid(state.Length > 0 ? "state" : "country", Words.Of("Shop_StateTaken"));
                if (rate is null && await db.TaxRates.CountAsync() >= 5 * MaxRows)
                    throw Refusal.Invalid("country", Words.Of("Shop_Many", 5 * MaxRows));
                if (rate is null)
                    db.TaxRates.Add(rate = new TaxRate { Country = country, State = state });
                rate.Rate = input.Percent!.Value / 100;
                if (before != rate.Rate)
                    db.Record(new TaxRateSet(rate.Id, country, state, before, rate.Rate));
            }
        );
    }

    /// <summary>NotFound for one that isn't there.</summary>
    public Task RemoveTax(Actor actor, Guid id)
    {
        actor.Demand(MarketRights.Manage);
        return store.Write(
            actor,
            async db =>
            {
                var rate = await db.TaxRates.SingleOrDefaultAsync(r => r.Id == id) ?? throw Refusal.NotFound();
                db.TaxRates.Remove(rate);
                db.Record(new TaxRateSet(rate.Id, rate.Country, rate.State, rate.Rate, null));
            }
        );
    }

    /// <summary>
    /// What it costs to send goods of that worth there, and how long it takes; for anybody. A way that there isn't, or not to that country,
    /// costs what the usual one does and takes five days, which the answer says (contract: market, Shipping and tax).
    /// </summary>
    public async Task<(decimal Cost, int Days, bool IsKnown)> Sending(Actor actor, string? word, decimal subtotal, string? country = null)
    {
        if (subtotal < 0 || subtotal > Money.Most)
            throw Refusal.Invalid("subtotal", Words.Of("Amount_Bad", Money.Most));
        await using var db = store.Open(actor);
        var ways = await WaysOf(db);
        var way = ways.Find(m => string.Equals(m.Word, word?.Trim(), StringComparison.OrdinalIgnoreCase));
        return way is not null && (string.IsNullOrWhiteSpace(country) || way.GoesTo(Countries.Of(country)?.Code))
            ? (way.CostOf(subtotal), way.Days, true)
            : (ways.FirstOrDefault()?.CostOf(subtotal) ?? 0, 5, false);
    }

    /// <summary>How to pay later, in the reader's language; null where the company has said nothing.</summary>
    public async Task<string?> HowToPay(Actor actor)
    {
        await using var db = store.Open(actor);
        return (await TermsOf(db)).HowToPay(Words.Language);
    }

    /// <summary>The tax there as a fraction; for anybody.</summary>
    public async Task<decimal> TaxAt(Actor actor, string? country, string? state)
    {
        await using var db = store.Open(actor);
        return await TaxRateOf(db, new PostalAddress { Country = country, State = state });
    }

    internal static async Task<ShopTerms> TermsOf(AppDb db) => await Terms.First(db, new()) ?? new ShopTerms();

    /// <summary>The ways that are used, in their order.</summary>
    internal static Task<List<ShippingMethod>> WaysOf(AppDb db) => Ways.List(db, new());

    /// <summary>That of the state, else of the country, else of everywhere; 0 where the company has said nothing.</summary>
    internal static async Task<decimal> TaxRateOf(AppDb db, PostalAddress? address)
    {
        var asked = new AskedPlace(Countries.Of(address?.Country)?.Code ?? "", address?.State?.Trim().ToUpperInvariant() ?? "");
        var rates = await Taxes.List(db, asked);
        return rates.OrderByDescending(r => r.State.Length > 0).ThenByDescending(r => r.Country.Length > 0).FirstOrDefault()?.Rate ?? 0;
    }

    // Every order asks for these.
    private static readonly CompiledRead<Nothing, ShopTerms> Terms = new((db, _) => db.Set<ShopTerms>().AsNoTracking());
    private static readonly CompiledRead<Nothing, ShippingMethod> Ways = new(
        (db, _) => db.Set<ShippingMethod>().AsNoTracking().OrderBy(m => m.Place).ThenBy(m => m.Word).Where(m => !m.IsOff)
    );
    private static readonly CompiledRead<AskedPlace, TaxRate> Taxes = new(
        (db, asked) =>
            db.Set<TaxRate>()
                .AsNoTracking()
                .Where(r => (r.Country == asked.Country || r.Country == "") && (r.State == asked.State || r.State == ""))
    );

    private sealed record Nothing;

    private sealed record AskedPlace(string Country, string State);
}

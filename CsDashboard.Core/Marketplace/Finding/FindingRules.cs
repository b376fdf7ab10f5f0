using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Finding;

/// <summary>What admins say about the search of their shop: words that stand for others, and what comes first.</summary>
public sealed class FindingRules(Store store)
{
    /// <summary>Of a company.</summary>
    public const int MostSynonyms = 500,
        MostPins = 500,
        MostPinned = 10;

    private readonly CompanyMemory<KnownRules> known = new(
        store,
        async db => new(await db.ShopSynonyms.AsNoTracking().ToListAsync(), await db.ShopPins.AsNoTracking().ToListAsync())
    );

    internal Task<KnownRules> Of(AppDb db) => known.Of(db);

    /// <summary>In the order of their words.</summary>
    public async Task<IReadOnlyList<ShopSynonym>> Synonyms(Actor actor)
    {
        actor.Demand(MarketRights.Manage);
        await using var db = store.Open(actor);
        return await db.ShopSynonyms.OrderBy(s => s.Word).ThenBy(s => s.Id).ToListAsync();
    }

    /// <summary>
    /// Keeps that a word is found by others, and, unless it goes one way, they by it. Invalid (word, others) for none, for too many,
    /// and for a word that is several; Conflict <c>too_many</c>. For the same word again the last counts.
    /// </summary>
    public async Task Keep(Actor actor, ShopSynonymInput input)
    {
        actor.Demand(MarketRights.Manage);
        input.Checked();
        if (Folding.Words(input.Word!).Count != 1)
            throw Refusal.Invalid("word", Words.Of("Find_OneWord"));
        var others = input.Others!.Split([',', '،', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (others.Length is 0 or > 20 || others.Any(o => Folding.Fold(o).Length == 0))
            throw Refusal.Invalid("others", Words.Of("Find_Others"));
        var (word, folded) = (input.Word!.Trim(), Folding.Fold(input.Word!));
        await Change(
            actor,
            async db =>
            {
                var all = await db.ShopSynonyms.ToListAsync();
                var same = all.Find(s => Folding.Fold(s.Word) == folded);
                if (same is null && all.Count >= MostSynonyms)
                    throw Refusal.Conflict(Words.Of("Find_MostSynonyms", MostSynonyms), "too_many");
                if (same is null)
                    db.Add(same = new ShopSynonym());
                var before = same.Word.Length == 0 ? null : same.Text;
                (same.Word, same.Others, same.IsOneWay) = (word, string.Join(", ", others), input.IsOneWay);
                db.Record(new FindingRuleChanged(same.Id, before, same.Text));
            }
        );
    }

    /// <summary>Safe to repeat.</summary>
    public Task RemoveSynonym(Actor actor, Guid id)
    {
        actor.Demand(MarketRights.Manage);
        return Change(
            actor,
            async db =>
            {
                if (await db.ShopSynonyms.SingleOrDefaultAsync(s => s.Id == id) is not { } gone)
                    return;
                db.Remove(gone);
                db.Record(new FindingRuleChanged(gone.Id, gone.Text, null));
            }
        );
    }

    /// <summary>What is pinned to which words, and when.</summary>
    public async Task<IReadOnlyList<ShopPinView>> Pins(Actor actor)
    {
        actor.Demand(MarketRights.Manage);
        await using var db = store.Open(actor);
        var pins = await db.ShopPins.OrderBy(p => p.Said).ThenBy(p => p.Id).ToListAsync();
        var ids = pins.SelectMany(p => p.Products).Distinct().ToList();
        var names = await db
            .Products.Where(p => ids.Contains(p.Id))
            .Select(p => new PinnedProduct(p.Id, p.Number, p.NameEn, p.NameAr))
            .ToDictionaryAsync(p => p.Id);
        return pins.ConvertAll(p => new ShopPinView(p, [.. p.Products.Where(names.ContainsKey).Select(id => names[id])]));
    }

    /// <summary>
    /// Puts products first for words, in this order, from a time until a time; what was pinned to these words before is replaced. Invalid
    /// (words, products, until); Conflict <c>too_many</c>.
    /// </summary>
    public async Task Keep(Actor actor, ShopPinInput input)
    {
        actor.Demand(MarketRights.Manage);
        var said = input.Checked().Words!.Trim();
        if (ShopPin.KeyOf(said) is not { Length: > 0 } words)
            throw Refusal.Invalid("words", Words.Of("Text_Required"));
        var numbers = input.Products.Distinct().ToList();
        if (numbers.Count is 0 or > MostPinned)
            throw Refusal.Invalid("products", Words.Of("Find_Pinned", MostPinned));
        if (input.Until <= input.From)
            throw Refusal.Invalid("until", Words.Of("Find_Until"));
        await Change(
            actor,
            async db =>
            {
                var ids = await db.Products.Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number, p => p.Id);
                if (ids.Count != numbers.Count)
                    throw Refusal.Invalid("products", Words.Of("Product_NotFound"));
                var pin = await db.ShopPins.SingleOrDefaultAsync(p => p.Words == words);
                if (pin is null && await db.ShopPins.CountAsync() >= MostPins)
                    throw Refusal.Conflict(Words.Of("Find_MostPins", MostPins), "too_many");
                var before = pin?.Text;
                if (pin is null)
                    db.Add(pin = new ShopPin { Words = words, Said = said });
                (pin.Said, pin.From, pin.Until) = (said, input.From?.ToUniversalTime(), input.Until?.ToUniversalTime());
                pin.Products = numbers.ConvertAll(n => ids[n]);
                db.Record(new FindingRuleChanged(pin.Id, before, pin.Text));
            }
        );
    }

    /// <summary>Safe to repeat.</summary>
    public Task RemovePin(Actor actor, Guid id)
    {
        actor.Demand(MarketRights.Manage);
        return Change(
            actor,
            async db =>
            {
                if (await db.ShopPins.SingleOrDefaultAsync(p => p.Id == id) is not { } gone)
                    return;
                db.Remove(gone);
                db.Record(new FindingRuleChanged(gone.Id, gone.Text, null));
            }
        );
    }

    private async Task Change(Actor actor, Func<AppDb, Task> change)
    {
        await store.Write(
            actor,
            async db =>
            {
                await change(db);
                db.AnnounceAfterCommit(Topic.Room(actor.TenantId, "Marketplace"));
            }
        );
        await using var left = store.Open(actor);
        known.Set(
            actor.TenantId,
            new(await left.ShopSynonyms.AsNoTracking().ToListAsync(), await left.ShopPins.AsNoTracking().ToListAsync())
        );
    }
}

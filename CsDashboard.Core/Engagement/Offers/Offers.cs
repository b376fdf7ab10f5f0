using CsDashboard.Customers;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Offers;

/// <summary>What a company offers: to whom, how often, and what it saved.</summary>
public sealed class Offers(Store store)
{
    private const int MaxHistory = 20;
    private const int MaxShown = 100;

    // Offers that ended longer ago are not shown any more.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>
    /// Offers that a customer may take first, then those that can't be taken now, with the reason. Staff ask for anybody, customers for
    /// themselves.
    /// </summary>
    public async Task<IReadOnlyList<OfferForCustomer>> For(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, OfferRights.See);
        await using var db = store.Open(actor);
        var (customer, since) = (await Customers.CustomerRecords.Find(db, customerId), actor.Now - Remembered);
        var offers = await Public(db)
            .Where(o => !o.IsOff && o.EndsAt > since)
            .OrderBy(o => o.EndsAt)
            .ThenBy(o => o.Id)
            .Take(MaxShown)
            .ToListAsync();
        var ids = offers.ConvertAll(o => o.Id);
        var taken = await db
            .OfferUses.Where(u => u.CustomerId == customerId && ids.Contains(u.OfferId))
            .GroupBy(u => u.OfferId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count);
        return
        [
            .. offers
                .Select(o => new OfferForCustomer(
                    ViewOf(o),
                    taken.GetValueOrDefault(o.Id),
                    o.WhyNot(customer.Segment, customer.MembershipTier, taken.GetValueOrDefault(o.Id), actor.Now)
                ))
                .OrderBy(o => o.IsOpen ? 0 : 1),
        ];
    }

    /// <summary>One by its id or code. NotFound for another.</summary>
    public async Task<OfferView> Get(Actor actor, string? idOrCode)
    {
        await using var db = store.Open(actor);
        return ViewOf(await Find(db, idOrCode));
    }

    /// <summary>
    /// Takes an offer. NotFound for one that is not there; Conflict with the code that says why: offer_over, offer_notyet, offer_exhausted,
    /// offer_used, offer_audience, offer_off. If two want the last one at once, one gets it.
    /// </summary>
    public async Task<(OfferView Offer, DateTimeOffset At)> Apply(Actor actor, Guid customerId, string? idOrCode)
    {
        actor.DemandFor(customerId, OfferRights.Apply);
        return await store.WriteOnce(
            actor,
            async db =>
            {
                var (customer, offer) = (await Customers.CustomerRecords.Find(db, customerId), await Find(db, idOrCode));
                var used = await db.OfferUses.CountAsync(u => u.OfferId == offer.Id && u.CustomerId == customerId);
                if (offer.WhyNot(customer.Segment, customer.MembershipTier, used, actor.Now) is var why && why != OfferWhy.None)
                    throw Refusal.Conflict(Say(why), "offer_" + why.ToString().ToLowerInvariant());
                var use = new OfferUse
                {
                    OfferId = offer.Id,
                    CustomerId = customerId,
                    AppliedAt = actor.Now,
                };
                db.OfferUses.Add(use);
                offer.Taken++;
                db.Record(new OfferApplied(offer.Id, use.Id, customerId, offer.Code));
                db.AnnounceAfterCommit(Topic.Customer(actor.TenantId, customerId));
                return (ViewOf(offer), use.AppliedAt);
            }
        );
    }

    /// <summary>The newest twenty that the customer took.</summary>
    public async Task<IReadOnlyList<OfferUseView>> History(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, OfferRights.See);
        await using var db = store.Open(actor);
        var arabic = Words.IsArabic;
        return
        [
            .. (
                await db
                    .OfferUses.Where(u => u.CustomerId == customerId)
                    .OrderByDescending(u => u.AppliedAt)
                    .ThenByDescending(u => u.Id)
                    .Take(MaxHistory)
                    .Join(
                        Public(db),
                        u => u.OfferId,
                        o => o.Id,
                        (u, o) =>
                            new OfferUseView(o.Id, o.Code, arabic ? o.TitleAr : o.Title, u.AppliedAt, u.OrderNumber, u.UsedAt, u.Savings)
                    )
                    .ToListAsync()
            ).OrderByDescending(u => u.AppliedAt),
        ];
    }

    /// <summary>All of the company, those that run or will run first; at most a hundred.</summary>
    public async Task<IReadOnlyList<OfferView>> List(Actor actor)
    {
        actor.Demand(OfferRights.See);
        await using var db = store.Open(actor);
        return [.. (await Public(db).OrderByDescending(o => o.EndsAt).ThenBy(o => o.Id).Take(MaxShown).ToListAsync()).Select(ViewOf)];
    }

    /// <summary>Everything that is stored of one, for editing.</summary>
    public async Task<OfferInput> Whole(Actor actor, Guid id)
    {
        actor.Demand(OfferRights.Change);
        await using var db = store.Open(actor);
        var o = await Public(db).SingleOrDefaultAsync(x => x.Id == id) ?? throw Refusal.NotFound();
        return new OfferInput
        {
            Code = o.Code,
            Title = o.Title,
            TitleAr = o.TitleAr,
            Description = o.Description,
            DescriptionAr = o.DescriptionAr,
            Kind = o.Discount.Kind,
            Worth = o.Discount.Worth,
            Category = o.Category,
            MinPurchase = o.MinPurchase,
            Segment = o.Segment,
            Tier = o.Tier,
            StartsAt = o.StartsAt,
            EndsAt = o.EndsAt,
            PerPerson = o.PerPerson,
            InAll = o.InAll,
            IsOff = o.IsOff,
        };
    }

    /// <summary>
    /// Makes one, or changes the one of the id. Invalid for crossed dates, an unknown audience, a discount of nothing or of more than
    /// everything; Conflict for a taken code.
    /// </summary>
    public async Task<OfferView> Save(Actor actor, Guid? id, OfferInput input)
    {
        actor.Demand(OfferRights.Change);
        input.Checked();
        var code = input.Code!.Trim().ToUpperInvariant();
        if (!code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw Refusal.Invalid("code", Words.Of("Offer_Code"));
        if (input.StartsAt is not { } starts)
            throw Refusal.Invalid("startsAt", Words.Of("Text_Required"));
        if (input.EndsAt is not { } ends)
            throw Refusal.Invalid("endsAt", Words.Of("Text_Required"));
        if (ends <= starts)
            throw Refusal.Invalid("endsAt", Words.Of("Offer_Dates"));
        var segment = string.IsNullOrEmpty(input.Segment) ? null : SegmentNames.Read("segment", input.Segment);
        var tier =
            string.IsNullOrEmpty(input.Tier) ? null
            : Tiers.All.Contains(input.Tier) ? input.Tier
            : throw Refusal.Invalid("tier", Words.Of("Word_Unknown", string.Join(", ", Tiers.All)));
        return await store.Write(
            actor,
            async db =>
            {
                var discount = Discount.Of(await Accounts.Tenants.CurrencyOf(db), input.Kind, input.Worth, Enum.GetValues<OfferKind>());
                if (await db.Offers.AnyAsync(o => o.Code == code && o.Id != id))
                    throw Refusal.Conflict(Words.Of("Offer_Taken"), "code_taken");
                var offer = id is null
                    ? null
                    : await Public(db).SingleOrDefaultAsync(o => o.Id == id) ?? throw Refusal.NotFound(Words.Of("Offer_NotFound"));
                var before = offer?.Facts;
                if (offer is null)
                    db.Offers.Add(
                        offer = new Offer
                        {
                            Code = code,
                            Title = "",
                            TitleAr = "",
                            CreatedAt = actor.Now,
                        }
                    );
                (offer.Code, offer.Title, offer.TitleAr, offer.Description, offer.DescriptionAr) = (
                    code,
                    input.Title!.Trim(),
                    input.TitleAr!.Trim(),
                    input.Description?.Trim() ?? "",
                    input.DescriptionAr?.Trim() ?? ""
                );
                (offer.Discount, offer.Category, offer.MinPurchase) = (
                    discount,
                    string.IsNullOrWhiteSpace(input.Category) ? null : input.Category.Trim().ToLowerInvariant(),
                    decimal.Round(input.MinPurchase, 4)
                );
                (offer.Segment, offer.Tier, offer.StartsAt, offer.EndsAt, offer.PerPerson, offer.InAll, offer.IsOff) = (
                    segment,
                    tier,
                    starts.ToUniversalTime(),
                    ends.ToUniversalTime(),
                    input.PerPerson,
                    input.InAll,
                    input.IsOff
                );
                db.Record(new OfferChanged(offer.Id, code, before, offer.Facts));
                return ViewOf(offer);
            }
        );
    }

    /// <summary>Membership's four, beginning now (contract: membership, Offers). Conflict where one of their codes is taken.</summary>
    public async Task AddFour(Actor actor)
    {
        foreach (var input in OfferInput.Four(actor.Now))
            await Save(actor, null, input);
    }

    /// <summary>Why an offer can't be taken, in the reader's language.</summary>
    public static string Say(OfferWhy why) => Words.Of("Offer_Why_" + why);

    /// <summary>What holds for every offer (contract: membership, Offers).</summary>
    public static IReadOnlyList<string> Terms => [Words.Of("Offer_TermGoods"), Words.Of("Offer_TermAlone"), Words.Of("Offer_TermDays")];

    // Offers that members bought with points belong to one member each.
    internal static IQueryable<Offer> Public(AppDb db) => db.Offers.Where(o => o.VoucherId == null);

    private static async Task<Offer> Find(AppDb db, string? idOrCode)
    {
        var text = idOrCode?.Trim() ?? "";
        if (text.Length is 0 or > 100 || !TextAttribute.CanBeStored(text))
            throw Refusal.NotFound(Words.Of("Offer_NotFound"));
        var code = text.ToUpperInvariant();
        return (
                Guid.TryParse(text, out var id)
                    ? await Public(db).SingleOrDefaultAsync(o => o.Id == id)
                    : await Public(db).SingleOrDefaultAsync(o => o.Code == code)
            ) ?? throw Refusal.NotFound(Words.Of("Offer_NotFound"));
    }

    internal static OfferView ViewOf(Offer o) =>
        new()
        {
            Id = o.Id,
            Code = o.Code,
            Title = Words.IsArabic ? o.TitleAr : o.Title,
            Description = Words.IsArabic ? o.DescriptionAr : o.Description,
            Discount = o.Discount,
            Category = o.Category,
            MinPurchase = o.MinPurchase,
            Segment = o.Segment,
            Tier = o.Tier,
            StartsAt = o.StartsAt,
            EndsAt = o.EndsAt,
            PerPerson = o.PerPerson,
            InAll = o.InAll,
            Taken = o.Taken,
            IsOff = o.IsOff,
        };
}

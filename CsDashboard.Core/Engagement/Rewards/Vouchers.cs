using System.Security.Cryptography;
using System.Text;
using CsDashboard.Customers;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Rewards;

/// <summary>The catalogue of what points buy, and what members bought: codes of their own, which orders use as they use offers.</summary>
public sealed class Vouchers(Store store)
{
    private const int Most = 50,
        MaxMine = 20;

    /// <summary>All of the company, the cheapest first.</summary>
    public async Task<IReadOnlyList<VoucherView>> List(Actor actor)
    {
        actor.Demand(RewardRights.See);
        await using var db = store.Open(actor);
        return [.. (await db.Vouchers.OrderBy(v => v.Cost).ThenBy(v => v.Id).ToListAsync()).Select(ViewOf)];
    }

    /// <summary>Everything that is stored of one, for editing.</summary>
    public async Task<VoucherInput> Whole(Actor actor, Guid id)
    {
        actor.Demand(RewardRights.Rule);
        await using var db = store.Open(actor);
        return (await db.Vouchers.SingleOrDefaultAsync(v => v.Id == id) ?? throw Refusal.NotFound()).Facts;
    }

    /// <summary>
    /// Makes one, or changes the one with the id; codes that members have stay as they are. Invalid for figures out of range, with their
    /// field; Conflict beyond fifty; NotFound for an unknown id.
    /// </summary>
    public async Task<VoucherView> Save(Actor actor, Guid? id, VoucherInput input)
    {
        actor.Demand(RewardRights.Rule);
        input.Checked();
        return await store.Write(
            actor,
            async db =>
            {
                var voucher = id is null
                    ? null
                    : await db.Vouchers.SingleOrDefaultAsync(v => v.Id == id) ?? throw Refusal.NotFound(Words.Of("Voucher_NotFound"));
                if (voucher is null && await db.Vouchers.CountAsync() >= Most)
                    throw Refusal.Conflict(Words.Of("Voucher_Many", Most));
                var before = voucher?.Facts;
                if (voucher is null)
                    db.Vouchers.Add(voucher = new Voucher { CreatedAt = actor.Now });
                voucher.Take(input, input.DiscountIn(await Accounts.Tenants.CurrencyOf(db)));
                if (voucher.Facts != before)
                    db.Record(new VoucherChanged(voucher.Id, voucher.Name, before, voucher.Facts));
                return ViewOf(voucher);
            }
        );
    }

    /// <summary>
    /// Vouchers on offer, for one customer: those that can be bought first, then the rest, with the reason. Staff ask for anybody,
    /// customers for themselves.
    /// </summary>
    public async Task<IReadOnlyList<VoucherForMember>> For(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, RewardRights.See);
        await using var db = store.Open(actor);
        var vouchers = await db.Vouchers.Where(v => !v.IsOff).OrderBy(v => v.Cost).ThenBy(v => v.Id).ToListAsync();
        if (vouchers.Count == 0)
            return [];
        var (mine, available) = (await Counted(db, customerId), (await Ledger.Available(db, customerId)).Sum(l => l.Remaining));
        return
        [
            .. vouchers
                .Select(v => new VoucherForMember(
                    ViewOf(v),
                    mine.GetValueOrDefault(v.Id),
                    v.WhyNot(mine.GetValueOrDefault(v.Id), available),
                    Math.Max(0, v.Cost - available)
                ))
                .OrderBy(v => v.IsOpen ? 0 : 1),
        ];
    }

    /// <summary>The newest twenty that the customer has.</summary>
    public async Task<IReadOnlyList<MyVoucher>> Mine(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, RewardRights.See);
        await using var db = store.Open(actor);
        return await Held(db, customerId);
    }

    /// <summary>The voucher that the caller's word names; null for any other word.</summary>
    public async Task<Guid?> Named(Actor actor, string? word)
    {
        if (!Guid.TryParse(word, out var id))
            return null;
        await using var db = store.Open(actor);
        return await db.Vouchers.AnyAsync(v => v.Id == id) ? id : null;
    }

    /// <summary>
    /// Buys one with points, those that expire first going first, and gives the customer a code of their own. The key identifies the click:
    /// the same key gives the same code and takes the points once. Invalid (points) when there are too few or the number named is not the
    /// cost; NotFound for an unknown one; Conflict voucher_off, voucher_used or voucher_exhausted for one that can't be bought.
    /// </summary>
    public async Task<(MyVoucher Voucher, PointsBalance Balance)> Redeem(
        Actor actor,
        Guid customerId,
        Guid voucherId,
        string key,
        decimal? points = null
    )
    {
        actor.DemandFor(customerId, LoyaltyRights.Give);
        var code = "V-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{customerId:N}/{voucherId:N}/{key}")))[..10];
        return await store.WriteOnce(
            actor,
            async db =>
            {
                var customer = await Customers.CustomerRecords.Find(db, customerId);
                var voucher =
                    await db.Vouchers.SingleOrDefaultAsync(v => v.Id == voucherId) ?? throw Refusal.NotFound(Words.Of("Voucher_NotFound"));
                var account = await Ledger.Account(db, customerId);
                if (!await db.Offers.AnyAsync(o => o.Code == code))
                {
                    if (points is { } named && named != voucher.Cost)
                        throw Refusal.Invalid("points", Words.Of("Voucher_Cost", voucher.Cost));
                    var lots = await Ledger.Available(db, customerId);
                    var available = lots.Sum(l => l.Remaining);
                    var why = voucher.WhyNot((await Counted(db, customerId)).GetValueOrDefault(voucherId), available);
                    if (why == VoucherWhy.Points)
                        throw Refusal.Invalid("points", Words.Of("Points_Insufficient", available), "insufficient_points");
                    if (why != VoucherWhy.None)
                        throw Refusal.Conflict(Say(why, 0), "voucher_" + why.ToString().ToLowerInvariant());
                    var offer = voucher.Redeem(code, actor.Now);
                    var use = new OfferUse
                    {
                        OfferId = offer.Id,
                        CustomerId = customerId,
                        AppliedAt = actor.Now,
                    };
                    db.Offers.Add(offer);
                    db.OfferUses.Add(use);
                    Ledger.Take(
                        db,
                        account,
                        new Booking(EntryKind.Redeemed, -voucher.Cost)
                        {
                            Source = $"voucher/{offer.Id:N}",
                            Reason = customer.Language == "ar" ? voucher.NameAr : voucher.Name,
                        },
                        lots
                    );
                    db.Record(new VoucherRedeemed(voucherId, offer.Id, customerId, voucher.Name, voucher.Cost));
                    await db.SaveChangesAsync();
                }
                return (
                    (await Held(db, customerId, code)).Single(),
                    new PointsBalance(customerId, customer.PublicId, account.Balance, account.Tier, await Ledger.Left(db, customerId))
                );
            }
        );
    }

    /// <summary>Why one can't be bought, in the reader's language.</summary>
    public static string Say(VoucherWhy why, long pointsShort) => Words.Of("Voucher_Why_" + why, pointsShort);

    private static async Task<Dictionary<Guid, int>> Counted(AppDb db, Guid customerId) =>
        await db
            .OfferUses.Where(u => u.CustomerId == customerId)
            .Join(db.Offers.Where(o => o.VoucherId != null), u => u.OfferId, o => o.Id, (u, o) => o.VoucherId!.Value)
            .GroupBy(v => v)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count);

    private static VoucherView ViewOf(Voucher v) =>
        new()
        {
            Id = v.Id,
            Name = Words.IsArabic ? v.NameAr : v.Name,
            Cost = v.Cost,
            Discount = v.Discount,
            MinPurchase = v.MinPurchase,
            ValidDays = v.ValidDays,
            PerPerson = v.PerPerson,
            InAll = v.InAll,
            Taken = v.Taken,
            IsOff = v.IsOff,
        };

    // The newest first; with a code, the one that has it.
    private static async Task<IReadOnlyList<MyVoucher>> Held(AppDb db, Guid customerId, string? code = null)
    {
        var offers = db.Offers.Where(o => o.VoucherId != null && (code == null || o.Code == code));
        var held = await db
            .OfferUses.Where(u => u.CustomerId == customerId)
            .Join(
                offers,
                u => u.OfferId,
                o => o.Id,
                (u, o) =>
                    new
                    {
                        u.AppliedAt,
                        u.Id,
                        u.OrderNumber,
                        u.Savings,
                        Offer = o,
                    }
            )
            .OrderByDescending(h => h.AppliedAt)
            .ThenByDescending(h => h.Id)
            .Take(MaxMine)
            .ToListAsync();
        return
        [
            .. held.Select(h => new MyVoucher(
                h.Offer.Code,
                Words.IsArabic ? h.Offer.TitleAr : h.Offer.Title,
                h.Offer.Discount,
                h.Offer.MinPurchase,
                h.AppliedAt,
                h.Offer.EndsAt,
                h.OrderNumber,
                h.Savings
            )),
        ];
    }
}

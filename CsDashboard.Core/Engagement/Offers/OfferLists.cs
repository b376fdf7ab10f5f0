using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Offers;

/// <summary>The offers of a company as a list, with what came of each.</summary>
public sealed class OfferLists(Store store)
{
    private static readonly Orders<Offer> InOrder = new Orders<Offer>(o => o.Id)
        .By("ends", o => o.EndsAt)
        .By("starts", o => o.StartsAt)
        .By("taken", o => o.Taken)
        .By("code", o => o.Code);

    /// <summary>Words of the orders that the list can have; the first is the usual one.</summary>
    public static IReadOnlyCollection<string> Sorts => InOrder.Words;

    /// <summary>
    /// Those whose title or code contains each word of the search. A company has few, so no index stands behind an order.
    /// </summary>
    public async Task<Slice<OfferResult>> List(Actor actor, string? search = null, ListPlace? place = null)
    {
        actor.Demand(OfferRights.Change);
        await using var db = store.Open(actor);
        var offers = Offers.Public(db);
        if (Sought.For(search) is { } sought)
        {
            var known = await offers
                .Select(o => new
                {
                    o.Id,
                    o.Code,
                    o.Title,
                    o.TitleAr,
                })
                .ToListAsync();
            var found = known.Where(o => sought.In(o.Code, o.Title, o.TitleAr)).Select(o => o.Id).ToList();
            offers = offers.Where(o => found.Contains(o.Id));
        }
        var part = await InOrder.Read(offers, place ?? new ListPlace(), o => o);
        var ids = part.Items.Select(o => o.Id).ToList();
        var used = await db
            .OfferUses.Where(u => ids.Contains(u.OfferId) && u.UsedAt != null)
            .Select(u => new { u.OfferId, u.Savings })
            .ToListAsync();
        var of = used.ToLookup(u => u.OfferId, u => u.Savings);
        return new([.. part.Items.Select(o => new OfferResult(Offers.ViewOf(o), of[o.Id].Count(), of[o.Id].Sum()))], part.Total);
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>The membership calls about offers.</summary>
internal static class OfferEndpoints
{
    public static void MapOffers(this Api api)
    {
        var own = api.Members("offers");
        own.MapGet("/{customerId}", For)
            .WithName("offersForCustomer")
            .WithSummary("Offers for a customer; those that can't be taken say why")
            .ProducesProblem(404);
        own.MapPost("/{customerId}/apply", Apply)
            .WithName("applyOffer")
            .WithSummary("Takes an offer for the next order it is meant for")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        own.MapGet("/{customerId}/history", History)
            .WithName("offerHistory")
            .WithSummary("The newest twenty that were taken, with what they saved")
            .ProducesProblem(404);
        own.MapGet("/{offerId}/details", Details).WithName("offerDetails").WithSummary("One offer with its terms").ProducesProblem(404);
    }

    private static async Task<Ok<Enveloped<IReadOnlyList<OfferItem>>>> For(
        Actor actor,
        CustomerVerbs customers,
        Offers offers,
        string customerId
    ) =>
        MemberCalls.Enveloped<IReadOnlyList<OfferItem>>([
            .. (await offers.For(actor, await customers.Whose(actor, customerId))).Select(o => new OfferItem
            {
                Id = o.Offer.Id,
                Code = o.Offer.Code,
                Title = o.Offer.Title,
                Description = o.Offer.Description,
                Discount = o.Offer.Discount.Percent,
                Category = o.Offer.Category ?? "all",
                ExpiresIn = ExpiresIn(o.Offer, actor),
                MinPurchase = o.Offer.MinPurchase,
                Icon = OfferLook.Icon(o.Offer.Discount.Kind),
                Applied = o.Applied > 0,
                DiscountPercent = o.Offer.Discount.Percent,
                DiscountAmount = o.Offer.Discount.Amount,
                ValidUntil = o.Offer.EndsAt,
                Available = o.IsOpen,
                Why = o.IsOpen ? null : Offers.Say(o.Why),
            }),
        ]);

    private static async Task<Ok<Enveloped<OfferAppliedAnswer>>> Apply(
        Actor actor,
        CustomerVerbs customers,
        Offers offers,
        string customerId,
        ApplyBody input,
        [FromHeader(Name = "Idempotency-Key")] string? key
    )
    {
        var id = await customers.Whose(actor, customerId);
        if (string.IsNullOrWhiteSpace(input.OfferId))
            throw Refusal.Invalid("offerId", Words.Of("Text_Required"));
        var (offer, at) = await offers.Apply(actor.Sending(key, "apply", id, input), id, input.OfferId);
        return MemberCalls.Enveloped(
            new OfferAppliedAnswer(
                true,
                offer.Id,
                offer.Code,
                at,
                Words.Of("Offer_Applied", offer.Title),
                offer.Discount.Percent,
                offer.Discount.Amount
            )
        );
    }

    private static async Task<Ok<Enveloped<IReadOnlyList<OfferHistoryItem>>>> History(
        Actor actor,
        CustomerVerbs customers,
        Offers offers,
        string customerId
    ) =>
        MemberCalls.Enveloped<IReadOnlyList<OfferHistoryItem>>([
            .. (await offers.History(actor, await customers.Whose(actor, customerId))).Select(u => new OfferHistoryItem(
                u.OfferId,
                u.Title,
                u.AppliedAt,
                u.OrderNumber is null ? "applied" : "used",
                u.Savings,
                u.OrderNumber
            )),
        ]);

    private static async Task<Ok<Enveloped<OfferDetailsAnswer>>> Details(Actor actor, Offers offers, string offerId)
    {
        var o = await offers.Get(actor, offerId);
        return MemberCalls.Enveloped(
            new OfferDetailsAnswer
            {
                Id = o.Id,
                Code = o.Code,
                Title = o.Title,
                Description = o.Description,
                Discount = o.Discount.Percent,
                DiscountAmount = o.Discount.Amount,
                Category = o.Category ?? "all",
                ExpiresIn = ExpiresIn(o, actor),
                MinPurchase = o.MinPurchase,
                ValidUntil = o.EndsAt,
                Terms = Offers.Terms,
            }
        );
    }

    private static string ExpiresIn(OfferView offer, Actor actor) =>
        offer.EndsAt > actor.Now ? Show.Duration(offer.EndsAt - actor.Now) : Offers.Say(OfferWhy.Over);
}

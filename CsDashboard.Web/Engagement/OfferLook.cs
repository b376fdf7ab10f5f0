using System.Resources;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Engagement;

/// <summary>Icons and words of discounts, as every place shows them.</summary>
internal static class OfferLook
{
    public static string Icon(OfferKind kind) =>
        kind switch
        {
            OfferKind.FreeShipping => "send",
            OfferKind.BuyTwoGetOne => "gift",
            OfferKind.Percent or OfferKind.Amount => "tag",
        };

    /// <summary>"15% off", "50 USD off" or "Free shipping"; with what must be bought for it, where that is given.</summary>
    public static string Told(Discount discount, Currency currency, decimal least = 0)
    {
        var off = discount.Kind switch
        {
            OfferKind.Percent => OfferTexts.Get("Off.Some", Show.Percent(discount.Worth / 100m)),
            OfferKind.Amount => OfferTexts.Get("Off.Some", Show.Money(discount.Worth, currency)),
            OfferKind.FreeShipping or OfferKind.BuyTwoGetOne => OfferTexts.Get("Kind." + discount.Kind),
        };
        return least == 0 ? off : off + " · " + OfferTexts.Get("Off.Least", Show.Money(least, currency));
    }
}

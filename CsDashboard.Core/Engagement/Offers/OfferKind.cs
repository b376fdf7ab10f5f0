namespace CsDashboard.Engagement.Offers;

public enum OfferKind
{
    Percent,
    FreeShipping,
    BuyTwoGetOne,
    Amount,
}

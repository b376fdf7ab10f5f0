namespace CsDashboard.Engagement;

public enum OfferKind { Percent, FreeShipping, BuyTwoGetOne, Amount }

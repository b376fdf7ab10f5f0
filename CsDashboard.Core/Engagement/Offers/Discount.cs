namespace CsDashboard.Engagement.Offers;

/// <summary>
/// What an offer or a voucher takes off an order. Worth is a percentage, or for an amount the amount in the company's currency; for "buy
/// two, get one" it is the announced percentage, which saves nothing by itself.
/// </summary>
public readonly record struct Discount(OfferKind Kind, decimal Worth)
{
    /// <summary>0 for an amount, or where no percentage is announced.</summary>
    public int Percent => Kind is OfferKind.Percent or OfferKind.BuyTwoGetOne ? (int)Worth : 0;

    public decimal Amount => Kind == OfferKind.Amount ? Worth : 0;

    /// <summary>
    /// Reads what a person wrote: a whole percentage up to 100, or an amount above zero in whole coins. Invalid for the field kind if it is
    /// not allowed here, otherwise for worth.
    /// </summary>
    internal static Discount Of(Currency currency, OfferKind kind, decimal worth, params ReadOnlySpan<OfferKind> allowed)
    {
        if (!allowed.Contains(kind))
            throw Refusal.Invalid("kind", Words.Of("Word_Unknown", string.Join(", ", allowed.ToArray()).ToLowerInvariant()));
        if (kind == OfferKind.FreeShipping)
            return new(kind, 0);
        if (kind == OfferKind.Amount)
            return new Money(worth, currency).Rounded().Amount is > 0 and var amount
                ? new(kind, amount)
                : throw Refusal.Invalid("worth", Words.Of("Voucher_Worth"));
        var least = kind == OfferKind.Percent ? 1 : 0;
        return worth >= least && worth <= 100 && worth == decimal.Truncate(worth)
            ? new(kind, worth)
            : throw Refusal.Invalid("worth", Words.Of("Range_Beyond", least, 100));
    }

    /// <summary>
    /// What it saves, in whole coins of the currency of lines and shipping, and never more than those. Units are whole items at their
    /// line's price; of three, the cheapest is free.
    /// </summary>
    internal Money On(IReadOnlyList<(string? Category, int Quantity, decimal UnitPrice)> lines, decimal shipping, Currency currency) =>
        new Money(Off(lines, shipping), currency).Rounded();

    private decimal Off(IReadOnlyList<(string? Category, int Quantity, decimal UnitPrice)> lines, decimal shipping)
    {
        var sum = lines.Sum(l => l.Quantity * l.UnitPrice);
        return Kind switch
        {
            OfferKind.Percent => sum * Worth / 100,
            OfferKind.Amount => Math.Min(Worth, sum),
            OfferKind.FreeShipping => shipping,
            OfferKind.BuyTwoGetOne => EveryThird(),
        };

        decimal EveryThird()
        {
            var (free, saved) = (lines.Sum(l => l.Quantity) / 3, 0m);
            foreach (var line in lines.OrderBy(l => l.UnitPrice))
            {
                var some = Math.Min(free, line.Quantity);
                (free, saved) = (free - some, saved + some * line.UnitPrice);
            }
            return saved;
        }
    }
}

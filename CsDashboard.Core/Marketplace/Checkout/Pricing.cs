namespace CsDashboard.Marketplace.Checkout;

/// <summary>
/// What goods cost in the end. Everything is reckoned unrounded and rounded once, at the end, half a coin away from zero; the lines get
/// their shares by largest remainder, so that they always add up to the whole (contract: market, Shipping and tax).
/// </summary>
internal static class Pricing
{
    public static Priced Of(IReadOnlyList<(int Quantity, decimal UnitPrice)> lines, PricingTerms terms, Currency currency)
    {
        decimal Coins(decimal amount) => new Money(amount, currency).Rounded().Amount;
        var exact = lines.Select(l => l.Quantity * l.UnitPrice).ToArray();
        var whole = exact.Sum();
        var subtotal = Coins(whole);
        var discount = Math.Clamp(Coins(terms.Discount), 0, subtotal);
        var taxed = Math.Max(0, whole - discount);
        var tax = Coins(terms.IsTaxIncluded ? taxed * terms.TaxRate / (1 + terms.TaxRate) : taxed * terms.TaxRate);
        var shipping = Coins(terms.Shipping);
        var step = 1m;
        for (var i = 0; i < currency.Decimals; i++)
            step /= 10;
        var (amounts, discounts) = (Shares(subtotal, exact, step), Shares(discount, exact, step));
        var taxes = Shares(tax, [.. amounts.Zip(discounts, (a, d) => Math.Max(0, a - d))], step);
        return new Priced
        {
            Subtotal = subtotal,
            Discount = discount,
            Shipping = shipping,
            Tax = tax,
            TaxRate = terms.TaxRate,
            IsTaxIncluded = terms.IsTaxIncluded,
            Total = subtotal - discount + shipping + (terms.IsTaxIncluded ? 0 : tax),
            Lines = [.. amounts.Select((amount, i) => new PricedLine(amount, discounts[i], taxes[i]))],
        };
    }

    // Where nothing weighs anything, the first takes what there is, which is a coin of tax at most.
    private static decimal[] Shares(decimal whole, decimal[] weights, decimal step)
    {
        if (weights.Length == 0)
            return [];
        if (Spending.Parts(whole, weights, step) is { Length: > 0 } parts)
            return parts;
        var rest = new decimal[weights.Length];
        rest[0] = whole;
        return rest;
    }
}

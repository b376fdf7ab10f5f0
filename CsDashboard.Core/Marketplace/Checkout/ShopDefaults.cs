namespace CsDashboard.Marketplace.Checkout;

/// <summary>The contract's ways to send goods and its taxes (contract: market, Shipping and tax).</summary>
internal static class ShopDefaults
{
    public static IReadOnlyList<ShippingMethodInput> Ways =>
        [
            Way("standard", "Standard", "عادي", 5.99m, 5, freeFrom: 50),
            Way("express", "Express", "سريع", 12.99m, 2),
            Way("overnight", "Overnight", "خلال ليلة", 24.99m, 1),
            Way("same_day", "Same day", "في اليوم نفسه", 34.99m, 1),
            Way("international", "International", "دولي", 29.99m, 7),
        ];

    public static IReadOnlyList<TaxRateInput> Taxes =>
        [
            new() { Percent = 7 },
            .. new[] { ("CA", 8.25m), ("NY", 8.5m), ("TX", 6.25m), ("FL", 6m), ("WA", 6.5m) }.Select(state => new TaxRateInput
            {
                Country = "US",
                State = state.Item1,
                Percent = state.Item2,
            }),
        ];

    private static ShippingMethodInput Way(string word, string name, string nameAr, decimal price, int days, decimal? freeFrom = null) =>
        new()
        {
            Word = word,
            NameEn = name,
            NameAr = nameAr,
            Price = price,
            Days = days,
            FreeFrom = freeFrom,
        };
}

using CsDashboard.Foundation;
using CsDashboard.Marketplace.Checkout;
using FsCheck;
using FsCheck.Fluent;

namespace CsDashboard.Tests.Marketplace;

/// <summary>What goods cost in the end: rounded once, and the lines add up to the whole.</summary>
public sealed class PricingTests
{
    private static Priced Price(
        decimal rate,
        bool isIncluded,
        (int Quantity, decimal UnitPrice)[] lines,
        decimal shipping = 0,
        decimal discount = 0,
        string currency = "USD"
    ) => Pricing.Of(lines, new PricingTerms(shipping, discount, rate, isIncluded), Currency.Of(currency));

    public static TheoryData<string, decimal, bool, int, int, decimal, decimal, decimal, decimal> Cases =>
        new()
        {
            // what, rate, tax in the price, lines, quantity, unit price, subtotal, tax, total
            { "three at 0.333 round once", 0.07m, false, 1, 3, 0.333m, 1.00m, 0.07m, 1.07m },
            { "a cent of tax on ten", 0.07m, false, 1, 1, 0.10m, 0.10m, 0.01m, 0.11m },
            { "a hundred lines of a cent and a half", 0.07m, false, 100, 1, 0.015m, 1.50m, 0.11m, 1.61m },
            { "tax that is in the price", 0.19m, true, 1, 1, 16.00m, 16.00m, 2.55m, 16.00m },
            { "California on a hundred less a cent", 0.0825m, false, 1, 1, 99.99m, 99.99m, 8.25m, 108.24m },
            { "nothing", 0.07m, false, 1, 1, 0m, 0m, 0m, 0m },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tax_is_reckoned_on_the_whole_and_rounded_once(
        string what,
        decimal rate,
        bool isIncluded,
        int lines,
        int quantity,
        decimal unitPrice,
        decimal subtotal,
        decimal tax,
        decimal total
    )
    {
        var priced = Price(rate, isIncluded, [.. Enumerable.Repeat((quantity, unitPrice), lines)]);
        (priced.Subtotal, priced.Tax, priced.Total).ShouldBe((subtotal, tax, total), what);
        AddsUp(priced).ShouldBeTrue(what);
    }

    [Fact]
    public void Amounts_are_in_whole_coins_of_the_currency()
    {
        Price(0, isIncluded: false, [(1, 1.5m)], currency: "JPY").Subtotal.ShouldBe(2m);
        Price(0, isIncluded: false, [(1, 1.2345m)], currency: "KWD").Subtotal.ShouldBe(1.235m);
    }

    [Fact]
    public void A_discount_takes_at_most_what_the_goods_cost()
    {
        var priced = Price(0.1m, isIncluded: false, [(1, 10m), (1, 5m)], shipping: 3, discount: 40);
        (priced.Discount, priced.Tax, priced.Total).ShouldBe((15m, 0m, 3m));
        priced.Lines.Select(l => l.Discount).ShouldBe([10m, 5m]);
    }

    [Fact]
    public void The_lines_of_ten_thousand_orders_add_up_to_their_totals()
    {
        var line = from quantity in Gen.Choose(1, 500) from price in Gen.Choose(0, 2_000_000) select (quantity, price / 10_000m);
        var order =
            from lines in Gen.NonEmptyListOf(line)
            from rate in Gen.Choose(0, 3000)
            from isIncluded in Gen.Elements(true, false)
            from shipping in Gen.Choose(0, 5000)
            from discount in Gen.Choose(0, 100_000)
            from currency in Gen.Elements("USD", "JPY", "KWD")
            select Price(rate / 10_000m, isIncluded, [.. lines.Take(100)], shipping / 100m, discount / 100m, currency);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(order.ToArbitrary(), AddsUp));
    }

    private static bool AddsUp(Priced p) =>
        p.Lines.Sum(l => l.Amount) == p.Subtotal
        && p.Lines.Sum(l => l.Discount) == p.Discount
        && p.Lines.Sum(l => l.Tax) == p.Tax
        && p.Lines.Sum(l => l.Amount - l.Discount + (p.IsTaxIncluded ? 0 : l.Tax)) + p.Shipping == p.Total
        && p.Lines.All(l => l is { Amount: >= 0, Discount: >= 0, Tax: >= 0 });
}

using System.Text.Json;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

/// <summary>Amounts know their currency, and it knows its coins.</summary>
public sealed class MoneyTests
{
    private static Money Of(decimal amount, string code) => new(amount, Currency.Find(code)!);

    [Fact]
    public void Two_currencies_are_never_reckoned_together()
    {
        (Of(1.5m, "USD") + Of(2, "USD")).ShouldBe(Of(3.5m, "USD"));
        new[] { Of(1, "SAR"), Of(2, "SAR") }.Sum(Currency.Find("SAR")!).ShouldBe(Of(3, "SAR"));
        foreach (
            var mix in new Func<object>[]
            {
                () => Of(1, "USD") + Of(1, "JPY"),
                () => Of(1, "USD") - Of(1, "JPY"),
                () => Of(1, "USD") < Of(1, "JPY"),
                () => Of(1, "USD").CompareTo(Of(1, "JPY")),
                () => new[] { Of(1, "USD"), Of(1, "EUR") }.Sum(Currency.Usual),
                () => new[] { Of(1, "EUR") }.Sum(Currency.Usual),
            }
        )
            Should.Throw<InvalidOperationException>(mix);
    }

    // ISO 4217: the yen has no coin below one, the dinars of the Gulf have a thousand fils; half goes away from zero.
    [Theory]
    [InlineData("USD", "0.125", "0.13")]
    [InlineData("USD", "-0.125", "-0.13")]
    [InlineData("USD", "0.1249", "0.12")]
    [InlineData("JPY", "80.5", "81")]
    [InlineData("KWD", "0.1235", "0.124")]
    [InlineData("BHD", "0.1234", "0.123")]
    [InlineData("CLF", "0.00005", "0.0001")]
    public void It_is_rounded_by_one_rule_to_whole_coins(string code, string amount, string rounded) =>
        Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), code)
            .Rounded()
            .Amount.ShouldBe(decimal.Parse(rounded, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_conversion_rounds_once_and_stays_within_the_column()
    {
        Of(12_345, "JPY").In(Currency.Usual, 0.0065m).ShouldBe(Of(80.24m, "USD"));
        Of(10, "USD").In(Currency.Find("KWD")!, 0.30745m).ShouldBe(Of(3.075m, "KWD"));
        Of(Money.Most, "USD").In(Currency.Find("IDR")!, 16_000).Amount.ShouldBe(Money.Most);
    }

    [Theory]
    [InlineData("usd", "USD", 2)]
    [InlineData("KWD", "KWD", 3)]
    [InlineData("ZZZ", null, 0)]
    [InlineData("US", null, 0)]
    [InlineData("Riyal", null, 0)]
    [InlineData("USDT", null, 0)]
    [InlineData("", null, 0)]
    [InlineData(null, null, 0)]
    public void Three_letters_are_a_currency_only_where_they_are_one(string? given, string? code, int decimals)
    {
        var found = Currency.Find(given);
        (found?.Code, found?.Decimals ?? 0).ShouldBe((code, decimals));
    }

    [Fact]
    public void It_goes_through_JSON_as_its_letters()
    {
        var json = JsonSerializer.Serialize(Of(1.5m, "KWD"));
        json.ShouldContain("\"KWD\"");
        JsonSerializer.Deserialize<Money>(json).ShouldBe(Of(1.5m, "KWD"));
        Currency.All.Count.ShouldBe(Currency.All.Select(c => c.Code).Distinct().Count());
    }
}

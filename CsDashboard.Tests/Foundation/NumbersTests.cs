using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

/// <summary>Numbers that people and programs write: whole and exact, or not at all.</summary>
public sealed class NumbersTests
{
    [Theory]
    [InlineData("1.0850", "1.0850")]
    [InlineData("-5", "-5")]
    [InlineData("+100", "100")]
    [InlineData("1e-05", "0.00001")]
    [InlineData("1.234e-13", "0.0000000000001234")]
    [InlineData("1E3", "1000")]
    [InlineData("1,0850", "1.0850")]
    [InlineData("1000,5", "1000.5")]
    [InlineData("0,085", "0.085")]
    [InlineData("42,500.5", "42500.5")]
    [InlineData("1.100,5", "1100.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("42\u00A0500,5", "42500.5")]
    [InlineData("1'000.25", "1000.25")]
    [InlineData("١٠٠٫٥", "100.5")]
    [InlineData("١٬٠٠٠٫٥", "1000.5")]
    [InlineData("۱۰۰", "100")]
    [InlineData("\u22125.5", "-5.5")]
    public void A_number_is_read_exactly(string text, string number)
    {
        Numbers.Read(text, Comma.Unknown, out var read, out _).ShouldBe(Reading.Whole);
        read.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(number);
        Numbers.Typed(text, "x").ShouldBe(read);
    }

    [Theory]
    [InlineData("1,085", "1085", "1.085")]
    [InlineData("١,٠٨٥", "1085", "1.085")]
    [InlineData("45,000", "45000", "45.000")]
    public void What_can_be_read_in_two_ways_is_asked_for_again(string text, string one, string other)
    {
        Numbers.Read(text, Comma.Unknown, out _, out _).ShouldBe(Reading.TwoWays);
        (Numbers.As(text, Comma.Thousands), Numbers.As(text, Comma.Decimal)).ShouldBe((Numbers.Stored(one), Numbers.Stored(other)));
        var refusal = Should.Throw<Refusal>(() => Numbers.Typed(text, "price"));
        refusal.Fields.ShouldHaveSingleItem().Field.ShouldBe("price");
        refusal.Message.ShouldContain($"Enter {one} or {HashChain.Text(Numbers.Stored(other))}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("42 500.5")]
    [InlineData("42.5k")]
    [InlineData("2%")]
    [InlineData("$5")]
    [InlineData("1,10,000")]
    [InlineData("1,100,5")]
    [InlineData("1.2.3")]
    [InlineData("1,2,3")]
    [InlineData("1e")]
    [InlineData("e5")]
    [InlineData("1e300")]
    [InlineData("1e-30")]
    [InlineData("1.00000000000000000000000000005")]
    [InlineData("12345678901234567890123456789012")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("(5)")]
    [InlineData("1 - 2")]
    public void What_is_no_number_is_none_and_nothing_is_rounded(string text) =>
        Numbers.Read(text, Comma.Unknown, out _, out _).ShouldBe(Reading.None);
}

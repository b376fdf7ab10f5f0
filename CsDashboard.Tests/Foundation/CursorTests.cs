using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_comes_back_as_it_went()
    {
        var cursor = new Cursor(new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, TimeSpan.Zero), Ids.New());
        var text = cursor.ToString();
        Cursor.Read(text).ShouldBe(cursor);
        Uri.EscapeDataString(text).ShouldBe(text, "It stands in addresses as it is.");
    }

    [Fact]
    public void A_time_of_another_zone_is_the_same_place()
    {
        var id = Guid.NewGuid();
        var riyadh = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(3));
        new Cursor(riyadh, id).ToString().ShouldBe(new Cursor(riyadh.ToUniversalTime(), id).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_text_is_the_beginning(string? text) => Cursor.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("x")]
    [InlineData("!!!!")]
    [InlineData("مكان")]
    [InlineData("MTIz")] // 123
    [InlineData("MTIzLng")] // 123.x
    [InlineData("YWJjLjAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAw")] // abc.000…
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OTk5Ljk")] // 99999999999999999999.9
    [InlineData("OTIyMzM3MjAzNjg1NDc3NTgwNy4wMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA")] // long.MaxValue.000…
    [InlineData("LTEuMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA")] // -1.000…
    public void A_text_that_is_no_cursor_is_refused(string text) =>
        Should.Throw<Refusal>(() => Cursor.Read(text)).Fields.ShouldHaveSingleItem().Field.ShouldBe("after");
}

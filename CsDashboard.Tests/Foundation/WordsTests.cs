using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

public sealed class WordsTests
{
    // CLDR's plural rules for Arabic: one, two, few (3 to 10 of a hundred), many (11 to 99), other.
    [Theory]
    [InlineData(0, "0 نقطة لك")]
    [InlineData(1, "نقطة واحدة لك")]
    [InlineData(2, "نقطتان لك")]
    [InlineData(3, "3 نقاط لك")]
    [InlineData(10, "10 نقاط لك")]
    [InlineData(11, "11 نقطة لك")]
    [InlineData(100, "100 نقطة لك")]
    [InlineData(105, "105 نقاط لك")]
    public void A_noun_after_a_count_takes_its_form(long points, string arabic)
    {
        Words.In("ar", "Notice_Points_Title", points).ShouldBe(arabic);
        Words.In("en", "Notice_Points_Title", points).ShouldStartWith(points.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_number_that_comes_as_text_is_counted_too_and_other_formats_are_left_alone()
    {
        Words.In("ar", "Voucher_Why_Points", "1,004").ShouldBe("ينقصك 1,004 نقاط");
        Words.In("ar", "Reward_MilestoneOrders", "5").ShouldBe("إنجاز: 5 طلبات");
        Words.In("ar", "Reward_MilestoneOrders", "many").ShouldBe("إنجاز: many طلب");
        Words.In("ar", "Chat_Wait_Minutes", 2).ShouldBe("نحو دقيقتين");
    }
}

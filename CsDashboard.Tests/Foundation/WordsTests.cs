using System.Globalization;
using CsDashboard.Customers;
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
        Words.In("en", "Notice_Points_Title", points).ShouldStartWith(points.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_number_that_comes_as_text_is_counted_too_and_other_formats_are_left_alone()
    {
        Words.In("ar", "Voucher_Why_Points", "1,004").ShouldBe("ينقصك 1,004 نقاط");
        Words.In("ar", "Reward_MilestoneOrders", "5").ShouldBe("إنجاز: 5 طلبات");
        Words.In("ar", "Reward_MilestoneOrders", "many").ShouldBe("إنجاز: many طلب");
        Words.In("ar", "Chat_Wait_Minutes", 2).ShouldBe("نحو دقيقتين");
    }

    [Theory]
    [InlineData("en", "{0:# row|# rows}", 1, "1 row")]
    [InlineData("en", "{0:# row|# rows}", 0, "0 rows")]
    [InlineData("en", "{0:# row was|# rows were} added", 2, "2 rows were added")]
    [InlineData("en", "{0:# row|# rows}", 1250, "1,250 rows")]
    [InlineData("en", "{0:# row|# rows}", 12_000_001L, "12,000,001 rows")]
    [InlineData("en", "{0:# row|# rows}", "1", "1 row")]
    [InlineData("en", "{0:# row|# rows}", "1250", "1,250 rows")]
    [InlineData("en", "{0:# row|# rows}", 15d, "15 rows")]
    [InlineData("en", "{0:# row|# rows}", "1,000+", "1,000+ rows")]
    [InlineData("en", "{0:# star|# stars}", "1.5", "1.5 stars")]
    [InlineData("en", "line {0}", 1250, "line 1250")]
    [InlineData("ar", "{0:صف واحد|صفان|# صفوف|# صفًا|# صف}", 1250, "1,250 صفًا")]
    [InlineData("ar", "{0:صف واحد|صفان|# صفوف|# صفًا|# صف}", "٢", "صفان")]
    [InlineData("ar", "{0:صف واحد|صفان|# صفوف|# صفًا|# صف}", "١٬٠٠٣", "١٬٠٠٣ صفوف")]
    [InlineData("ar", "{0:صف واحد|صفان|# صفوف|# صفًا|# صف}", "\u061C-١١", "\u061C-١١ صفًا")]
    [InlineData("ar", "{0:صف واحد|صفان|# صفوف|# صفًا|# صف}", "٥٫٥", "٥٫٥ صف")]
    public void Any_text_is_filled_with_its_counts_in_their_form(string language, string text, object count, string said) =>
        Words.Filled(CultureInfo.GetCultureInfo(language), text, count).ShouldBe(said);

    [Fact]
    public void A_word_of_ours_in_a_sentence_is_said_in_its_language()
    {
        var (key, values) = new CustomerStatusChanged(Guid.Empty, "Sara", CustomerStatus.Active, CustomerStatus.Suspended, null).Sentence;
        Words.In("en", key, values).ShouldBe("Sara is now Suspended");
        Words.In("ar", key, values).ShouldBe("حالة Sara الآن موقوف");
    }
}

using System.Globalization;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

public sealed class PhonesTests
{
    [Theory]
    [InlineData("+966 50 222 9911", "+966502229911")]
    [InlineData("0502229911", "+966502229911")]
    [InlineData("502229911", "+966502229911")]
    [InlineData("00966-50-2229911", "+966502229911")]
    [InlineData("966502229911", "+966502229911")]
    [InlineData("٠٥٠٢٢٢٩٩١١", "+966502229911")]
    [InlineData("۰۵۰۲۲۲۹۹۱۱", "+966502229911")]
    [InlineData("+٩٦٦ ٥٠ ٢٢٢ ٩٩١١", "+966502229911")]
    [InlineData("\u202A+966 50 222 9911\u202C", "+966502229911")]
    [InlineData("+966\u00A050\u2011222\u20139911", "+966502229911")]
    [InlineData("966502229911.0", "+966502229911")]
    [InlineData("=\"0502229911\"", "+966502229911")]
    [InlineData("'0502229911", "+966502229911")]
    [InlineData("tel:+966502229911", "+966502229911")]
    [InlineData("(+966) 050 222 9911", "+966502229911")]
    [InlineData("+966 50-222-9911 ext. 4", "+966502229911 ext. 4")]
    [InlineData("+966502229911 ext. 4", "+966502229911 ext. 4")]
    [InlineData("050 222 9911 x12", "+966502229911 ext. 12")]
    [InlineData("+44 20 7946 0018", "+442079460018")]
    // Numbers that no country has stay as they are typed.
    [InlineData("123", "123")]
    [InlineData("+49 30 1", "+49 30 1")]
    [InlineData("٩١١", "911")]
    public void A_number_is_kept_in_one_form(string typed, string kept)
    {
        Phones.Read(typed, "SA").ShouldBe(kept);
        Phones.Read(kept, "SA").ShouldBe(kept);
        Phones.Read(Phones.Shown(kept), null).ShouldBe(kept);
    }

    [Theory]
    [InlineData("9.66501E+11")]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+")]
    [InlineData("abc")]
    [InlineData("N/A")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+966501234567 / +966507654321")]
    [InlineData("1234567/7654321")]
    [InlineData("1800FLOWERS")]
    [InlineData("12345678901234567890")]
    [InlineData("05012345\067")]
    [InlineData("")]
    public void What_is_no_number_or_two_is_none(string typed)
    {
        Phones.Read(typed, "SA").ShouldBeNull();
        Phones.ForTexts(typed, "SA").ShouldBeNull();
        if (typed.Length > 0)
            Should.Throw<Refusal>(() => Phones.Of(typed, "SA")).Fields.ShouldHaveSingleItem().Field.ShouldBe("phone");
    }

    [Fact]
    public void Of_several_the_first_is_found_and_said_to_be_one_of_more()
    {
        Phones.First("+966501110013 / +966501110014", "SA").ShouldBe(("+966501110013", true));
        Phones.First("call 5, 0501110013 or 0501110014", "SA").ShouldBe(("+966501110013", true));
        Phones.First("0501110013; 0501110014", "SA").ShouldBe(("+966501110013", true));
        Phones.First("0501110013", "SA").ShouldBe(("+966501110013", false));
        Phones.First("none", "SA").ShouldBeNull();
    }

    [Fact]
    public void A_text_goes_only_to_what_some_country_has()
    {
        Phones.ForTexts("+966502229911 ext. 4", null).ShouldBe("+966502229911");
        Phones.ForTexts("٠٥٠٢٢٢٩٩١١", "SA").ShouldBe("+966502229911");
        Phones.ForTexts("0502229911", null).ShouldBeNull();
        Phones.ForTexts("+49 30 1", "DE").ShouldBeNull();
    }

    [Fact]
    public void It_is_shown_linked_compared_and_looked_for_in_forms_of_its_own()
    {
        (Phones.Shown("+966502229911"), Phones.Shown("+966502229911 ext. 4"), Phones.Shown("call me"), Phones.Shown(null)).ShouldBe(
            ("+966 50 222 9911", "+966 50 222 9911 ext. 4", "call me", "")
        );
        (Phones.Link("+966502229911 ext. 4"), Phones.Link("050 1"), Phones.Link("٠٥٠ ٢٢٢")).ShouldBe(
            ("tel:+966502229911;ext=4", "tel:0501", "tel:050222")
        );
        (Phones.Key("+966502229911 ext. 4"), Phones.Key("0502229911"), Phones.Key("123")).ShouldBe(("966502229911", "502229911", null));
        Phones.Ends("+96522201234").ShouldBe(["96522201234", "22201234", "522201234", "2201234"[..7], "1234"], ignoreOrder: true);
    }
}

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
        if (typed.Length > 0) Should.Throw<Refusal>(() => Phones.Of(typed, "SA")).Fields.ShouldHaveSingleItem().Field.ShouldBe("phone");
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
        (Phones.Shown("+966502229911"), Phones.Shown("+966502229911 ext. 4"), Phones.Shown("call me"), Phones.Shown(null)).ShouldBe(("+966 50 222 9911", "+966 50 222 9911 ext. 4", "call me", ""));
        (Phones.Link("+966502229911 ext. 4"), Phones.Link("050 1"), Phones.Link("٠٥٠ ٢٢٢")).ShouldBe(("tel:+966502229911;ext=4", "tel:0501", "tel:050222"));
        (Phones.Key("+966502229911 ext. 4"), Phones.Key("0502229911"), Phones.Key("123")).ShouldBe(("966502229911", "502229911", null));
        Phones.Ends("+96522201234").ShouldBe(["96522201234", "22201234", "522201234", "2201234"[..7], "1234"], ignoreOrder: true);
    }
}

public sealed class ZonesTests
{
    [Theory]
    [InlineData("2026-06-01T09:00", "Asia/Riyadh", "2026-06-01T06:00Z")]
    [InlineData("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30Z")]
    [InlineData("2026-04-24T00:00", "Africa/Cairo", "2026-04-23T22:00Z")]
    [InlineData("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T01:30Z")]
    public void A_time_of_a_clock_is_found_also_on_the_days_on_which_clocks_change(string local, string zone, string at) =>
        Zones.At(DateTime.Parse(local, CultureInfo.InvariantCulture), Zones.Of(zone)).ShouldBe(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Asia/Riyadh", "Asia/Riyadh")]
    [InlineData("asia/riyadh", "Asia/Riyadh")]
    [InlineData("Arab Standard Time", "Asia/Riyadh")]
    [InlineData("(GMT+03:00) Riyadh", "Asia/Riyadh")]
    [InlineData("(UTC+03:00) Kuwait, Riyadh", "Asia/Kuwait")]
    [InlineData("Jeddah", "Asia/Riyadh")]
    [InlineData("دبي", "Asia/Dubai")]
    [InlineData("عمّان", "Asia/Amman")]
    [InlineData("New York", "America/New_York")]
    [InlineData("UTC", "UTC")]
    [InlineData("UTC+3", "Asia/Riyadh")]
    [InlineData("GMT+0300", "Asia/Riyadh")]
    [InlineData("UTC+4", null)]
    [InlineData("Mars/Base", null)]
    [InlineData("", null)]
    public void A_zone_is_understood_by_the_names_people_give_it(string text, string? zone) => Zones.Read(text, Countries.Of("SA")).ShouldBe(zone);

    [Fact]
    public void An_offset_alone_is_no_zone() => Zones.Read("UTC+3").ShouldBeNull();

    [Theory]
    [InlineData("sa", "SA")]
    [InlineData("SAU", "SA")]
    [InlineData("Saudi Arabia", "SA")]
    [InlineData("KSA", "SA")]
    [InlineData("K.S.A.", "SA")]
    [InlineData("السعودية", "SA")]
    [InlineData("المملكة العربية السعوديه", "SA")]
    [InlineData("UAE", "AE")]
    [InlineData("الامارات", "AE")]
    [InlineData("Türkiye", "TR")]
    [InlineData("TURKEY", "TR")]
    [InlineData("Cote d'Ivoire", "CI")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("uk", "GB")]
    [InlineData("Germany", "DE")]
    [InlineData("XX", null)]
    [InlineData("Atlantis", null)]
    [InlineData("", null)]
    public void A_country_is_understood_by_its_codes_and_its_names_in_both_languages(string word, string? code) => Countries.Of(word)?.Code.ShouldBe(code);

    [Fact]
    public void Each_country_has_its_codes_and_names_and_zones_this_machine_knows()
    {
        foreach (var code in new[] { "SA", "EG", "US", "XK", "BV" }) Countries.Of(code)!.Code.ShouldBe(code);
        foreach (var zone in new[] { "SA", "US", "RU", "BR" }.SelectMany(c => Countries.Of(c)!.Zones)) TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _).ShouldBeTrue(zone);
        (Countries.OfZone("Asia/Riyadh"), Countries.OfZone("Europe/Berlin"), Countries.OfZone("UTC"), Countries.OfZone(null)).ShouldBe(("SA", "DE", null, null));
    }
}

using System.Globalization;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("2026-06-01T09:00", "Asia/Riyadh", "2026-06-01T06:00Z")]
    [InlineData("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30Z")]
    [InlineData("2026-04-24T00:00", "Africa/Cairo", "2026-04-23T22:00Z")]
    [InlineData("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T01:30Z")]
    public void A_time_of_a_clock_is_found_also_on_the_days_on_which_clocks_change(string local, string zone, string at) =>
        Zones
            .At(DateTime.Parse(local, CultureInfo.InvariantCulture), Zones.Of(zone))
            .ShouldBe(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));

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
    public void A_zone_is_understood_by_the_names_people_give_it(string text, string? zone) =>
        Zones.Read(text, Countries.Of("SA")).ShouldBe(zone);

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
    public void A_country_is_understood_by_its_codes_and_its_names_in_both_languages(string word, string? code) =>
        Countries.Of(word)?.Code.ShouldBe(code);

    [Fact]
    public void Each_country_has_its_codes_and_names_and_zones_this_machine_knows()
    {
        foreach (var code in new[] { "SA", "EG", "US", "XK", "BV" })
            Countries.Of(code)!.Code.ShouldBe(code);
        foreach (var zone in new[] { "SA", "US", "RU", "BR" }.SelectMany(c => Countries.Of(c)!.Zones))
            TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _).ShouldBeTrue(zone);
        (Countries.OfZone("Asia/Riyadh"), Countries.OfZone("Europe/Berlin"), Countries.OfZone("UTC"), Countries.OfZone(null)).ShouldBe(
            ("SA", "DE", null, null)
        );
    }
}

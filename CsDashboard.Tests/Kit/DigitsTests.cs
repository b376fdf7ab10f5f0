using System.Globalization;
using System.Text.RegularExpressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Tests.Architecture;
using CsDashboard.Tests.Desk;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Server;
using CsDashboard.Web.Signals;

namespace CsDashboard.Tests.Kit;

/// <summary>Numbers are written in the digits that a person chose, else in those of their language; market prices in Latin ones.</summary>
public sealed partial class DigitsTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("en", null, "1,234.5", "12%", "05:07", "1.5")]
    [InlineData("en", "latn", "1,234.5", "12%", "05:07", "1.5")]
    [InlineData("en", "arab", "١٬٢٣٤٫٥", "١٢٪", "٠٥:٠٧", "١٫٥")]
    [InlineData("ar", null, "١٬٢٣٤٫٥", "١٢٪", "٠٥:٠٧", "1.5")]
    [InlineData("ar", "latn", "1,234.5", "12%", "05:07", "1.5")]
    [InlineData("ar", "arab", "١٬٢٣٤٫٥", "١٢٪", "٠٥:٠٧", "١٫٥")]
    public void Everything_that_writes_a_number_follows_the_choice(
        string language,
        string? digits,
        string number,
        string percent,
        string time,
        string price
    )
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = ReaderCulture.Of(Languages.CultureOf(language), digits);
        try
        {
            var at = new DateTimeOffset(2026, 3, 9, 5, 7, 0, TimeSpan.Zero);
            Show.Number(1234.5m, 1).ShouldBe(number);
            Show.Percent(0.12m).ShouldBe(percent);
            Show.Time(at).ShouldBe(time);
            SignalWords.Price(1.5m).ShouldBe(price);
            var arabic = number[0] == '١';
            string[] others =
            [
                Show.Date(at),
                Show.DateTime(at),
                Show.Exact(at),
                Show.Ago(at, at.AddMinutes(25)),
                Show.Bytes(5_000_000),
                Show.Duration(TimeSpan.FromHours(27)),
                Show.Count("point", 1_250),
                Show.Money(99.5m, Currency.Usual),
                Show.Digits("TKT-77"),
            ];
            others.ShouldAllBe(text => text.Any(c => arabic ? c >= '٠' && c <= '٩' : char.IsAsciiDigit(c)));
            others.ShouldAllBe(text => !text.Any(c => arabic ? char.IsAsciiDigit(c) : c >= '٠' && c <= '٩'));
            // The sign stays before its number, whichever way the text runs.
            Show.Number(-5)
                .ShouldBe(
                    arabic ? "\u061C-٥"
                    : language == "ar" ? "\u200E-5"
                    : "-5"
                );
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task The_choice_is_kept_with_the_person_and_pages_follow_it()
    {
        var browser = await app.Browser(app.David);
        (await Digits(browser)).ShouldBe("latn");
        await Change(app.David, "arab");
        (await Digits(browser)).ShouldBe("arab", "A session that was there before learns of it.");
        Value().Match(await browser.GetStringAsync("portal")).Groups[1].Value.ShouldBe("٠");
        await Change(app.David, "");
        (await Digits(browser)).ShouldBe("latn", "Taken back, the language decides.");
        // Who reads Arabic and chose nothing.
        (await Digits(await app.Browser(app.Sara))).ShouldBe("arab");
    }

    [Fact]
    public async Task Other_digits_there_are_none()
    {
        var refusal = await Should.ThrowAsync<Refusal>(() => Change(app.David, "roman"));
        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Fields.ShouldHaveSingleItem().Field.ShouldBe("digits");
    }

    [Fact]
    public void Digits_are_written_in_one_place_alone() =>
        new[] { "*.cs", "*.razor", "*.js" }
            .SelectMany(Sources.Files)
            .Where(file => !file.Contains("/CsDashboard.Tests/", StringComparison.Ordinal) && Written().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName)
            .ShouldBe(["Show.cs"]);

    private Task Change(Actor person, string digits) =>
        app.Get<Users>()
            .ChangeProfile(
                person,
                new ProfileInput
                {
                    Name = person.Name,
                    Language = "en",
                    TimeZone = "UTC",
                    Digits = digits,
                }
            );

    private static async Task<string> Digits(HttpClient browser) =>
        Attribute().Match(await browser.GetStringAsync("portal")).Groups[1].Value;

    [GeneratedRegex("data-digits=\"(\\w+)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("figure-value\">([^<]+)<")]
    private static partial Regex Value();

    [GeneratedRegex(@"'0' \+ '\\u0660'|nu-(arab|latn)")]
    private static partial Regex Written();
}

using CsDashboard.Audit;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;

namespace CsDashboard.Tests.Knowledge;

/// <summary>What is looked for in the help and not there, on each database.</summary>
public sealed class MissedSearchesTests
{
    private static async Task<string> Missed(House house, Actor who) =>
        string.Join(", ", (await house.Get<MissedSearches>().List(who, 50)).Select(m => $"{m.Said} {m.Count}"));

    [Theory, EachDatabase]
    public async Task A_question_without_an_answer_is_counted_by_its_words_and_not_by_who_asked(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (articles, faq) = (house.Get<Articles>(), house.Get<Faq>());
        await articles.Save(
            house.Amina,
            null,
            new ArticleInput
            {
                Category = "orders",
                Title = "Where is my order?",
                Body = "On its way.",
            }
        );
        await house.Drain();
        var visitor = (await articles.Visitor(house.Clock)).ShouldNotBeNull();
        await articles.Ask(house.David, "Crypto  wallet", "en", 30);
        await articles.Ask(visitor, "crypto wallet", "en", 30);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await articles.Read(house.Sara, "بطاقة الهدية", "ar");
        await faq.Search(house.Sara, "بطاقة الهديّة", "ar");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await articles.Ask(house.David, "refer", "en", 30);
        // Found, typed while a ticket is written, looked for by the team, of another company, or somebody's address and number.
        await articles.Ask(house.David, "order", "en", 30);
        await articles.Answering(house.David, "half a wor", "en", 4);
        await articles.Search(house.David, "palette", "en");
        await articles.Ask(house.Karim, "how do we", "en", 30);
        await articles.Ask(house.Oskar, "elsewhere", "en", 30);
        await articles.Ask(house.David, "sara@example.com", "en", 30);
        await articles.Ask(house.David, "966 50 123 4567", "en", 30);
        await articles.Ask(house.David, "?", "en", 30);
        await articles.Ask(house.David, new string('x', 150), "en", 30);
        (await Missed(house, house.Karim)).ShouldBe("بطاقة الهديّة 2, crypto wallet 2, refer 1");
        (await Missed(house, house.Olga)).ShouldBe("elsewhere 1");

        var first = (await house.Get<MissedSearches>().List(house.Karim, 1)).ShouldHaveSingleItem();
        await house.Get<MissedSearches>().Dismiss(house.Olga, first.Words);
        await house.Get<MissedSearches>().Dismiss(house.Karim, first.Words);
        await house.Get<MissedSearches>().Dismiss(house.Karim, first.Words);
        (await Missed(house, house.Karim)).ShouldBe("crypto wallet 2, refer 1");
    }

    [Theory, EachDatabase]
    public async Task They_are_bounded_and_go_by_the_rule_of_the_company(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (articles, missed) = (house.Get<Articles>(), house.Get<MissedSearches>());
        await articles.Ask(house.David, "asked twice", "en", 30);
        await articles.Ask(house.David, "asked twice", "en", 30);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await articles.Ask(house.David, "the oldest", "en", 30);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        static string Letters(int i) =>
            string.Concat(i.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(c => (char)('a' + c - '0')));
        for (var i = 0; i < MissedSearches.Most - 1; i++)
            await articles.Ask(house.David, "zz" + Letters(1000 + i), "en", 30);
        var all = await missed.List(house.Karim, MissedSearches.Most);
        all.Count.ShouldBe(MissedSearches.Most);
        all.ShouldContain(m => m.Said == "asked twice");
        all.ShouldNotContain(m => m.Said == "the oldest");

        await house.Get<Retention>().Set(house.Amina, "missed_searches", 30);
        house.Clock.Advance(TimeSpan.FromDays(20));
        await articles.Ask(house.David, "asked twice", "en", 30);
        house.Clock.Advance(TimeSpan.FromDays(20));
        await house
            .Get<IEnumerable<IRetain>>()
            .Single(r => r.Kind == "missed_searches")
            .RemoveSome(Actor.System(house.Amina.TenantId, house.Clock), house.Clock.Now().AddDays(-30));
        (await Missed(house, house.Karim)).ShouldBe("asked twice 3");
    }
}

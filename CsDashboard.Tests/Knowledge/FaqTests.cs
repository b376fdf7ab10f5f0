using CsDashboard.Foundation;
using CsDashboard.Knowledge;

namespace CsDashboard.Tests.Knowledge;

/// <summary>Frequent questions, on each database (contract: membership, Chat and FAQ).</summary>
public sealed class FaqTests
{
    private static Task<Guid> Write(House house, string slug, string category, string title, string body, string arabic, int? place) =>
        house
            .Get<Articles>()
            .Save(
                house.Amina,
                null,
                new ArticleInput
                {
                    Slug = slug,
                    Category = category,
                    Title = title,
                    Body = body,
                    TitleAr = arabic,
                    BodyAr = arabic,
                    FaqPlace = place,
                }
            );

    [Theory, EachDatabase]
    public async Task Questions_come_in_their_order_and_are_found_by_part_of_a_word_with_their_relevance(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Write(house, "second", "account", "Reset the PASSWORD", "By e-mail.", "إعادة كلمة المرور", 2);
        var first = await Write(
            house,
            "first",
            "payments",
            "Where is my money?",
            "Ask for it with your password at hand.",
            "أين أموالي؟",
            1
        );
        await Write(house, "none", "account", "Password of the router", "An article, no frequent question.", "الموجّه", null);
        var faq = house.Get<Faq>();
        (await faq.List(house.David, "en"))
            .Select(f => (f.Slug, f.Question))
            .ShouldBe([("first", "Where is my money?"), ("second", "Reset the PASSWORD")]);
        (await faq.List(house.Sara, "ar", "account")).ShouldHaveSingleItem().Question.ShouldBe("إعادة كلمة المرور");
        (await Should.ThrowAsync<Refusal>(() => faq.List(house.David, "en", "nothing"))).Kind.ShouldBe(RefusalKind.Invalid);
        // Case-insensitive in question or answer; relevance = words of the query in the question, in percent.
        (await faq.Search(house.David, "password", "en"))
            .Select(f => (f.Slug, f.Relevance))
            .ShouldBe([("second", 100), ("first", 0)]);
        (await faq.Search(house.David, "your password", "en")).Select(f => (f.Slug, f.Relevance)).ShouldBe([("first", 0)]);
        (await faq.Search(house.David, "المرور", "en"))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(f => f.Language.ShouldBe("ar"), f => f.Relevance.ShouldBe(100));
        (await Should.ThrowAsync<Refusal>(() => faq.Search(house.David, " ", "en"))).Kind.ShouldBe(RefusalKind.Invalid);
        (await faq.Search(house.Oskar, "password", "en")).ShouldBeEmpty();

        var whole = await house.Get<Articles>().Whole(house.Amina, first);
        whole.FaqPlace = null;
        await house.Get<Articles>().Save(house.Amina, first, whole);
        (await faq.List(house.David, "en")).ShouldHaveSingleItem();
        var id = (await faq.List(house.David, "en"))[0].Id;
        await house.Get<Articles>().Viewed(house.David, id);
        await house.Get<Articles>().Vote(house.David, id, helpful: true);
        (await faq.List(house.David, "en"))[0].ShouldSatisfyAllConditions(f => f.Views.ShouldBe(1), f => f.Helpful.ShouldBe(1));
    }

    [Fact]
    public async Task There_are_at_most_ten_hits()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        for (var i = 0; i < 12; i++)
            await Write(house, $"q{i}", "orders", $"Question {i}", "The answer", "سؤال", i);
        (await house.Get<Faq>().Search(house.David, "question", "en")).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Only_an_article_of_one_of_the_six_categories_is_a_frequent_question()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        (await Should.ThrowAsync<Refusal>(() => Write(house, "trading", "trading", "A", "B", "ج", 1)))
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe("faqPlace");
        (await Should.ThrowAsync<Refusal>(() => Write(house, "orders", "orders", "A", "B", "ج", -1)))
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe("faqPlace");
        (await house.Get<Articles>().All(house.Amina, null, "en")).ShouldBeEmpty();
    }

    [Theory, InlineData("en"), InlineData("ar")]
    public void The_six_categories_have_three_topics_each_in_both_languages(string language)
    {
        var categories = Faq.Categories(language);
        categories.Select(c => c.Id).ShouldBe(["account", "orders", "payments", "returns", "products", "technical"]);
        foreach (var one in categories)
        {
            one.Topics.Count.ShouldBe(3);
            one.Topics.Append(one.Name).Append(one.Description).ShouldAllBe(text => text.Length > 0 && !text.StartsWith("Faq_"));
            if (language == "ar")
                one.Name.ShouldContain(c => c >= '\u0600');
        }
    }
}

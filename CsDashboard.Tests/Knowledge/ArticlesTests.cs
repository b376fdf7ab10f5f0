using CsDashboard.Foundation;
using CsDashboard.Knowledge;

namespace CsDashboard.Tests.Knowledge;

/// <summary>Finding help for a question, on each database.</summary>
public sealed class ArticlesTests
{
    private static async Task<string> Answers(House house, Actor reader, string question, string language = "en", int limit = 4) =>
        string.Join(", ", (await house.Get<Articles>().Answering(reader, question, language, limit)).Select(a => a.Slug));

    private static Task Write(House house, Actor admin, string slug, string title, string body, string? arabic = null, bool publish = true) =>
        house.Get<Articles>().Write(admin, new ArticleInput
        {
            Slug = slug, Category = "payments", Publish = publish,
            Texts = [new() { Language = "en", Title = title, Body = body }, .. arabic is null ? Array.Empty<ArticleTextInput>() : [new() { Language = "ar", Title = arabic, Body = arabic }]],
        });

    [Theory, EachDatabase]
    public async Task A_question_finds_articles_that_share_some_of_its_words_and_those_in_the_title_first(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Write(house, house.Amina, "payouts", "How payouts work", "Money reaches your bank within two days.", "كيف تعمل المدفوعات");
        await Write(house, house.Amina, "bank", "Change your bank details", "A payout on its way is not stopped.");
        await Write(house, house.Amina, "colours", "Colours of the chart", "Choose what you like.");
        await Write(house, house.Amina, "draft", "Payouts of next year", "Not yet.", publish: false);
        await Write(house, house.Omar, "others", "Payouts elsewhere", "Of another company.");
        await house.Drain();
        // Words that say nothing are left out, a plural finds its singular and the other way round.
        (await Answers(house, house.David, "Why is my payout so late?")).ShouldBe("payouts, bank");
        (await Answers(house, house.David, "Why is my payout so late?", limit: 1)).ShouldBe("payouts");
        (await Answers(house, house.David, "charts")).ShouldBe("colours");
        (await Answers(house, house.David, "is it the not and")).ShouldBe("");
        (await Answers(house, house.Sara, "متى تصل المدفوعات", "ar")).ShouldBe("payouts");
        (await Answers(house, house.Oskar, "payout")).ShouldBe("others");
    }
}

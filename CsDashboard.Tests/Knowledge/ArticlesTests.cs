using CsDashboard.Foundation;
using CsDashboard.Knowledge;

namespace CsDashboard.Tests.Knowledge;

/// <summary>Finding help for a question, on each database.</summary>
public sealed class ArticlesTests
{
    private static async Task<string> Answers(House house, Actor reader, string question, string language = "en", int limit = 4) =>
        string.Join(", ", (await house.Get<Articles>().Answering(reader, question, language, limit)).Select(a => a.Slug));

    private static Task<Guid> Write(
        House house,
        Actor admin,
        string slug,
        string title,
        string body,
        string? arabic = null,
        bool publish = true
    ) =>
        house
            .Get<Articles>()
            .Save(
                admin,
                null,
                new ArticleInput
                {
                    Slug = slug,
                    Category = "payments",
                    Publish = publish,
                    Title = title,
                    Body = body,
                    TitleAr = arabic,
                    BodyAr = arabic,
                }
            );

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

    [Theory, EachDatabase]
    public async Task An_article_is_written_changed_and_found_as_it_stands(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var articles = house.Get<Articles>();
        var id = await articles.Save(
            house.Amina,
            null,
            new ArticleInput
            {
                Category = "orders",
                Title = "Where's my parcel? (2026)",
                Body = "On its way.",
                TitleAr = "أين طردي",
                BodyAr = "في الطريق.",
                Publish = false,
            }
        );
        var whole = await articles.Whole(house.Amina, id);
        (whole.Slug, whole.Publish, whole.TitleAr).ShouldBe(("wheres-my-parcel-2026", false, "أين طردي"));
        await house.Drain();
        // A draft is for those who write.
        (await articles.List(house.David, "en")).ShouldBeEmpty();
        (await articles.All(house.Amina, "PARCEL", "ar"))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                a => a.Title.ShouldBe("أين طردي"),
                a => a.Languages.ShouldBe(["ar", "en"]),
                a => a.IsPublished.ShouldBeFalse()
            );
        (await articles.All(house.Amina, "nothinglikeit", "en")).ShouldBeEmpty();

        (whole.Publish, whole.Body, whole.FaqPlace) = (true, "It arrives tomorrow.", 3);
        await articles.Save(house.Amina, id, whole);
        await house.Drain();
        (await articles.Search(house.David, "tomorrow", "en")).ShouldHaveSingleItem().Slug.ShouldBe("wheres-my-parcel-2026");
        (await articles.Search(house.Sara, "طردي", "ar")).ShouldHaveSingleItem().Language.ShouldBe("ar");
        // Whoever had it open before loses nothing and overwrites nothing.
        whole.Body = "Late";
        (await Should.ThrowAsync<Refusal>(() => articles.Save(house.Amina, id, whole))).Code.ShouldBe("article_changed");

        // A language that is taken out is no longer found.
        whole = await articles.Whole(house.Amina, id);
        (whole.TitleAr, whole.BodyAr) = ("", null);
        await articles.Save(house.Amina, id, whole);
        await house.Drain();
        (await articles.Search(house.Sara, "طردي", "ar")).ShouldBeEmpty();
        (await articles.Get(house.Sara, "wheres-my-parcel-2026", "ar")).Language.ShouldBe("en");
    }

    [Theory]
    [InlineData("title", null, "Body", null, null, "a", "orders")]
    [InlineData("title", null, null, null, null, "a", "orders")]
    [InlineData("body", "Title", " ", null, null, "a", "orders")]
    [InlineData("titleAr", "Title", "Body", null, "نص", "a", "orders")]
    [InlineData("bodyAr", "Title", "Body", "عنوان", null, "a", "orders")]
    [InlineData("slug", "Title", "Body", null, null, "a b", "orders")]
    [InlineData("slug", "Title", "Body", null, null, "taken", "orders")]
    [InlineData("slug", "", "", "عنوان", "نص", "", "orders")]
    [InlineData("category", "Title", "Body", null, null, "a", " ")]
    [InlineData("body", "Title", "a\0b", null, null, "a", "orders")]
    public async Task What_is_no_article_names_its_field_and_writes_nothing(
        string field,
        string? title,
        string? body,
        string? titleAr,
        string? bodyAr,
        string slug,
        string category
    )
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await Write(house, house.Amina, "taken", "Taken", "Before");
        (
            await Should.ThrowAsync<Refusal>(() =>
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
                            TitleAr = titleAr,
                            BodyAr = bodyAr,
                        }
                    )
            )
        ).Fields.ShouldHaveSingleItem().Field.ShouldBe(field);
        (await house.Get<Articles>().All(house.Amina, null, "en")).ShouldHaveSingleItem();
    }

    [Theory, EachDatabase]
    public async Task Agents_draft_and_admins_publish_each_in_their_own_company(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var articles = house.Get<Articles>();
        ArticleInput Text(bool publish = false) =>
            new()
            {
                Category = "orders",
                Title = "Theirs",
                Body = "Body",
                Publish = publish,
            };
        async Task<RefusalKind> Refused(Func<Task> act) => (await Should.ThrowAsync<Refusal>(act)).Kind;

        var id = await articles.Save(house.Karim, null, Text());
        (await articles.All(house.Lena, null, "en")).ShouldHaveSingleItem().Stage.ShouldBe(ArticleStage.Draft);
        var draft = await articles.Whole(house.Lena, id);
        draft.Body = "Lena's";
        await articles.Save(house.Lena, id, draft);
        foreach (
            var beyond in new Func<Task>[]
            {
                () => articles.Save(house.Karim, null, Text(publish: true)),
                () => articles.Save(house.Karim, id, Text(publish: true)),
                () =>
                    articles.Save(
                        house.Karim,
                        id,
                        new ArticleInput
                        {
                            Category = "orders",
                            Title = "T",
                            Body = "B",
                            Publish = false,
                            PublishAt = house.Clock.Now().AddDays(1),
                        }
                    ),
                () =>
                    articles.Save(
                        house.Karim,
                        id,
                        new ArticleInput
                        {
                            Category = "orders",
                            Title = "T",
                            Body = "B",
                            Publish = false,
                            ArchiveAt = house.Clock.Now().AddDays(1),
                        }
                    ),
                () => articles.Archive(house.Karim, id),
                () => articles.Withdraw(house.Karim, id),
            }
        )
            (await Refused(beyond)).ShouldBe(RefusalKind.Forbidden);
        await articles.Save(house.Amina, id, Text(publish: true));
        // What people read is the admins'.
        (await Refused(() => articles.Save(house.Karim, id, Text()))).ShouldBe(RefusalKind.Forbidden);
        (await articles.Get(house.David, "theirs", "en")).Body.ShouldBe("Body");

        foreach (
            var act in new Func<Actor, Task>[]
            {
                who => articles.All(who, null, "en"),
                who => articles.Shelves(who),
                who => articles.Whole(who, id),
                who => articles.Card(who, id, "en"),
                who => articles.Save(who, id, Text()),
                who => articles.Save(who, null, Text()),
                who => articles.Archive(who, id),
                who => articles.Withdraw(who, id),
                who => articles.Verify(who, id, null),
                who => articles.ForStaff(who, null, "en", false, 5),
                who => house.Get<ArticleHistory>().Of(who, id),
                who => house.Get<ArticleHistory>().Compare(who, id, 1),
                who => house.Get<ArticleHistory>().Restore(who, id, 1),
                who => house.Get<MissedSearches>().List(who, 5),
                who => house.Get<MissedSearches>().Dismiss(who, "x"),
                who => house.Get<ArticlePictures>().Upload(who, "a.png", Stream.Null),
            }
        )
            (await Refused(() => act(house.David))).ShouldBe(RefusalKind.Forbidden);
        (await articles.All(house.Omar, null, "en")).ShouldBeEmpty();
        foreach (
            var act in new Func<Task>[]
            {
                () => articles.Whole(house.Omar, id),
                () => articles.Card(house.Omar, id, "en"),
                () => articles.Save(house.Omar, id, Text()),
                () => articles.Archive(house.Omar, id),
                () => articles.Withdraw(house.Omar, id),
                () => articles.Verify(house.Omar, id, null),
                () => house.Get<ArticleHistory>().Of(house.Omar, id),
                () => house.Get<ArticleHistory>().Compare(house.Omar, id, 1),
                () => house.Get<ArticleHistory>().Restore(house.Omar, id, 1),
            }
        )
            (await Refused(act)).ShouldBe(RefusalKind.NotFound);
    }
}

using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Knowledge;

/// <summary>For whom an article is and from when to when, on each database.</summary>
public sealed class ArticleStagesTests
{
    private static ArticleInput Of(string title, string body, Action<ArticleInput>? with = null)
    {
        var input = new ArticleInput
        {
            Category = "payments",
            Title = title,
            Body = body,
            TitleAr = "عنوان " + title,
            BodyAr = "نص " + body,
        };
        with?.Invoke(input);
        return input;
    }

    // Every way by which somebody who is none of the staff comes to an article: true where it comes through.
    private static IEnumerable<(string Door, Func<Actor, Task<bool>> Opens)> Doors(House house, Guid id, string slug, string word)
    {
        var (articles, faq) = (house.Get<Articles>(), house.Get<Faq>());
        static async Task<bool> Works(Func<Task> act)
        {
            try
            {
                await act();
                return true;
            }
            catch (Refusal refusal) when (refusal.Kind is RefusalKind.NotFound or RefusalKind.Forbidden)
            {
                return false;
            }
        }
        yield return ("list", async who => (await articles.List(who, "en")).Any(a => a.Id == id));
        yield return ("list of a category", async who => (await articles.List(who, "ar", "payments")).Any(a => a.Id == id));
        yield return ("search", async who => (await articles.Search(who, word, "en")).Any(a => a.Id == id));
        yield return ("search by a part of the title", async who => (await articles.Search(who, word[1..], "en")).Any(a => a.Id == id));
        yield return ("hints", async who => (await articles.Answering(who, $"Where is {word}?", "en", 4)).Any(a => a.Id == id));
        yield return ("help", async who => (await articles.Ask(who, word, "ar", 30)).Any(a => a.Id == id));
        yield return ("api", async who => (await articles.Read(who, null, "en")).Any(a => a.Id == id));
        yield return ("api, asked", async who => (await articles.Read(who, word, "en")).Any(a => a.Id == id));
        yield return ("page", who => Works(() => articles.Get(who, slug, "en")));
        yield return ("view", who => Works(() => articles.Viewed(who, id)));
        yield return ("vote", who => Works(() => articles.Vote(who, id, true)));
        yield return ("solved", who => Works(() => articles.Solved(who, id, word)));
        yield return ("faq", async who => (await faq.List(who, "en")).Any(a => a.Id == id));
        yield return ("faq of a category", async who => (await faq.List(who, "en", "payments")).Any(a => a.Id == id));
        yield return ("faq, searched", async who => (await faq.Search(who, word, "en")).Any(a => a.Id == id));
        yield return (
            "index",
            async who =>
            {
                await using var db = house.Store.Open(who);
                return (await house.Get<ISearchIndex>().Find(db, new SearchQuery(word, Audience.Public))).Count > 0;
            }
        );
        yield return (
            "index, as a customer",
            async who =>
            {
                await using var db = house.Store.Open(who);
                return (
                        await house
                            .Get<ISearchIndex>()
                            .Find(db, new SearchQuery(word, Audience.Customer) { CustomerId = house.David.CustomerId })
                    ).Count > 0;
            }
        );
        yield return (
            "what an answer to a customer is offered",
            async _ =>
                (await articles.ForStaff(house.Karim, word, "en", withInternal: false, 8)).Any(a => a.Id == id)
                || (await articles.ForStaff(house.Karim, null, "en", withInternal: false, 8)).Any(a => a.Id == id)
        );
    }

    [Theory, EachDatabase]
    public async Task What_is_not_for_everybody_comes_through_no_door(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var articles = house.Get<Articles>();
        var id = await articles.Save(house.Amina, null, Of("Zanzibar", "zanzibar inside", a => a.FaqPlace = 1));
        await house.Drain();
        var visitor = (await articles.Visitor(house.Clock)).ShouldNotBeNull();
        async Task<List<string>> Open(Actor who)
        {
            var open = new List<string>();
            foreach (var (door, opens) in Doors(house, id, "zanzibar", "zanzibar"))
                if (await opens(who))
                    open.Add(door);
            return open;
        }
        // Otherwise the test looks at doors that never open. A customer's own index is not for articles.
        (await Open(house.David)).Count.ShouldBeGreaterThanOrEqualTo(16);
        async Task Becomes(Action<ArticleInput> change)
        {
            var input = await articles.Whole(house.Amina, id);
            change(input);
            await articles.Save(house.Amina, id, input);
            await house.Drain();
        }
        foreach (
            var closed in new (string Why, Func<Task> Close)[]
            {
                ("internal", () => Becomes(a => (a.Internal, a.FaqPlace) = (true, null))),
                ("draft", () => Becomes(a => (a.Internal, a.FaqPlace, a.Publish) = (false, 1, false))),
                ("archived", () => articles.Archive(house.Amina, id)),
                (
                    "internal and then archived",
                    async () =>
                    {
                        await Becomes(a => (a.Internal, a.FaqPlace, a.Publish) = (true, null, true));
                        await articles.Archive(house.Amina, id);
                    }
                ),
            }
        )
        {
            await closed.Close();
            await house.Drain();
            foreach (var who in new[] { house.David, house.Sara, visitor, house.Oskar })
                (await Open(who)).ShouldBeEmpty($"{closed.Why}, {who.Name}");
            await Becomes(a => (a.Internal, a.FaqPlace, a.Publish) = (false, 1, true));
            (await Open(house.David)).Count.ShouldBeGreaterThanOrEqualTo(16, closed.Why);
        }
        await Becomes(a => (a.Internal, a.FaqPlace) = (true, null));
        // Staff find it where they write to each other.
        (await articles.ForStaff(house.Karim, "zanzibar", "en", withInternal: true, 8))
            .ShouldHaveSingleItem()
            .IsInternal.ShouldBeTrue();
        (await articles.ForStaff(house.Olga, "zanzibar", "en", withInternal: true, 8)).ShouldBeEmpty();
        (await articles.All(house.Karim, null, "en", ArticleShelf.Internal)).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await Should.ThrowAsync<Refusal>(() => Becomes(a => a.FaqPlace = 1))).Fields[0].Field.ShouldBe("faqPlace");
    }

    [Theory, EachDatabase]
    public async Task What_was_planned_happens_once_at_its_time(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (articles, times) = (house.Get<Articles>(), house.Get<ArticleTimes>());
        var company = Actor.System(house.Amina.TenantId, house.Clock);
        var now = house.Clock.Now();
        var id = await articles.Save(
            house.Amina,
            null,
            Of("Opening", "body", a => (a.Publish, a.PublishAt, a.ArchiveAt) = (false, now.AddHours(1), now.AddHours(3)))
        );
        async Task<ArticleStage> Later(TimeSpan time)
        {
            house.Clock.Advance(time);
            await times.Run(Actor.System(house.Amina.TenantId, house.Clock));
            await house.Drain();
            return (await articles.Card(house.Amina, id, "en")).Stage;
        }
        await times.Run(company);
        (await articles.Card(house.Amina, id, "en")).Stage.ShouldBe(ArticleStage.Draft);
        (await Later(TimeSpan.FromMinutes(61))).ShouldBe(ArticleStage.Published);
        (await articles.Search(house.David, "opening", "en")).ShouldHaveSingleItem();
        (await Later(TimeSpan.FromHours(1))).ShouldBe(ArticleStage.Published);
        (await Later(TimeSpan.FromHours(1))).ShouldBe(ArticleStage.Archived);
        (await articles.List(house.David, "en")).ShouldBeEmpty();
        (await Later(TimeSpan.FromDays(30))).ShouldBe(ArticleStage.Archived);
        (await house.Get<ArticleHistory>().Of(house.Amina, id))
            .Select(v => v.Stage)
            .ShouldBe([ArticleStage.Archived, ArticleStage.Published, ArticleStage.Draft]);
        // An agent does not change what comes out by itself.
        await articles.Withdraw(house.Amina, id);
        var planned = await articles.Whole(house.Amina, id);
        planned.PublishAt = house.Clock.Now().AddDays(1);
        await articles.Save(house.Amina, id, planned);
        planned = await articles.Whole(house.Karim, id);
        (await Should.ThrowAsync<Refusal>(() => articles.Save(house.Karim, id, planned))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory]
    [InlineData("publishAt", -1, null)]
    [InlineData("archiveAt", null, -1)]
    [InlineData("archiveAt", 48, 24)]
    [InlineData("publishAt", 24 * 365 * 11, null)]
    [InlineData("archiveAt", null, 24 * 365 * 11)]
    public async Task A_time_that_cannot_be_meant_names_its_field(string field, int? publishIn, int? archiveIn)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var now = house.Clock.Now();
        DateTimeOffset? In(int? hours) => hours is { } h ? now.AddHours(h) : null;
        (
            await Should.ThrowAsync<Refusal>(() =>
                house
                    .Get<Articles>()
                    .Save(
                        house.Amina,
                        null,
                        Of("T", "B", a => (a.Publish, a.PublishAt, a.ArchiveAt) = (false, In(publishIn), In(archiveIn)))
                    )
            )
        )
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe(field);
    }

    [Theory, EachDatabase]
    public async Task On_its_day_the_owner_is_told_once_to_look_through_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (articles, times) = (house.Get<Articles>(), house.Get<ArticleTimes>());
        var today = DateOnly.FromDateTime(house.Clock.Now().UtcDateTime);
        var owned = await articles.Save(
            house.Amina,
            null,
            Of("Owned", "body", a => (a.OwnerId, a.VerifyBy) = (house.Karim.UserId, today.AddDays(2)))
        );
        await articles.Save(house.Amina, null, Of("Nobody's", "body", a => a.VerifyBy = today.AddDays(2)));
        foreach (var none in new[] { house.David.UserId, house.Olga.UserId, Guid.NewGuid() })
            (await Should.ThrowAsync<Refusal>(() => articles.Save(house.Amina, null, Of("Other", "body", a => a.OwnerId = none))))
                .Fields[0]
                .Field.ShouldBe("ownerId");
        (await Should.ThrowAsync<Refusal>(() => articles.Verify(house.Karim, owned, today.AddYears(11))))
            .Fields[0]
            .Field.ShouldBe("verifyBy");
        async Task<List<string>> Told()
        {
            await times.Run(Actor.System(house.Amina.TenantId, house.Clock));
            await times.Run(Actor.System(house.Amina.TenantId, house.Clock));
            await house.Drain();
            await using var db = house.Store.Open(house.Amina);
            var users = await db.Users.ToDictionaryAsync(u => u.Id, u => u.Name);
            return
            [
                .. (await db.Notifications.Where(n => n.Kind == "article_due" && n.Channel == Channel.Bell).ToListAsync())
                    .Select(n => $"{users[n.UserId!.Value].Split(' ')[0]}: {n.Title} {n.Link}")
                    .Order(StringComparer.Ordinal),
            ];
        }
        (await Told()).ShouldBeEmpty();
        (await articles.All(house.Karim, null, "en", ArticleShelf.Due)).ShouldBeEmpty();
        house.Clock.Advance(TimeSpan.FromDays(2));
        var told = await Told();
        told.Count.ShouldBe(2);
        told.ShouldContain(t =>
            t.StartsWith("Karim: ", StringComparison.Ordinal) && t.EndsWith("/admin/knowledge/" + owned, StringComparison.Ordinal)
        );
        told.ShouldContain(t => t.StartsWith("Amina: ", StringComparison.Ordinal));
        (await articles.Shelves(house.Karim))[ArticleShelf.Due].ShouldBe(2);
        await articles.Verify(house.Karim, owned, today.AddDays(40));
        (await articles.All(house.Karim, null, "en", ArticleShelf.Due)).ShouldHaveSingleItem().Title.ShouldBe("Nobody's");
        house.Clock.Advance(TimeSpan.FromDays(50));
        (await Told()).Count.ShouldBe(3);
    }

    [Theory, EachDatabase]
    public async Task A_version_is_compared_and_comes_back_as_a_new_one(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (articles, history) = (house.Get<Articles>(), house.Get<ArticleHistory>());
        var id = await articles.Save(house.Karim, null, Of("Fees", "One\ntwo\nthree", a => a.Publish = false));
        var input = await articles.Whole(house.Lena, id);
        (input.Body, input.TitleAr, input.BodyAr) = ("One\nTWO\nthree", null, null);
        await articles.Save(house.Lena, id, input);
        var versions = await history.Of(house.Karim, id);
        versions.Select(v => (v.Number, v.By, v.Title)).ShouldBe([(2, house.Lena.Name, "Fees"), (1, house.Karim.Name, "Fees")]);
        var changes = await history.Compare(house.Karim, id, versions[1].Event);
        changes.Select(c => c.Language).ShouldBe(["en", "ar"]);
        changes[0].Lines.Select(l => $"{l.Kind} {l.Text}").ShouldBe(["Same Fees", "Same One", "Removed two", "Added TWO", "Same three"]);
        changes[1].Lines.ShouldAllBe(l => l.Kind == CsDashboard.Audit.DiffKind.Removed);
        (await history.Compare(house.Karim, id, versions[0].Event)).ShouldBeEmpty();

        await history.Restore(house.Karim, id, versions[1].Event);
        var now = await articles.Whole(house.Karim, id);
        (now.Body, now.TitleAr, now.Publish).ShouldBe(("One\ntwo\nthree", "عنوان Fees", false));
        (await history.Of(house.Karim, id)).Count.ShouldBe(3);
        // A version is one of its own article's.
        var other = await articles.Save(house.Karim, null, Of("Other", "body", a => a.Publish = false));
        (await Should.ThrowAsync<Refusal>(() => history.Restore(house.Karim, other, versions[1].Event))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        now.Publish = true;
        await articles.Save(house.Amina, id, now);
        (await Should.ThrowAsync<Refusal>(() => history.Restore(house.Karim, id, versions[0].Event))).Kind.ShouldBe(RefusalKind.Forbidden);
        await history.Restore(house.Amina, id, versions[0].Event);
        (await articles.Get(house.David, "fees", "ar")).Body.ShouldBe("One\nTWO\nthree");
    }
}

using Bunit;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Knowledge;

namespace CsDashboard.Tests.Knowledge;

/// <summary>The pages on which staff write help articles, as they are drawn.</summary>
public sealed class KnowledgePagesTests
{
    // What stands in the boxes, which belong to the browser.
    private static void Typed(Screen screen, string title, string body, string titleAr = "", string bodyAr = "")
    {
        foreach (var (box, text) in new[] { ("title-en", title), ("body-en", body), ("title-ar", titleAr), ("body-ar", bodyAr) })
            screen.JSInterop.Setup<TakenDraft>("cs.composer.take", box).SetResult(new TakenDraft(text, "key", null, [], Busy: false));
    }

    private static async Task<IRenderedComponent<ArticleEditPage>> Open(Screen screen, Guid? id)
    {
        // Whoever opens a page leaves the one before.
        await screen.DisposeComponentsAsync();
        return screen.Open<ArticleEditPage>($"/admin/knowledge/{(id is null ? "new" : id)}", p => p.Add(x => x.Id, id));
    }

    private static Task Press(IRenderedComponent<ArticleEditPage> page, string name) =>
        page.FindAll(".page-actions button").Single(b => b.TextContent.Trim() == name).ClickAsync(new());

    [Fact]
    public async Task An_admin_writes_an_article_is_told_what_is_missing_and_changes_it()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        screen.Open<KnowledgePage>("/admin/knowledge").WaitForElement(".empty");

        var page = await Open(screen, null);
        page.WaitForElement("#title-en");
        Typed(screen, "Where is my order?", "");
        await Press(page, "Publish");
        page.WaitForElement(".field-error").TextContent.ShouldContain("required");
        // What was typed stays, and the form says at which field it is.
        screen.JSInterop.VerifyNotInvoke("cs.composer.done");
        page.Find(".field-invalid #body-en").ShouldNotBeNull();
        Typed(screen, "Where is my order?", "Look at **Orders**.");
        await Press(page, "Preview");
        page.WaitForElement(".article-preview strong").TextContent.ShouldBe("Orders");
        await page.Find("#category").ChangeAsync("orders");
        await page.Find("#faqPlace").ChangeAsync("1");
        await Press(page, "Publish");
        screen.JSInterop.Invocations["cs.composer.done"].Count.ShouldBe(4);
        (await house.Get<Faq>().List(house.David, "en", "orders")).ShouldHaveSingleItem().Slug.ShouldBe("where-is-my-order");
        var id = (await house.Get<Articles>().All(house.Amina, null, "en"))[0].Id;
        screen.Address.ShouldBe($"/admin/knowledge/{id}");
        screen
            .Open<KnowledgePage>("/admin/knowledge")
            .WaitForElement("[data-row=where-is-my-order]")
            .TextContent.ShouldContain("Published");

        page = await Open(screen, id);
        page.WaitForElement("#title-en").GetAttribute("data-draft-initial").ShouldBe("Where is my order?");
        // Somebody else was faster: nothing is overwritten, and what was typed stays.
        var other = await house.Get<Articles>().Whole(house.Amina, id);
        other.Body = "Under **Orders**.";
        await house.Get<Articles>().Save(house.Amina, id, other);
        Typed(screen, "Where is my order?", "Mine");
        await Press(page, "Publish changes");
        page.WaitForElement(".notice[role=alert]").TextContent.ShouldContain("changed this article");
        screen.JSInterop.Invocations["cs.composer.done"].Count.ShouldBe(4);
        (await house.Get<Articles>().Whole(house.Amina, id)).Body.ShouldBe("Under **Orders**.");
    }

    [Fact]
    public async Task An_agent_drafts_and_reads_what_is_published()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Karim);
        var page = await Open(screen, null);
        page.WaitForElement("#title-en");
        page.FindAll(".page-actions button").ShouldNotContain(b => b.TextContent.Contains("Publish"));
        page.FindAll("#publishAt, #archiveAt").ShouldBeEmpty();
        Typed(screen, "Fees", "Two percent.");
        await Press(page, "Save draft");
        var card = (await house.Get<Articles>().All(house.Karim, null, "en")).ShouldHaveSingleItem();
        card.Stage.ShouldBe(ArticleStage.Draft);
        var input = await house.Get<Articles>().Whole(house.Amina, card.Id);
        (input.Publish, input.Internal) = (true, true);
        await house.Get<Articles>().Save(house.Amina, card.Id, input);
        page = await Open(screen, card.Id);
        page.WaitForElement(".article-preview").TextContent.ShouldContain("Two percent.");
        page.Find(".article-badges").TextContent.ShouldContain("Internal");
        page.FindAll(".page-actions .btn-primary, #category").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_typed_and_not_saved_comes_back_and_says_that_the_article_changed_meanwhile()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Karim);
        var articles = house.Get<Articles>();
        var id = await articles.Save(
            house.Karim,
            null,
            new ArticleInput
            {
                Category = "orders",
                Title = "Fees",
                Body = "Two percent.",
                Publish = false,
            }
        );
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Get<Drafts>().Keep(house.Karim, BoxKey.Article(id, "body-en"), "Three percent.");
        var page = await Open(screen, id);
        page.WaitForElement("#body-en").GetAttribute("data-draft-initial").ShouldBe("Three percent.");
        page.Find("#title-en").GetAttribute("data-draft-initial").ShouldBe("Fees");
        page.Find(".notice").TextContent.ShouldContain("unsaved changes");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var input = await articles.Whole(house.Lena, id);
        input.Title = "All fees";
        await articles.Save(house.Lena, id, input);
        page = await Open(screen, id);
        page.WaitForElement(".notice").TextContent.ShouldContain("The article has changed since");
        // Nobody else sees what he typed.
        await using var hers = Screen.Of(house, house.Lena);
        (await Open(hers, id)).WaitForElement("#body-en").GetAttribute("data-draft-initial").ShouldBe("Two percent.");
    }

    [Fact]
    public async Task What_was_not_found_becomes_a_new_article_by_one_click()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Get<Articles>().Ask(house.David, "Gift cards & codes", "en", 30);
        await using var screen = Screen.Of(house, house.Karim);
        var list = screen.Open<KnowledgePage>("/admin/knowledge");
        var href = list.WaitForElement(".article-missed-row a").GetAttribute("href").ShouldNotBeNull();
        href.ShouldBe("/admin/knowledge/new?title=Gift%20cards%20%26%20codes");
        screen.Open<ArticleEditPage>(href).WaitForElement("#title-en").GetAttribute("data-draft-initial").ShouldBe("Gift cards & codes");
        list = screen.Open<KnowledgePage>("/admin/knowledge");
        await list.WaitForElement(".article-missed-row button").ClickAsync(new());
        list.WaitForState(() => list.FindAll(".article-missed-row").Count == 0);
    }

    [Fact]
    public async Task One_that_is_not_there_is_not_found()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var theirs = await house
            .Get<Articles>()
            .Save(
                house.Omar,
                null,
                new ArticleInput
                {
                    Category = "orders",
                    Title = "Theirs",
                    Body = "Body",
                }
            );
        await using var screen = Screen.Of(house, house.Amina);
        await Open(screen, theirs);
        await screen.NotFound.WaitAsync(TimeSpan.FromSeconds(20));
    }
}

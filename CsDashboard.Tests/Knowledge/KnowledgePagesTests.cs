using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Web.Knowledge;

namespace CsDashboard.Tests.Knowledge;

/// <summary>The page on which admins write help articles, as it is drawn.</summary>
public sealed class KnowledgePagesTests
{
    [Fact]
    public async Task An_admin_writes_an_article_is_told_what_is_missing_and_changes_it()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<KnowledgePage>("/admin/knowledge");
        page.WaitForElement(".empty");

        page = screen.Open<KnowledgePage>("/admin/knowledge?article=new");
        await page.WaitForElement("#title").ChangeAsync("Where is my order?");
        await page.Find("form.stack").SubmitAsync();
        page.WaitForElement(".field-error").TextContent.ShouldContain("required");
        // What was typed stays, and the form says at which field it is.
        (page.Find("#title").GetAttribute("value"), page.Find("#body").GetAttribute("aria-invalid")).ShouldBe(
            ("Where is my order?", "true")
        );
        await page.Find("#body").ChangeAsync("Look at **Orders**.");
        page.WaitForElement(".article-preview strong").TextContent.ShouldBe("Orders");
        await page.Find("#category").ChangeAsync("orders");
        await page.Find("#faqPlace").ChangeAsync("1");
        await page.Find("form.stack").SubmitAsync();
        screen.Address.ShouldBe("/admin/knowledge");
        (await house.Get<Faq>().List(house.David, "en", "orders")).ShouldHaveSingleItem().Slug.ShouldBe("where-is-my-order");

        var id = (await house.Get<Articles>().All(house.Amina, null, "en"))[0].Id;
        page = screen.Open<KnowledgePage>($"/admin/knowledge?article={id}");
        page.WaitForElement("[data-row=where-is-my-order]").TextContent.ShouldContain("Published");
        // Somebody else was faster: nothing is overwritten, and what was typed stays.
        var other = await house.Get<Articles>().Whole(house.Amina, id);
        other.Body = "Under **Orders**.";
        await house.Get<Articles>().Save(house.Amina, id, other);
        await page.WaitForElement("#body").ChangeAsync("Mine");
        await page.Find("form.stack").SubmitAsync();
        page.WaitForElement(".notice[role=alert]").TextContent.ShouldContain("changed this article");
        page.Find("#body").GetAttribute("value").ShouldBe("Mine");
        (await house.Get<Articles>().Whole(house.Amina, id)).Body.ShouldBe("Under **Orders**.");
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
        screen.Open<KnowledgePage>($"/admin/knowledge?article={theirs}");
        await screen.NotFound.WaitAsync(TimeSpan.FromSeconds(20));
    }
}

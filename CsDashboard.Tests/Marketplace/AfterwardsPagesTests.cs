using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Prices;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Marketplace.Reviews;
using CsDashboard.Marketplace.Stock;
using CsDashboard.Marketplace.Wishes;
using CsDashboard.Web.Marketplace;
using CsDashboard.Web.Portal;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// What follows a look or a purchase, told through its pages: waiting for what is sold out, sending back, and what the team does.
/// </summary>
public sealed class AfterwardsPagesTests
{
    [Fact]
    public async Task What_is_sold_out_is_waited_for_on_the_wishlist_and_told_when_it_is_back()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var (mug, david) = (await house.Thing("Mug", stock: 0), house.David.CustomerId!.Value);
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyWishlistPage>("/portal/wishlist");
        page.WaitForElement(".empty").TextContent.ShouldContain("empty");
        await house.Get<Wishlists>().Add(house.David, david, mug.Product.Number);
        page.WaitForAssertion(() => page.Find("[data-list=wishes]").TextContent.ShouldContain("Sold out"));
        await page.Find("[data-list=wishes] button").ClickAsync();
        page.WaitForAssertion(() => page.Find("[data-list=alerts]").TextContent.ShouldContain("When it’s back in stock"));
        await house.Get<Stockroom>().Move(house.Amina, mug.Product.Number, null, StockMoveKind.In, 3, null);
        await house.Drain();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Get<AlertTelling>().Run(Actor.System(house.Karim.TenantId, house.Clock));
        (await house.Database.Ask("SELECT \"Title\" FROM \"Notifications\" WHERE \"Kind\" = 'product_alert'")).ShouldBe(
            "“Mug” is back in stock"
        );
        (await house.Get<ProductAlerts>().List(house.David, david)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_return_is_asked_for_approved_received_and_refunded()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var order = await house.Bought(house.David, await house.Thing("Mug", 10), 2);
        await using var customer = Screen.Of(house, house.David);
        var asking = customer.Open<MyReturnAskPage>($"/portal/orders/{order.Number}/return", p => p.Add(x => x.Number, order.Number));
        await asking.WaitForElement("#why").ChangeAsync(nameof(ReturnReason.Defective));
        await asking.Find("#more").ChangeAsync("The handle is off.");
        await asking.Find(".btn-primary").ClickAsync();
        var made = (await house.Get<GoodsReturns>().List(house.David, house.David.CustomerId!.Value)).Single().Return;
        (made.Reason, made.Description, made.Lines.Single().Quantity).ShouldBe((ReturnReason.Defective, "The handle is off.", 2));

        await using var team = Screen.Of(house, house.Karim);
        var desk = team.Open<ReturnsPage>("/desk/returns");
        desk.WaitForElement("[data-list=returns]").TextContent.ShouldContain("The handle is off.");
        foreach (var step in new[] { "Approve", "Received", "Refund" })
        {
            await desk.FindAll("[data-list=returns] button").Single(b => b.TextContent.Trim() == step).ClickAsync();
            if (step == "Refund")
            {
                await desk.Find("#refund").ChangeAsync("20.5");
                await desk.Find("dialog .btn-primary").ClickAsync();
                desk.WaitForElement(".field-error").TextContent.ShouldContain("20");
                await desk.Find("#refund").ChangeAsync("20");
            }
            await desk.Find("dialog .btn-primary").ClickAsync();
        }
        desk.WaitForElement(".empty");
        await using var after = Screen.Of(house, house.David);
        var own = after.Open<MyReturnPage>($"/portal/returns/{made.Number}", p => p.Add(x => x.Number, made.Number));
        own.WaitForAssertion(() => own.Markup.ShouldContain("Refunded"));
    }

    [Fact]
    public async Task The_team_publishes_answers_and_turns_down()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var (mug, david) = ((await house.Thing()).Product.Number, house.David.CustomerId!.Value);
        await house
            .Get<ProductReviews>()
            .Write(
                house.David,
                david,
                mug,
                new()
                {
                    Rating = 1,
                    Title = "Meh",
                    Comment = "See www.example.com",
                }
            );
        await house.Get<ProductQuestions>().Ask(house.David, david, mug, "How heavy is it?");
        await using var reviews = Screen.Of(house, house.Karim);
        var page = reviews.Open<ReviewsPage>("/desk/reviews");
        page.WaitForElement("[data-list=reviews]").TextContent.ShouldContain("Link");
        await page.Find("[data-list=reviews] .btn-primary").ClickAsync();
        page.WaitForElement(".empty");
        await using var questions = Screen.Of(house, house.Karim);
        var asked = questions.Open<QuestionsPage>("/desk/questions");
        await asked.WaitForElement("[data-list=questions] .btn-primary").ClickAsync();
        await asked.Find("#question-answer").ChangeAsync("300 g");
        await asked.Find("dialog .btn-primary").ClickAsync();
        asked.WaitForElement(".empty");
        (await house.Get<ProductQuestions>().List(house.David, mug)).Questions[0].Answers.Single().Text.ShouldBe("300 g");
    }
}

using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Offers;
using CsDashboard.Engagement.Rewards;

namespace CsDashboard.Tests.Journeys;

public sealed class AnOrderBecomesAReward
{
    [Fact]
    public async Task A_customer_orders_sees_points_arrive_rises_a_tier_and_claims_the_reward()
    {
        await using var app = await TestApp.Start();
        await using var browser = new Browser(app);
        var david = await browser.As(app.David);
        await david.Go("portal/rewards");
        await david.Sees(".loyalty-card").ToHaveAttributeAsync("data-tier", "bronze");
        await david.ShouldBeAccessible();

        // The shop tells of an order; points, tier and reward come by themselves, with a quiet notice.
        using var told = await app.Service.Post(
            $"api/customers/internal/{app.David.CustomerId}/orders",
            new
            {
                number = "JOURNEY-1",
                status = "delivered",
                total = 1500.75,
            }
        );
        await told.ShouldBe(201);
        await david.Sees(".loyalty-card").ToHaveAttributeAsync("data-tier", "silver");
        await david.Sees(".toast").ToContainTextAsync("1,500");
        await david.Sees("[data-points=locked]").ToHaveTextAsync("1,500");
        await david.Find("[data-list=points] li").First.Locator("summary").ClickAsync();
        await david.Sees("[data-list=points] details[open] .points-why").ToContainTextAsync("1,500.75 × 1");
        await david.Sees("[data-state=open]").ToContainTextAsync("Silver");
        await david.ShouldBeAccessible();

        await david.Find("[data-state=open] button").PressAsync("Enter");
        await david.Sees("[data-list=claims] li").ToHaveCountAsync(1);
        await david.Sees("[data-kind=bonus] summary").ToContainTextAsync("+400");
        await david.Sees("[data-state=open]").ToHaveCountAsync(0);

        // What is available is redeemed; what is locked is not.
        await david.Find(".page-actions .btn-primary").ClickAsync();
        await david.Find("#redeem-points").FillAsync("1700");
        await david.Find("#redeem-do").ClickAsync();
        await david.Sees("dialog[open] .field-error").ToBeVisibleAsync();
        await david.ShouldBeAccessible();
        await david.Find("#redeem-points").FillAsync("300");
        await david.Find("#redeem-do").ClickAsync();
        await david.Sees("[data-points=redeemed]").ToHaveTextAsync("300");
        await david.Sees(".loyalty-card").ToHaveAttributeAsync("data-tier", "silver");
        (await app.Get<Points>().Of(app.David, app.David.CustomerId!.Value)).Redeemed.ShouldBe(300);

        // With a catalogue points buy what stands in it: a confirmed click, and the code is there to be copied.
        await app.Get<Vouchers>()
            .Save(
                app.Amina,
                null,
                new VoucherInput
                {
                    Name = "Five off",
                    NameAr = "خصم خمسة",
                    Cost = 100,
                    Kind = OfferKind.Amount,
                    Worth = 5,
                }
            );
        await app.Get<Vouchers>()
            .Save(
                app.Amina,
                null,
                new VoucherInput
                {
                    Name = "Half off",
                    NameAr = "نصف السعر",
                    Cost = 100_000,
                    Worth = 50,
                }
            );
        await david.Go("portal/rewards");
        await david.Sees("[data-list=vouchers] [data-why=points]").ToContainTextAsync("short");
        await david.ShouldBeAccessible();
        await david.Find("[data-list=vouchers] [data-why=none] button").ClickAsync();
        await david.Sees("#voucher-do").ToBeVisibleAsync();
        await david.ShouldBeAccessible();
        await david.Find("#voucher-do").DblClickAsync();
        await david.Sees("[data-list=my-vouchers] code").ToHaveCountAsync(1);
        await david.Sees("[data-points=redeemed]").ToHaveTextAsync("400");
        await david.ShouldBeAccessible();
        await david.Page.SetViewportSizeAsync(390, 844);
        await david.ShouldNotScrollSideways();
        browser.ShouldBeQuiet();
    }
}

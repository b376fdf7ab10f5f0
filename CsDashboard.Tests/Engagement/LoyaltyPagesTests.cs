using Bunit;
using CsDashboard.Customers;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Offers;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using CsDashboard.Web.Engagement;
using CsDashboard.Web.Engagement.Parts;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Portal;

namespace CsDashboard.Tests.Engagement;

/// <summary>Pages of points and rewards as they are drawn.</summary>
public sealed class LoyaltyPagesTests
{
    [Fact]
    public async Task A_member_sees_five_numbers_the_way_to_the_next_tier_and_why_each_point_is_there()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Emptied();
        await house.Give(house.David, 300, "For your patience");
        await house.Order(house.David, "A-1", 209.9m);
        await house.Redeem(house.David, 100);
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyRewardsPage>("/portal/rewards");
        page.WaitForElement("[data-list=points] li");
        string Points(string which) => page.Find($"[data-points={which}]").TextContent;
        (Points("available"), Points("locked"), Points("lifetime"), Points("redeemed")).ShouldBe(("200", "209", "509", "100"));
        page.Find(".loyalty-way").TextContent.ShouldContain("492");
        page.FindAll("[data-list=points] li").Select(l => l.GetAttribute("data-kind")).ShouldBe(["redeemed", "earned", "bonus"]);
        page.Find("[data-kind=earned] .points-why").TextContent.ShouldContain("209.9 × 1");
        page.Find("[data-kind=bonus] .points-why").TextContent.ShouldContain("For your patience");
        // Those that cannot be claimed say why.
        page.FindAll("[data-state=upcoming]").ShouldNotBeEmpty();
        page.FindAll("[data-state=upcoming] button").ShouldBeEmpty();
    }

    [Fact]
    public async Task Points_that_arrive_while_the_page_is_open_show_in_a_quiet_notice()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Emptied();
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyRewardsPage>("/portal/rewards");
        page.WaitForElement(".empty");
        await house.Order(house.David, "A-1", 80);
        page.WaitForAssertion(() => page.Find("[data-points=locked]").TextContent.ShouldBe("80"), TimeSpan.FromSeconds(10));
        screen.Services.GetService(typeof(Toasts)).ShouldBeOfType<Toasts>().Shown.ShouldNotBeNull().Text.ShouldBe("+80 points");
    }

    [Fact]
    public async Task A_reward_is_claimed_where_it_stands()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Emptied();
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Change(house.Amina, house.David.CustomerId!.Value, new CustomerChange { Birthday = new DateOnly(1990, 3, 3) });
        house.Clock.AdvanceDays(2);
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyRewardsPage>("/portal/rewards");
        await page.WaitForElement("[data-state=open] button").ClickAsync();
        page.WaitForAssertion(() => page.Find("[data-list=claims]").TextContent.ShouldContain("RW-"));
        page.FindAll("[data-state=open]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_voucher_is_bought_by_a_confirmed_click_and_one_out_of_reach_says_what_is_missing()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Emptied();
        await house
            .Get<Vouchers>()
            .Save(
                house.Amina,
                null,
                new VoucherInput
                {
                    Name = "Ten percent",
                    NameAr = "عشرة",
                    Cost = 300,
                }
            );
        await house
            .Get<Vouchers>()
            .Save(
                house.Amina,
                null,
                new VoucherInput
                {
                    Name = "Fifty",
                    NameAr = "خمسون",
                    Cost = 1_000,
                    Kind = OfferKind.Amount,
                    Worth = 50,
                }
            );
        await house.Give(house.David, 400);
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyRewardsPage>("/portal/rewards");
        page.WaitForElement("[data-why=points]").TextContent.ShouldContain("600");
        page.FindAll("[data-why=points] button").ShouldBeEmpty();
        // The catalogue takes the place of the dialog in words.
        page.FindAll(".page-actions .btn-primary").ShouldBeEmpty();
        await page.Find("[data-why=none] button").ClickAsync();
        (await house.Of(house.David)).Redeemed.ShouldBe(0);
        var confirm = page.Find("#voucher-do");
        await confirm.ClickAsync();
        page.WaitForAssertion(() => page.Find("[data-list=my-vouchers] code").TextContent.ShouldStartWith("V-"));
        page.Find("[data-list=my-vouchers] [data-copy]")
            .GetAttribute("data-copy")
            .ShouldBe(page.Find("[data-list=my-vouchers] code").TextContent);
        page.WaitForAssertion(() => page.FindAll("[data-list=vouchers] [data-why=points]").Count.ShouldBe(2));
        (await house.Of(house.David)).ShouldSatisfyAllConditions(v => v.Redeemed.ShouldBe(300), v => v.Balance.ShouldBe(100));
    }

    [Fact]
    public async Task An_agent_reads_a_members_ledger_gives_points_and_takes_them_back()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Emptied();
        await using var screen = Screen.Of(house, house.Karim);
        var page = screen.Open<RecordPoints>("/desk/customers/x", p => p.Add(r => r.CustomerId, house.David.CustomerId!.Value));
        page.WaitForElement(".empty");
        await page.Find(".card-head button, .card-actions button, [id=points] button").ClickAsync();
        await page.WaitForElement("#give-points").ChangeAsync("2.5");
        await page.Find("#give-form").SubmitAsync();
        page.WaitForAssertion(() => page.FindAll(".field-error").Count.ShouldBe(1));
        await page.Find("#give-points").ChangeAsync("250");
        await page.Find("#give-form").SubmitAsync();
        page.WaitForElement("#give-reason-error .field-error");
        await page.Find("#give-reason").ChangeAsync("<script>alert(1)</script>");
        await page.Find("#give-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("[data-points=available]").TextContent.ShouldBe("250"));
        page.FindAll("script").ShouldBeEmpty();
        await page.Find("[data-kind=bonus] .points-why button").ClickAsync();
        await page.WaitForElement("#take-reason").ChangeAsync("Wrong person");
        await page.Find("#take-form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("[data-points=available]").TextContent.ShouldBe("0"));
        page.Find("[data-kind=reversed]").TextContent.ShouldContain("Wrong person");
        page.FindAll("[data-kind=reversed] .points-why button").ShouldBeEmpty();
        // Whoever took it back before is told so.
        await page.Find("[data-kind=bonus] .points-why button").ClickAsync();
        await page.WaitForElement("#take-reason").ChangeAsync("Again");
        await page.Find("#take-form").SubmitAsync();
        page.WaitForElement("[role=alert]").TextContent.ShouldContain("already");
    }

    [Fact]
    public async Task An_admin_makes_a_voucher_and_sees_what_is_wrong_beside_its_field()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<EngagementPage>("/admin/engagement?tab=vouchers");
        page.WaitForElement(".empty");
        await page.Find("[data-key=c]").ClickAsync();
        await page.WaitForElement("#voucher-name").ChangeAsync("Fifty off");
        await page.Find("#voucher-name-ar").ChangeAsync("خصم خمسين");
        await page.Find("#voucher-worth").ChangeAsync("120");
        await page.Find("#voucher-form").SubmitAsync();
        page.WaitForElement("#voucher-worth-error .field-error");
        await page.Find("#voucher-kind").ChangeAsync(nameof(OfferKind.Amount));
        await page.Find("#voucher-form").SubmitAsync();
        page.WaitForAssertion(() => page.FindAll("[data-list=catalogue] li").Count.ShouldBe(1));
        (await house.Get<Vouchers>().List(house.Karim))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                v => v.Name.ShouldBe("Fifty off"),
                v => (v.Discount, v.Cost).ShouldBe((new(OfferKind.Amount, 120), 500))
            );
    }

    [Fact]
    public async Task An_admin_sees_whom_a_rule_touches_before_keeping_it_and_what_is_wrong_beside_its_field()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Emptied();
        await house.Order(house.David, "A-1", 100);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<EngagementPage>("/admin/engagement?tab=rules&rule=new");
        await page.WaitForElement("#rule-amount").ChangeAsync("3");
        await page.Find("#rule-preview").ClickAsync();
        page.WaitForAssertion(() => page.Find("[data-preview]").GetAttribute("data-preview").ShouldBe("300"));
        page.Find("[data-preview]").TextContent.ShouldContain("David");
        await page.Find("#rule-multiplier").ChangeAsync("0");
        await page.Find("#rule-form").SubmitAsync();
        page.WaitForElement("#rule-multiplier-error .field-error");
        await page.Find("#rule-multiplier").ChangeAsync("1");
        await page.Find("#rule-name").ChangeAsync("Triple");
        await page.Find("#rule-form").SubmitAsync();
        page.WaitForAssertion(() => screen.Address.ShouldBe("/admin/engagement?tab=rules"));
        (await house.Rules.List(house.Amina)).ShouldContain(r => r.Name == "Triple" && r.Rule.Amount == 3);

        // A copy starts like the rule, and is a new one.
        var triple = (await house.Rules.List(house.Amina)).Single(r => r.Name == "Triple");
        page = screen.Open<EngagementPage>($"/admin/engagement?tab=rules&rule={triple.Id}");
        page.WaitForElement($"a[href$='rule=new&from={triple.Id}']");
        page = screen.Open<EngagementPage>($"/admin/engagement?tab=rules&rule=new&from={triple.Id}");
        await page.WaitForElement("#rule-amount").ChangeAsync("0.5");
        await page.Find("#rule-form").SubmitAsync();
        (await house.Rules.List(house.Amina))
            .Where(r => r.Name.Contains("Triple", StringComparison.Ordinal))
            .Select(r => (r.Name, r.Rule.Amount))
            .ShouldBe([("Triple", 3m), ("Copy of Triple", 0.5m)], ignoreOrder: true);
        page = screen.Open<EngagementPage>("/admin/engagement?tab=rules");
        page.WaitForElement("[data-list=rules]").TextContent.ShouldContain("0.50 points");
        // While the page moves on the form is there for a moment: a double click makes one.
        var editor = screen.Open<EarningRuleEditor>("/admin/engagement?tab=rules&rule=new");
        await editor.WaitForElement("#rule-name").ChangeAsync("Once");
        for (var click = 0; click < 2; click++)
            await editor.Find("#rule-form").SubmitAsync();
        (await house.Rules.List(house.Amina)).Count(r => r.Name == "Once").ShouldBe(1);
    }

    [Fact]
    public async Task An_admin_sees_the_figures_of_the_ledger_and_what_rewards_are_worth()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Emptied();
        await house.Give(house.David, 400);
        await house.Redeem(house.David, 100);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<EngagementPage>("/admin/engagement");
        page.WaitForElement("[data-figure=issued]");
        string Figure(string name) => page.Find($"[data-figure={name}] .figure-value").TextContent;
        (Figure("issued"), Figure("redeemed"), Figure("liability"), Figure("rate")).ShouldBe(("400", "100", "300", "25.0%"));
        page = screen.Open<EngagementPage>("/admin/engagement?tab=rewards");
        page.WaitForAssertion(() => page.FindAll("[data-list=kinds] li").Count.ShouldBe(4));
        page.FindAll("[data-list=holidays] li").Count.ShouldBe(4);
    }
}

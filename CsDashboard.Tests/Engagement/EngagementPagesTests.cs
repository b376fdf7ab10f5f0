using Bunit;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Offers;
using CsDashboard.Engagement.Referrals;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation;
using CsDashboard.Web.Customers;
using CsDashboard.Web.Engagement;
using CsDashboard.Web.Portal;
using CsDashboard.Web.Shell;

namespace CsDashboard.Tests.Engagement;

/// <summary>The pages of segments, offers and referrals as they are drawn.</summary>
public sealed class EngagementPagesTests
{
    [Fact]
    public async Task A_customer_takes_an_offer_and_sees_why_another_is_not_to_be_had()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Get<Offers>().AddFour(house.Amina);
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyOffersPage>("/portal/rewards/offers");
        page.WaitForAssertion(() => page.FindAll(".offer").Count.ShouldBe(4));
        page.Find("[data-row=VIPFURNITURE25]").TextContent.ShouldContain("Not available for your account");
        page.FindAll(".offer-off").Count.ShouldBe(1);
        await page.Find("[data-row=BOOKS2PLUS1] button").ClickAsync();
        page.WaitForAssertion(() => page.Find("[data-row=BOOKS2PLUS1]").TextContent.ShouldContain("You’ve already claimed it"));
        page.Find("[data-list=history]").TextContent.ShouldContain("Waiting for an order");
    }

    [Fact]
    public async Task A_customer_has_a_link_with_a_picture_and_sees_who_came()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyReferralPage>("/portal/rewards/refer");
        page.WaitForElement(".qr path", TimeSpan.FromSeconds(20)).GetAttribute("d")!.Length.ShouldBeGreaterThan(500);
        page.WaitForElement(".empty");
        page.Find("[data-copy]").GetAttribute("data-copy").ShouldBe(page.Find("[data-referral-link]").TextContent);
        await house.Get<Referrals>().Track(house.Karim, house.David.CustomerId!.Value, house.Sara.CustomerId!.Value);
        page.WaitForAssertion(() => page.Find("[data-list=referrals]").TextContent.ShouldContain("Waiting for the first order"));
    }

    [Fact]
    public async Task An_agent_decides_a_referral_and_must_say_why_not()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house
            .Get<CsDashboard.Marketplace.Orders>()
            .Record(house.Product, house.Sara.CustomerId!.Value, new() { Number = "P-1", Total = 5 });
        await house.Get<Referrals>().Track(house.Karim, house.David.CustomerId!.Value, house.Sara.CustomerId!.Value);
        await using var screen = Screen.Of(house, house.Lena);
        var page = screen.Open<ReferralsPage>("/admin/engagement/referrals");
        page.WaitForElement(".case").TextContent.ShouldContain("Had ordered before");
        // An agent is not led to what is an admin's.
        page.FindAll(".tabs a").ShouldAllBe(a => a.GetAttribute("href")!.StartsWith("/admin/engagement/referrals"));
        page.FindAll(".tabs").Count.ShouldBe(1);
        await page.FindAll(".case button")[1].ClickAsync();
        await page.Find("dialog .btn-danger").ClickAsync();
        page.Find(".field-error").TextContent.ShouldContain("required");
        await page.Find("#case-note").ChangeAsync("Known for years.");
        await page.Find("dialog .btn-danger").ClickAsync();
        page.WaitForElement(".empty");
        (await house.Get<ReferralCases>().List(house.Karim, ReferralStatus.Declined)).Items.Single().Note.ShouldBe("Known for years.");
    }

    [Fact]
    public async Task An_admin_makes_an_offer_and_changes_it()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<OffersPage>("/admin/engagement/offers");
        await page.WaitForElement(".empty .btn-primary").ClickAsync();
        page.WaitForAssertion(() => page.FindAll(".list-row").Count.ShouldBe(4));
        await using var writing = Screen.Of(house, house.Amina);
        page = writing.Open<OffersPage>("/admin/engagement/offers?offer=new");
        await page.WaitForElement("#title").ChangeAsync("Spring");
        await page.Find("#code").ChangeAsync("SPRING");
        await page.Find("form").SubmitAsync();
        page.FindAll(".field-error").Count.ShouldBe(1);
        await page.Find("#titleAr").ChangeAsync("الربيع");
        await page.Find("#worth").ChangeAsync("120.5");
        await page.Find("form").SubmitAsync();
        page.Find("#worth-error .field-error").TextContent.ShouldContain("100");
        await page.Find("#kind").ChangeAsync(nameof(OfferKind.Amount));
        await page.Find("form").SubmitAsync();
        writing.Address.ShouldBe("/admin/engagement/offers");
        (await house.Get<Offers>().List(house.Amina)).Single(o => o.Code == "SPRING").Discount.ShouldBe(new(OfferKind.Amount, 120.5m));
        await using var reading = Screen.Of(house, house.Amina);
        page = reading.Open<OffersPage>("/admin/engagement/offers");
        page.WaitForElement(".list-row");
        page.FindAll(".list-row")
            .Single(row => row.TextContent.Contains("SPRING", StringComparison.Ordinal))
            .TextContent.ShouldContain("120.50 USD off");
        await using var again = Screen.Of(house, house.Amina);
        page = again.Open<OffersPage>("/admin/engagement/offers?offer=new");
        await page.WaitForElement("#kind").ChangeAsync(nameof(OfferKind.FreeShipping));
        page.FindAll("#worth").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_can_not_be_read_is_not_saved_as_what_stood_there_before()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<OffersPage>("/admin/engagement/offers?offer=new");
        await page.WaitForElement("#title").ChangeAsync("Spring");
        await page.Find("#titleAr").ChangeAsync("الربيع");
        await page.Find("#code").ChangeAsync("SPRING");
        foreach (var (field, bad) in new[] { ("person", "2.5"), ("all", "1000000000000000000"), ("person", ""), ("worth", "") })
        {
            await page.Find("#" + field).ChangeAsync(bad);
            await page.Find("form").SubmitAsync();
            page.FindAll($"#{field}-error .field-error").Count.ShouldBe(1, field);
            screen.Address.ShouldBe("/admin/engagement/offers?offer=new");
            await page.Find("#" + field).ChangeAsync("3");
        }
        (await house.Get<Offers>().List(house.Amina)).ShouldBeEmpty();
        // Invisible conditions don't get in the way, either.
        await page.Find("#worth").ChangeAsync("");
        await page.Find("#kind").ChangeAsync(nameof(OfferKind.FreeShipping));
        await page.Find("form").SubmitAsync();
        (await house.Get<Offers>().List(house.Amina))
            .Single()
            .ShouldSatisfyAllConditions(
                o => (o.PerPerson, o.InAll).ShouldBe((3, 3)),
                o => o.Discount.Kind.ShouldBe(OfferKind.FreeShipping)
            );
    }

    [Fact]
    public async Task An_admin_sees_the_five_makes_an_own_one_and_changes_a_bound()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using (var first = Screen.Of(house, house.Amina))
        {
            var five = first.Open<SegmentsPage>("/admin/engagement/segments");
            five.WaitForAssertion(() => five.FindAll(".segment").Count.ShouldBe(5));
            five.Find("[data-row=occasional] .segment-members a").TextContent.ShouldBe("2");
        }
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<SegmentsPage>("/admin/engagement/segments?own=new");
        // Nobody has an order yet; without that bound all are there.
        await page.WaitForElement(".condition input").ChangeAsync("0");
        page.WaitForAssertion(() => page.FindAll(".list-row").Count.ShouldBe(2));
        await page.FindAll(".condition select")[0].ChangeAsync("language");
        await page.FindAll(".condition select")[2].ChangeAsync("ar");
        page.WaitForAssertion(() => page.FindAll(".list-row").Single().TextContent.ShouldContain("Sara"));
        await page.Find("#own-name").ChangeAsync("Arabic readers");
        await page.Find("form").SubmitAsync();
        screen.Address.ShouldBe("/admin/engagement/segments");
        (await house.Get<OwnSegments>().List(house.Amina)).Select(s => (s.Name, s.Members)).ShouldBe([("Arabic readers", 1)]);
        page = screen.Open<SegmentsPage>("/admin/engagement/segments");
        await page.WaitForElement("#vip").ChangeAsync("1000");
        await page.Find("form").SubmitAsync();
        (await house.Get<Segments>().Rules(house.Amina)).VipSpend.ShouldBe(1_000);
    }

    [Fact]
    public async Task The_segment_stands_in_the_list_of_customers_and_in_the_record()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Get<Segments>().Set(house.Karim, house.Sara.CustomerId!.Value, "vip");
        await using var screen = Screen.Of(house, house.Karim);
        var list = screen.Open<CustomersPage>("/desk/customers?segment=vip&columns=segment");
        list.WaitForAssertion(() =>
            list.FindAll("tbody tr")
                .Single()
                .TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Sara"), t => t.ShouldContain("VIP"))
        );
        var id = (await house.Get<CsDashboard.Customers.CustomerLists>().Get(house.Karim, house.Sara.CustomerId!.Value)).PublicId;
        var record = screen.Open<CustomerPage>("/desk/customers/" + id, p => p.Add(c => c.Id, id));
        record.WaitForElement(".segment-badge").TextContent.ShouldContain("by hand");
        await record.FindAll(".record-standing [role=menuitem]").Last().ClickAsync();
        record.WaitForAssertion(() => record.Find(".segment-badge").TextContent.ShouldContain("Occasional"));
    }
}

using Bunit;
using CsDashboard.Customers;
using CsDashboard.Customers.Importing;
using CsDashboard.Customers.Merging;
using CsDashboard.Customers.Trading;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Web.Customers;
using CsDashboard.Web.Portal;
using Microsoft.AspNetCore.Components.Forms;

namespace CsDashboard.Tests.Customers;

/// <summary>The pages of the record as they are drawn.</summary>
public sealed class CustomerPagesTests
{
    private static Task<CustomerDetail> Record(House house) => house.Get<CustomerLists>().Get(house.Karim, house.Sara.CustomerId!.Value);

    private static async Task<IRenderedComponent<CustomerPage>> Open(Screen screen, House house, string query = "")
    {
        var id = (await Record(house)).PublicId;
        var page = screen.Open<CustomerPage>($"/desk/customers/{id}{query}", p => p.Add(c => c.Id, id));
        page.WaitForElement(".figures-line");
        return page;
    }

    [Fact]
    public async Task Customers_stand_in_rows_are_found_and_narrowed_by_the_address()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Change(
                house.Amina,
                house.Sara.CustomerId!.Value,
                new CustomerChange
                {
                    OtherName = "سارة حداد",
                    Type = "VIP",
                    Tags = ["payout"],
                }
            );
        await house.Drain();
        await using var screen = Screen.Of(house, house.Karim);
        string[] Names(IRenderedComponent<CustomersPage> page) => [.. page.FindAll("[data-row-link]").Select(a => a.TextContent)];
        var page = screen.Open<CustomersPage>("/desk/customers");
        page.WaitForAssertion(() => Names(page).ShouldBe(["David", "Sara · سارة حداد"]));
        page.Find("[data-row-link]").GetAttribute("href").ShouldStartWith("/desk/customers/");
        page = screen.Open<CustomersPage>("/desk/customers?q=ساره&type=VIP&tag=payout");
        page.WaitForAssertion(() => Names(page).ShouldBe(["Sara · سارة حداد"]));
        page = screen.Open<CustomersPage>("/desk/customers?q=nobodylikethat");
        page.WaitForElement(".empty");
        page = screen.Open<CustomersPage>("/desk/customers?status=gone");
        page.WaitForElement(".empty a").GetAttribute("href").ShouldBe("/desk/customers");
        // What is typed stands in the address.
        page = screen.Open<CustomersPage>("/desk/customers");
        await page.WaitForElement("input[type=search]").ChangeAsync("dav");
        screen.Address.ShouldBe("/desk/customers?q=dav");
        await using var other = Screen.Of(house, house.Olga);
        var theirs = other.Open<CustomersPage>("/desk/customers");
        theirs.WaitForAssertion(() => Names(theirs).ShouldBe(["Oskar"]));
    }

    [Fact]
    public async Task Somebody_new_is_added_once_and_who_is_like_them_is_shown_before()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Change(house.Karim, house.Sara.CustomerId!.Value, new CustomerChange { Phone = "+966502229911" });
        await house.Drain();
        await using var screen = Screen.Of(house, house.Karim);
        var page = screen.Open<CustomersPage>("/desk/customers");
        await page.WaitForElement("[data-key=c]").ClickAsync();
        await page.WaitForElement("#new-phone").ChangeAsync("0502229911");
        page.WaitForElement("[data-list=like]").TextContent.ShouldContain("Sara");
        page.Find("[data-list=like]").TextContent.ShouldContain("Same phone");
        // Everything wrong is said at its field, and nothing typed is lost.
        await page.Find("#new-email").ChangeAsync("bla..bla@zq.example");
        await page.Find("#new-customer").SubmitAsync();
        page.WaitForAssertion(() => page.Find("#new-name-error").TextContent.ShouldContain("required"));
        page.Find("#new-email-error").TextContent.ShouldContain("Enter a valid e-mail address");
        page.Find("#new-phone").GetAttribute("value").ShouldBe("0502229911");
        await page.Find("#new-name").ChangeAsync("Brand New\u200B Caller");
        await page.Find("#new-email").ChangeAsync("<brand.new@zq.example>;");
        await page.Find("#new-phone").ChangeAsync("0501112233");
        await page.Find("#new-company").ChangeAsync("Callers Ltd");
        await page.Find("#new-language").ChangeAsync("ar");
        page.FindAll("[data-list=like]").ShouldBeEmpty();
        var form = page.FindComponent<EditForm>().Instance;
        await page.InvokeAsync(() =>
            Task.WhenAll(form.OnSubmit.InvokeAsync(form.EditContext!), form.OnSubmit.InvokeAsync(form.EditContext!))
        );
        var added = (await house.Get<CustomerLists>().List(house.Karim, new CustomerFilter())).Items.Single(c =>
            c.Name == "Brand New Caller"
        );
        page.WaitForAssertion(() => screen.Address.ShouldBe("/desk/customers/" + added.PublicId));
        var kept = await house.Get<CustomerLists>().Get(house.Karim, added.Id);
        (kept.Email, kept.Facts.Phone, kept.Facts.Company, kept.Facts.Language).ShouldBe(
            ("brand.new@zq.example", "+966501112233", "Callers Ltd", "ar")
        );
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(CustomerAdded) && e.SubjectId == added.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Only_staff_look_for_those_who_are_like_somebody_new_and_only_in_their_company()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var (duplicates, sara) = (house.Get<Duplicates>(), new NewCustomer { Name = "Sara Haddad", Email = "sara+shop@example.com" });
        (await duplicates.Like(house.Karim, sara)).ShouldHaveSingleItem().Why.ShouldBe([Duplicates.Email]);
        (await duplicates.Like(house.Olga, sara)).ShouldBeEmpty();
        (
            await duplicates.Like(
                house.Karim,
                new NewCustomer
                {
                    Name = "a\0b",
                    Email = "no",
                    Phone = "call me",
                }
            )
        ).ShouldBeEmpty();
        (await duplicates.Like(house.Karim, new NewCustomer())).ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => duplicates.Like(house.Sara, sara))).Kind.ShouldBe(RefusalKind.Forbidden);
        (
            await Should.ThrowAsync<Refusal>(() =>
                house
                    .Get<CsDashboard.Customers.CustomerRecords>()
                    .Add(house.Sara, new NewCustomer { Name = "Me", Email = "me@example.com" })
            )
        ).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task A_fact_is_edited_where_it_stands_and_taken_back()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Karim);
        var page = await Open(screen, house, "?tab=profile");
        await page.FindAll(".record-fact").First(b => b.TextContent.Contains("Company", StringComparison.Ordinal)).ClickAsync();
        await page.Find(".record-edit input").ChangeAsync("Haddad & Co");
        await page.Find(".record-edit").SubmitAsync();
        (await Record(house)).Facts.Company.ShouldBe("Haddad & Co");
        page.WaitForAssertion(() => page.Markup.ShouldContain("Haddad &amp; Co"));
        var toast = screen
            .Services.GetService(typeof(CsDashboard.Web.Kit.Toasts))
            .ShouldBeOfType<CsDashboard.Web.Kit.Toasts>()
            .Shown.ShouldNotBeNull();
        await page.InvokeAsync(toast.Undo!);
        (await Record(house)).Facts.Company.ShouldBeNull();
        // An agent is not offered what an admin decides.
        page.FindAll(".menu-danger").ShouldBeEmpty();
        await using var admins = Screen.Of(house, house.Amina);
        (await Open(admins, house)).FindAll(".menu-danger").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Staff_see_how_the_customer_is_told_and_why_something_was_held_back_and_change_nothing()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var sara = house.Sara.CustomerId!.Value;
        await house.Get<CsDashboard.Customers.CustomerRecords>().Change(house.Amina, sara, new CustomerChange { TimeZone = "Asia/Riyadh" });
        await using var screen = Screen.Of(house, house.Karim);
        var page = await Open(screen, house, "?tab=messages");
        page.WaitForAssertion(() => page.Find("#notices").TextContent.ShouldContain("Nothing sent yet"));
        page.Find("#notices").TextContent.ShouldContain("Can’t be sent: no phone number");

        await house
            .Get<Preferences>()
            .Change(
                house.Sara,
                new PreferenceChange
                {
                    Channels = [(Channel.Sms, false)],
                    Topics = new Dictionary<NoticeTopic, bool> { [NoticeTopic.Orders] = false },
                    Frequency = "daily",
                    QuietFrom = "21:30",
                    QuietUntil = "07:00",
                }
            );
        await house
            .Get<Deliveries>()
            .Tell(
                house.Lena,
                sara,
                new Announcement
                {
                    Type = "order",
                    Title = "It is on its way",
                    Message = "Tomorrow.",
                }
            );
        page.WaitForAssertion(() => page.FindAll("#notices .sent-row").Count.ShouldBe(2));
        // Tickets, orders, points, offers, signals, news; by mail, text message, bell. The newsletter is asked for, not given.
        page.FindAll("#notices tbody tr")
            .Select(row => string.Concat(row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim() == "On" ? "x" : "-")))
            .ShouldBe(["x-x", "---", "x-x", "x-x", "x-x", "--x"]);
        page.Find("#notices dl")
            .TextContent.ShouldSatisfyAllConditions(
                t => t.ShouldContain("Arabic"),
                t => t.ShouldContain("Once a day, at 08:00"),
                t => t.ShouldContain("21:30 to 07:00"),
                t => t.ShouldContain("Asia/Riyadh")
            );
        page.FindAll("#notices .sent-row")
            .ShouldAllBe(row =>
                row.TextContent.Contains("This topic is switched off for this channel") && row.TextContent.Contains("Held back")
            );
        page.FindAll("#notices :is(input, select, .sent-row a)").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_follows_what_happens_and_shows_orders_notes_and_the_timeline()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Karim);
        var page = await Open(screen, house, "?show=orders");
        await house.Get<CustomerNotes>().Add(house.Lena, house.Sara.CustomerId!.Value, new NewCustomerNote { Text = "Likes mornings." });
        await house
            .Get<Orders>()
            .Record(
                house.Product,
                house.Sara.CustomerId!.Value,
                new OrderInput
                {
                    Number = "ORD-77",
                    Status = "shipped",
                    Lines = [new() { Name = "Challenge 10K", UnitPrice = 99 }],
                }
            );
        page.WaitForAssertion(() =>
        {
            page.Find(".record-notes").TextContent.ShouldContain("Likes mornings.");
            page.Find(".figures-line").TextContent.ShouldContain("99 USD");
            page.Find(".timeline").TextContent.ShouldContain("ORD-77");
        });
        page = await Open(screen, house, "?tab=orders");
        page.WaitForAssertion(() => page.Find("#orders table.table").TextContent.ShouldContain("ORD-77"));
        // Another company's customer is NotFound, and so is a malformed id.
        await using var strangers = Screen.Of(house, house.Olga);
        var id = (await Record(house)).PublicId;
        strangers.Open<CustomerPage>("/desk/customers/" + id, p => p.Add(c => c.Id, id));
        await strangers.NotFound.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_summary_names_each_class_and_a_tab_reads_what_it_shows_and_no_more()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house
            .Get<CsDashboard.Desk.Ticketing.Tickets>()
            .Open(house.Sara, new() { Title = "Where is my parcel?", Description = "Two weeks." });
        await house.Drain();
        await using var screen = Screen.Of(house, house.Amina);
        (string Tab, string Part)[] tabs =
        [
            ("", "#timeline"),
            ("?tab=tickets", "#tickets"),
            ("?tab=orders", "#orders"),
            ("?tab=points", "#points"),
            ("?tab=messages", "#notices"),
            ("?tab=files", "#files"),
            ("?tab=nosuchthing", "#timeline"),
        ];
        foreach (var (tab, part) in tabs)
        {
            var page = await Open(screen, house, tab);
            page.WaitForElement(part);
            foreach (var other in tabs.Select(t => t.Part).Where(other => other != part))
                page.FindAll(other).ShouldBeEmpty($"{tab} shows {other}");
            page.FindAll(".record-standing dt")
                .Select(dt => dt.TextContent)
                .ShouldBe(["E-mail", "Status", "Type", "Membership", "Segment", "Loyalty tier", "Customer no."], tab);
            page.FindAll("nav.tabs a").Count(a => a.TextContent.Trim() == "Privacy").ShouldBe(1);
        }
        var tickets = await Open(screen, house, "?tab=tickets");
        tickets.WaitForAssertion(() => tickets.Find("#tickets [data-row-link]").TextContent.ShouldBe("Where is my parcel?"));
        // No long identifier stands on any of them; it is copied.
        var record = await Record(house);
        tickets.Find("[data-copy]").GetAttribute("data-copy").ShouldBe(record.UniqueId);
        tickets.Find("main, .record-side").TextContent.ShouldNotContain(record.PublicId);
    }

    [Theory, InlineData("en"), InlineData("ar")]
    public void No_two_classes_of_customers_share_a_word(string language)
    {
        using var _ = new SpokenIn(language);
        var classes = new Dictionary<string, IEnumerable<string>>
        {
            ["status"] = Enum.GetValues<CustomerStatus>().Select(CustomerLook.Of),
            ["type"] = Enum.GetValues<CustomerType>().Select(CustomerLook.Of),
            ["membership"] = Tiers.All.Select(Tiers.NameOf),
            ["segment"] = SegmentNames.All.Select(Segments.NameOf),
            ["tier"] = Enum.GetValues<LoyaltyTier>().Select(TierTerms.NameOf),
        };
        classes
            .SelectMany(of => of.Value.Select(word => (of.Key, word)))
            .GroupBy(of => of.word)
            .Where(same => same.Count() > 1)
            .ShouldBeEmpty();
    }

    [Theory, InlineData("en"), InlineData("ar")]
    public void What_an_event_kept_is_said_in_words(string language)
    {
        using var _ = new SpokenIn(language);
        (string Subject, string Name, IReadOnlyList<string> Words)[] kept =
        [
            ("ticket", "status", Word.All<TicketStatus>()),
            ("ticket", "priority", Word.All<TicketPriority>()),
            ("ticket", "category", Word.All<TicketCategory>()),
            ("ticket", "type", Word.All<TicketType>()),
            ("customer", "status", Word.All<CustomerStatus>()),
            ("customer", "type", Word.All<CustomerType>()),
            ("customer", "membershipTier", Tiers.All),
            ("points", "tier", Word.All<LoyaltyTier>()),
        ];
        foreach (var (subject, name, words) in kept)
        foreach (var word in words)
            CustomerLook
                .Said(subject, name, word)
                .ShouldSatisfyAllConditions(
                    said => said.ShouldNotContain("_"),
                    said => (language == "ar" && said == word).ShouldBeFalse(),
                    said => char.IsAsciiLetterLower(said[0]).ShouldBeFalse()
                );
        CustomerLook
            .Differences(
                "ticket",
                """{"status":"open","assigneeId":null}""",
                $$"""{"status":"in_progress","assigneeId":"{{Guid.NewGuid()}}"}"""
            )
            .Select(d => d.Name)
            .ShouldBe(["status"]);
        CustomerLook.Question("goal").ShouldNotBe("goal");
    }

    [Fact]
    public async Task Customers_answer_for_themselves_and_slide_their_limits()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Sara);
        var page = screen.Open<MyProfilePage>("/portal/profile");
        await page.WaitForElement("#tolerance").ChangeAsync("VeryHigh");
        await page.Find("#account-size").ChangeAsync("50000");
        await page.Find("#pairs").ChangeAsync("btc/usd, EUR/USD");
        await page.FindAll("form")[0].SubmitAsync();
        var said = (await Record(house)).Questionnaire.ShouldNotBeNull();
        (said.Tolerance, said.Experience, said.By).ShouldBe((RiskTolerance.VeryHigh, TradingExperience.Beginner, "Sara"));
        page.WaitForAssertion(() => page.FindAll(".notice").Count.ShouldBe(1, "Tolerance without experience is flagged."));
        await page.WaitForElement("#limit-maxRiskPerTrade").InputAsync("1.5");
        page.Find("#limit-maxRiskPerTrade-text").TextContent.ShouldContain("750 USD");
        await page.FindAll("form")[1].SubmitAsync();
        (await Record(house)).Plan.ShouldSatisfyAllConditions(
            p => p.Limits.PlanName.ShouldBe("Custom"),
            p => p.Limits.MaxRiskPerTrade.ShouldBe(1.5m),
            p => p.IsSuggested.ShouldBeFalse()
        );
    }
}

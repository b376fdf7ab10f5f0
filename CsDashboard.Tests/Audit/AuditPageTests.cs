using AngleSharp.Dom;
using Bunit;
using CsDashboard.Audit;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Audit;

namespace CsDashboard.Tests.Audit;

public sealed class AuditPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static async Task<House> Lived()
    {
        var house = await House.On(DatabaseKind.Sqlite);
        var ticket = await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "My payout", Description = "Late." });
        house.Clock.AdvanceMinutes(1);
        await house.Get<Tickets>().Change(house.Karim, ticket.Id, new TicketChange { Priority = "high" });
        await house.Get<Seal>().SealAll();
        return house;
    }

    [Fact]
    public async Task The_address_says_which_part_of_the_history_is_shown()
    {
        await using var house = await Lived();
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<CsDashboard.Web.Audit.AuditPage>($"/admin/audit?person={house.Karim.UserId}&table=ticket&action=UPDATE");
        await page.WaitForStateAsync(() => page.FindAll(".audit-row").Count > 0, Patience);
        page.FindAll(".audit-row").ShouldHaveSingleItem().TextContent.ShouldContain("Karim");
        page.Find(".list-pick input").GetAttribute("value").ShouldBe("Karim");
        page.Find("a[href*='export?'][href*='format=csv']")
            .GetAttribute("href")!
            .ShouldContain($"person={house.Karim.UserId}&table=ticket&action=UPDATE");
    }

    [Fact]
    public async Task An_opened_entry_says_what_was_removed_and_added_and_leads_on()
    {
        await using var house = await Lived();
        var row = (await house.Get<AuditTrail>().List(house.Amina, new AuditFilter { Action = "UPDATE" })).Items[0];
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<CsDashboard.Web.Audit.AuditPage>($"/admin/audit?entry={row.Id}");
        await page.WaitForStateAsync(() => page.FindAll(".audit-entry").Count > 0, Patience);
        page.Find(".diff-removed").TextContent.ShouldBe("Removedpriority: medium");
        page.Find(".diff-added").TextContent.ShouldBe("Addedpriority: high");
        page.Find($"#e{row.Id} a").GetAttribute("aria-expanded").ShouldBe("true");
        page.FindAll(".audit-entry a")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe([$"/admin/audit?person={house.Karim.UserId}", $"/admin/audit?table=ticket&row={row.SubjectId}"]);
    }

    [Fact]
    public async Task An_address_that_cannot_be_read_and_a_search_without_result_say_so()
    {
        await using var house = await Lived();
        foreach (
            var (address, title) in new[]
            {
                ("/admin/audit?person=x", "This address doesn’t work"),
                ("/admin/audit?from=2026-99-99", "This address doesn’t work"),
                ("/admin/audit?q=zirconium", "No matches"),
            }
        )
        {
            await using var screen = Screen.Of(house, house.Amina);
            var page = screen.Open<CsDashboard.Web.Audit.AuditPage>(address);
            await page.WaitForStateAsync(() => page.FindAll(".empty-title").Count > 0, Patience);
            page.Find(".empty-title").TextContent.ShouldBe(title);
        }
    }

    [Theory]
    [InlineData("en", "Amina locked the vault")]
    [InlineData("ar", "\u2068Amina\u2069 أقفل الخزنة")]
    public async Task Every_sentence_has_a_subject_and_names_the_customer_it_is_about(string language, string sentence)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Store.Write(
            house.Amina,
            db =>
            {
                db.Record(new CsDashboard.Vault.VaultClosed(house.Nour));
                db.Record(new CsDashboard.Engagement.Segments.SegmentLeft(house.Sara.CustomerId!.Value, "VIP"));
                return Task.CompletedTask;
            }
        );
        var reader = house.Amina with { Language = language };
        (await house.Get<AuditTrail>().List(reader, new AuditFilter { Table = "vault" }))
            .Items.ShouldHaveSingleItem()
            .Sentence.ShouldBe(sentence);
        if (language != "en")
            return;
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<CsDashboard.Web.Audit.AuditPage>("/admin/audit");
        await page.WaitForStateAsync(() => page.FindAll(".audit-row").Count > 0, Patience);
        page.FindAll(".audit-row a[href^='/desk/customers/']").Select(a => a.TextContent).ShouldContain("Sara");
    }

    [Fact]
    public async Task The_button_verifies_and_names_the_entry_that_was_changed()
    {
        await using var house = await Lived();
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<CsDashboard.Web.Audit.AuditPage>("/admin/audit");
        await page.WaitForStateAsync(() => page.FindAll(".audit-verify .btn").Count > 0, Patience);
        await page.Find(".audit-verify .btn").ClickAsync(new());
        await page.WaitForStateAsync(() => page.Find(".audit-verify").TextContent.Contains("Intact", StringComparison.Ordinal), Patience);

        var id = await house.Database.Ask("SELECT min(Id) FROM Events WHERE Kind = 'TicketOpened'");
        await house.Database.DropGuards();
        await house.Database.Ask($"UPDATE Events SET ActorName = 'Mallory' WHERE Id = {id}");
        await page.Find(".audit-verify .btn").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll(".audit-findings li").Count > 0, Patience);
        page.Find(".audit-verify").TextContent.ShouldContain("Not intact");
        page.Find(".audit-findings a").GetAttribute("href").ShouldBe($"/admin/audit?entry={id}#e{id}");
    }

    [Theory]
    [InlineData("2026-03-29", "2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("2026-11-20", "2026-11-21", "Asia/Riyadh", "2026-11-19T21:00:00Z", "2026-11-21T21:00:00Z")]
    [InlineData("2026-11-20", "2026-11-20", "Nowhere", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z")]
    public void Days_are_whole_days_of_the_readers_zone(string from, string to, string zone, string begins, string ends)
    {
        var filter = new AuditAddress { From = from, To = to }.Filter(zone);
        (filter.From, filter.To).ShouldBe(
            (
                DateTimeOffset.Parse(begins, System.Globalization.CultureInfo.InvariantCulture),
                DateTimeOffset.Parse(ends, System.Globalization.CultureInfo.InvariantCulture)
            )
        );
    }
}

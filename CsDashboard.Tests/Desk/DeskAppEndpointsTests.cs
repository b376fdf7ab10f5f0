using System.Net;
using System.Text.Json;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Desk;

/// <summary>/app: the small calls of our own pages, with the cookie and from our own pages only.</summary>
public sealed class DeskAppEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_draft_is_kept_for_its_writer_alone_until_it_is_dropped()
    {
        var sara = await app.Browser(app.Sara);
        const string box = "app/drafts/ticket%3Anew";
        using (var none = await sara.GetAsync(box))
            await none.ShouldBeProblem(404);
        using (var kept = await sara.Put(box, new { text = "Half a sentence", extra = (string?)null }))
            await kept.ShouldBe(HttpStatusCode.NoContent);
        (await sara.Get(box)).Text("text").ShouldBe("Half a sentence");
        using (var other = await (await app.Browser(app.David)).GetAsync(box))
            await other.ShouldBeProblem(404);
        using (var dropped = await sara.Delete(box))
            await dropped.ShouldBe(HttpStatusCode.NoContent);
        using (var again = await sara.Delete(box))
            await again.ShouldBe(HttpStatusCode.NoContent);
        using (var gone = await sara.GetAsync(box))
            await gone.ShouldBeProblem(404);
    }

    [Theory]
    [InlineData("app/drafts/%00", "{\"text\":\"x\"}")]
    [InlineData("app/drafts/a%20b", "{\"text\":\"x\"}")]
    [InlineData("app/drafts/ticket", "{\"text\":\"x\"}")]
    [InlineData("app/drafts/ticket%3Anew%3Afiles%3Afiles", "{\"text\":\"x\"}")]
    [InlineData("app/drafts/ticket%3Anew", "{\"text\":5}")]
    [InlineData("app/drafts/ticket%3Anew", "{")]
    [InlineData("app/drafts/ticket%3Anew", "null")]
    public async Task A_bad_draft_is_refused(string path, string body)
    {
        using var response = await (await app.Browser(app.Sara)).Put(path, body);
        ((int)response.StatusCode).ShouldBe(400, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_draft_of_200_kilobytes_is_refused()
    {
        using var response = await (await app.Browser(app.Sara)).Put("app/drafts/ticket%3Anew", new { text = new string('x', 200_000) });
        await response.ShouldBeProblem(400, field: "text");
    }

    [Fact]
    public async Task Twenty_saves_of_one_draft_at_once_leave_one()
    {
        var sara = await app.Browser(app.Sara);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => sara.Put("app/drafts/chat%3Anew", new { text = "Text " + i }))
        );
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.NoContent);
        (await sara.Get("app/drafts/chat%3Anew")).Text("text").ShouldStartWith("Text ");
    }

    [Theory]
    [InlineData("ticket:OTHER:reply")]
    [InlineData("ticket:none:reply")]
    [InlineData("ticket:new")]
    [InlineData("call")]
    public async Task Typing_is_shown_at_own_tickets_only(string key)
    {
        var other = (await app.Opened(app.David)).Text("id");
        using var response = await (await app.Browser(app.Sara)).Post(
            "app/typing/" + Uri.EscapeDataString(key.Replace("OTHER", other, StringComparison.Ordinal))
        );
        await response.ShouldBeProblem(404);
        app.Get<CsDashboard.Desk.Conversation.Presence>().Others(app.Karim, Guid.Parse(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_waits_for_its_message_and_only_its_sender_sees_it()
    {
        var sara = await app.Browser(app.Sara);
        using var uploaded = await sara.PostAsync("app/files", DeskApp.Form("a.png", DeskApp.Png, "image/png"));
        await uploaded.ShouldBe(HttpStatusCode.Created);
        var file = await uploaded.Json();
        (file.Text("originalName"), file.Text("contentType"), file.Text("url")).ShouldBe(
            ("a.png", "image/png", "/api/files/" + file.Text("id"))
        );
        file.GetProperty("size").GetInt64().ShouldBe(DeskApp.Png.Length);
        foreach (var other in new[] { app.Karim, app.David })
        {
            using var hidden = await app.Client(other).GetAsync(file.Text("url"));
            await hidden.ShouldBeProblem(404);
        }
        // The cookie opens it as well: pictures of a page are asked for with it.
        using var own = await sara.GetAsync(file.Text("url"));
        await own.ShouldBe(HttpStatusCode.OK);
        using var opened = await app.Client(app.Sara)
            .Post(
                "api/customers/me/tickets",
                new
                {
                    title = "With a picture",
                    description = "See",
                    attachmentIds = new[] { file.Text("id") },
                }
            );
        await opened.ShouldBe(HttpStatusCode.Created);
        using var seen = await app.Client(app.Karim).GetAsync(file.Text("url"));
        await seen.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_files_of_a_box_are_given_again_to_who_uploaded_them_until_they_are_sent()
    {
        var sara = await app.Browser(app.Sara);
        using var uploaded = await sara.PostAsync("app/files", DeskApp.Form("kept.png", DeskApp.Png, "image/png"));
        var file = await uploaded.Json();
        const string box = "ticket:new:files";
        var david = await app.Browser(app.David);
        foreach (var person in new[] { sara, david })
        {
            using var noted = await person.Put(
                "app/drafts/" + Uri.EscapeDataString(box),
                new { text = $"{file.Text("id")} none {Guid.NewGuid()}" }
            );
            await noted.ShouldBe(HttpStatusCode.NoContent);
        }
        (await sara.Get("app/files?box=" + box)).EnumerateArray().Single().Text("originalName").ShouldBe("kept.png");
        (await david.Get("app/files?box=" + box)).GetArrayLength().ShouldBe(0, "Whoever names another's file is shown nothing of it.");
        await app.Get<CsDashboard.Desk.Ticketing.Tickets>()
            .Open(
                app.Sara,
                new CsDashboard.Desk.Ticketing.NewTicket
                {
                    Title = "With a picture",
                    Description = "See",
                    AttachmentIds = [file.Text("id")],
                    Boxes = [CsDashboard.Desk.Conversation.BoxKey.NewTicket],
                }
            );
        (await sara.Get("app/files?box=" + box)).GetArrayLength().ShouldBe(0);
        using (var gone = await sara.GetAsync("app/drafts/" + Uri.EscapeDataString(box)))
            await gone.ShouldBeProblem(404);
        using (var bad = await sara.GetAsync("app/files"))
            await bad.ShouldBeProblem(400, field: "key");
    }

    [Fact]
    public async Task A_file_is_not_put_into_anothers_ticket()
    {
        var his = (await app.Opened(app.David)).Text("id");
        var before = app.StoredFiles.Count;
        using var response = await (await app.Browser(app.Sara)).PostAsync(
            "app/files?ticketId=" + his,
            DeskApp.Form("a.png", DeskApp.Png, "image/png")
        );
        await response.ShouldBeProblem(404);
        app.StoredFiles.Count.ShouldBe(before);
    }

    [Fact]
    public async Task The_palette_finds_own_tickets_and_help_for_a_customer_and_more_for_staff()
    {
        var ticket = await app.Opened(app.Sara, "Narwhal transfer", "Number of the horn");
        await app.Get<CsDashboard.Knowledge.Articles>()
            .Save(
                app.Amina,
                null,
                new()
                {
                    Slug = "narwhals",
                    Category = "transfers",
                    Title = "Narwhal transfers",
                    Body = "How they work.",
                }
            );
        await app.Drain();
        var hers = await (await app.Browser(app.Sara)).Get("app/search?q=narwhal");
        hers.Texts("href").ShouldBe(["/portal/tickets/" + ticket.Text("id"), "/help/narwhals"]);
        hers.Texts("kind").ShouldAllBe(kind => kind.Length > 0);
        (await (await app.Browser(app.David)).Get("app/search?q=narwhal")).Texts("href").ShouldBe(["/help/narwhals"]);
        (await (await app.Browser(app.Karim)).Get("app/search?q=narwhal"))
            .Texts("href")
            .ShouldBe(["/desk/tickets/" + ticket.Text("id"), "/help/narwhals"]);
        // By the customer's name, and the customer; the newest of the tickets goes first.
        var named = (await (await app.Browser(app.Karim)).Get("app/search?q=sara")).Texts("href").ToList();
        (named[0], named[^1]).ShouldBe(
            (
                "/desk/tickets/" + ticket.Text("id"),
                "/desk/customers/" + (await app.Get<CsDashboard.Customers.CustomerRecords>().Me(app.Sara)).PublicId
            )
        );
        (await (await app.Browser(app.Olga)).Get("app/search?q=narwhal")).GetArrayLength().ShouldBe(0);
        (await (await app.Browser(app.Karim)).Get("app/search?q=n")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("GET", "app/drafts/chat%3Anew")]
    [InlineData("PUT", "app/drafts/chat%3Anew")]
    [InlineData("DELETE", "app/drafts/chat%3Anew")]
    [InlineData("POST", "app/typing/x")]
    [InlineData("POST", "app/files")]
    [InlineData("GET", "app/search?q=xx")]
    public async Task They_are_for_a_browser_that_is_signed_in_and_on_our_own_pages(string method, string path)
    {
        async Task<int> Status(HttpClient client)
        {
            using var response = await client.SendJson(new HttpMethod(method), path, method is "PUT" or "POST" ? new { text = "x" } : null);
            return (int)response.StatusCode;
        }
        (await Status(app.Anonymous)).ShouldBe(401);
        (await Status(app.Client(app.Sara))).ShouldBe(403);
        (await Status(app.Service)).ShouldBe(403);
        var foreign = await app.Browser(app.Sara, ownPages: false);
        foreign.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        if (method != "GET")
            (await Status(foreign)).ShouldBe(403);
        var silent = await app.Browser(app.Sara, ownPages: false);
        if (method != "GET")
            (await Status(silent)).ShouldBe(403);
    }
}

using System.Net;
using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Desk;

/// <summary>
/// A note is for staff alone and never reaches a customer, by whatever way; in the original portal it did (docs/contract.md, defects).
/// </summary>
public sealed class NotesStayInsideTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Secret = "zebrafish";

    [Fact]
    public async Task A_note_reaches_no_customer_by_any_way()
    {
        var sara = app.Client(app.Sara);
        await using var stream = await PortalStream.Open(sara);
        var ticket = await app.Opened(app.Sara, "Where is my payout");
        var id = ticket.Text("id");
        (await stream.Next()).Type.ShouldBe("ticket_created");
        string file;
        using (var form = DeskApp.Form(Secret + ".txt", "zebrafish inside"u8.ToArray(), "text/plain"))
        {
            var karim = await app.Browser(app.Karim);
            using var uploaded = await karim.PostAsync("app/files?ticketId=" + id, form);
            await uploaded.ShouldBe(HttpStatusCode.Created);
            file = (await uploaded.Json()).Text("id");
        }
        (await sara.Get("api/customers/me/tickets/" + id))
            .GetProperty("attachments")
            .GetArrayLength()
            .ShouldBe(0, "It may yet become the file of a note.");
        var note = await app.Said(app.Karim, id, $"Suspected {Secret} case, @Lena please look", "internal_note", file);
        await app.Said(app.Karim, id, "We are looking into it.");
        await app.Drain();

        // By the detail, the list, its search, files, by their id and the note's own.
        var detail = await sara.Get("api/customers/me/tickets/" + id);
        detail.GetRawText().ShouldNotContain(Secret);
        detail.GetProperty("messages").GetArrayLength().ShouldBe(2);
        detail.GetProperty("attachments").GetArrayLength().ShouldBe(0);
        var row = (await sara.Get("api/customers/me/tickets"))[0];
        row.GetRawText().ShouldNotContain(Secret);
        row.GetProperty("messageCount").GetInt32().ShouldBe(2);
        (await sara.Get("api/customers/me/tickets?search=" + Secret)).GetArrayLength().ShouldBe(0);
        foreach (var path in new[] { "api/files/" + file, "api/files/" + note.Text("id"), "api/customers/me/tickets/" + note.Text("id") })
        {
            using var response = await sara.GetAsync(path);
            await response.ShouldBeProblem(404);
        }
        // By cursors before and after it.
        foreach (var cursor in new[] { app.Sara.Now.AddYears(1), app.Sara.Now.AddYears(-1) })
            (await sara.Get($"api/customers/me/tickets/{id}?before={new Cursor(cursor, Guid.Empty)}"))
                .GetRawText()
                .ShouldNotContain(Secret);
        // By the key of the note, which returns nothing of it.
        using (
            var guess = await sara.Post($"api/customers/me/tickets/{id}/messages", new { body = "Hello", attachmentIds = new[] { file } })
        )
            await guess.ShouldBeProblem(400, field: "attachmentIds");
        // By search, help and notifications.
        var browser = await app.Browser(app.Sara);
        (await browser.Get("app/search?q=" + Secret)).GetArrayLength().ShouldBe(0);
        (await sara.Get("api/customers/me/kb?q=" + Secret)).GetProperty("articles").GetArrayLength().ShouldBe(0);
        (await sara.Get("api/customers/me/notifications")).GetRawText().ShouldNotContain(Secret);
        // By the stream: what comes next is the answer.
        var next = await stream.Next();
        (next.Type, next.Data.Text("messageId")).ShouldNotBe(("new_message", note.Text("id")));
        next.Type.ShouldBe("new_message");
        // By mail or notice to anybody: its words leave by no channel at all, not even to colleagues.
        await using (var db = app.Store.Open(app.Product))
            (await db.Set<Notification>().Where(n => n.Content.Contains(Secret) || n.Title.Contains(Secret)).CountAsync()).ShouldBe(0);
        // Staff do see it.
        (await app.Client(app.Lena).Get("api/tickets/" + id))
            .GetRawText()
            .ShouldContain(Secret);
        (await app.Client(app.Lena).Get("api/search?q=" + Secret))[0].Text("id").ShouldBe(id);
        using var theirs = await app.Client(app.Lena).GetAsync("api/files/" + file);
        await theirs.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_key_of_a_note_does_not_open_it_to_the_customer()
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        const string key = "the-same-key";
        using (
            var noted = await app.Client(app.Karim)
                .Post(
                    "api/messages",
                    new
                    {
                        ticketId = id,
                        content = "Only " + Secret,
                        type = "internal_note",
                        key,
                    }
                )
        )
            await noted.ShouldBe(HttpStatusCode.Created);
        using var said = await app.Client(app.Sara).Post($"api/customers/me/tickets/{id}/messages", new { body = "Mine", key });
        (await said.Content.ReadAsStringAsync()).ShouldNotContain(Secret);
        await said.ShouldBe(HttpStatusCode.Created, "somebody else's key is not hers: her message must not be lost");
        (await app.Client(app.Sara).Get("api/customers/me/tickets/" + id)).GetProperty("messages").Texts("body").ShouldContain("Mine");
    }

    [Fact]
    public async Task Nobody_is_seen_to_type_a_note()
    {
        var id = Guid.Parse((await app.Opened(app.Sara)).Text("id"));
        var karim = await app.Browser(app.Karim);
        using (var noting = await karim.Post($"app/typing/{Uri.EscapeDataString($"ticket:{id}:note")}"))
            await noting.ShouldBe(HttpStatusCode.NoContent);
        app.Get<CsDashboard.Desk.Conversation.Presence>().Others(app.Sara, id).ShouldBeEmpty();
        using (var answering = await karim.Post($"app/typing/{Uri.EscapeDataString($"ticket:{id}:reply")}"))
            await answering.ShouldBe(HttpStatusCode.NoContent);
        app.Get<CsDashboard.Desk.Conversation.Presence>().Others(app.Sara, id).ShouldHaveSingleItem().Name.ShouldBe("Karim");
    }
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;

namespace CsDashboard.Tests.Desk;

/// <summary>Support tickets, chat and frequent questions as membership calls them (contract: membership, Chat and FAQ).</summary>
public sealed class SupportEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Support = "api/customer-id/support",
        Chat = "api/customer-id/support-chat";

    private HttpClient Sara => app.Client(app.Sara);

    private static string Id(Actor customer) => customer.CustomerId!.Value.ToString();

    private static async Task<JsonElement> Data(Task<HttpResponseMessage> call)
    {
        using var response = await call;
        await response.ShouldBe(HttpStatusCode.OK);
        var body = await response.Json();
        body.GetProperty("success").GetBoolean().ShouldBeTrue();
        return body.GetProperty("data");
    }

    private Task<JsonElement> Opened(Actor customer, string category = "account") =>
        Data(
            app.Client(customer)
                .Post(
                    $"{Support}/{Id(customer)}/ticket",
                    new
                    {
                        subject = "Cannot sign in",
                        description = "Since Monday.",
                        category,
                        priority = "high",
                    }
                )
        );

    [Fact]
    public async Task A_support_ticket_is_a_ticket_under_its_number_with_comments_and_words_of_002()
    {
        var ticket = await Opened(app.Sara);
        // contract: membership, Tickets: id TKT-YYYY-<8 hex upper>; status open at first.
        var number = ticket.Text("ticketId");
        Regex.IsMatch(number, "^TKT-\\d{4}-[0-9A-F]{8}$").ShouldBeTrue(number);
        (
            ticket.Text("id"),
            ticket.Text("title"),
            ticket.Text("subject"),
            ticket.Text("category"),
            ticket.Text("priority"),
            ticket.Text("status")
        ).ShouldBe((number, "Cannot sign in", "Cannot sign in", "account", "high", "open"));

        using (var moved = await app.Client(app.Karim).Put($"{Support}/ticket/{number}/status", new { status = "in-progress" }))
            await moved.ShouldBe(HttpStatusCode.OK);
        (await Data(Sara.Post($"{Support}/ticket/{number}/comment", new { comment = "Still so." }))).ShouldSatisfyAllConditions(
            c => c.Text("text").ShouldBe("Still so."),
            c => c.Text("commentId").ShouldBe(c.Text("id"))
        );
        await Data(app.Client(app.Karim).Post($"{Support}/ticket/{number}/comment", new { comment = "We look." }));
        await app.Get<CsDashboard.Desk.Ticketing.Tickets>()
            .Remark(
                app.Karim,
                await app.Get<CsDashboard.Desk.Ticketing.TicketLists>().Numbered(app.Karim, number),
                new() { Body = "Secret" }
            );
        foreach (var reader in new[] { Sara, app.Client(app.Karim), app.Service })
        {
            var read = (await reader.Get($"{Support}/ticket/{number.ToLowerInvariant()}")).GetProperty("data");
            (read.Text("status"), read.Text("description"), read.Text("category")).ShouldBe(("in-progress", "Since Monday.", "account"));
            read.GetProperty("comments")
                .EnumerateArray()
                .Select(c => (c.Text("text"), c.Text("author")))
                .ShouldBe([("Still so.", "Sara"), ("We look.", "Karim")]);
        }
        var list = (await Sara.Get($"{Support}/{Id(app.Sara)}/tickets")).GetProperty("data");
        list.EnumerateArray().First(t => t.Text("ticketId") == number).Text("status").ShouldBe("in-progress");
    }

    [Theory]
    [InlineData("{\"description\":\"x\",\"category\":\"account\"}", "subject")]
    [InlineData("{\"subject\":\"x\",\"category\":\"account\"}", "description")]
    [InlineData("{\"subject\":\"x\",\"description\":\"y\"}", "category")]
    [InlineData("{\"subject\":\"x\",\"description\":\"y\",\"category\":\"weather\"}", "category")]
    [InlineData("{\"subject\":\"x\",\"description\":\"y\",\"category\":\"account\",\"priority\":\"now\"}", "priority")]
    public async Task A_bad_ticket_is_refused_and_nothing_is_stored(string body, string field)
    {
        var before = await app.Rows("Tickets");
        using var response = await Sara.Post($"{Support}/{Id(app.Sara)}/ticket", body);
        await response.ShouldBeProblem(400, field: field);
        (await app.Rows("Tickets")).ShouldBe(before);
    }

    [Fact]
    public async Task A_ticket_is_moved_by_staff_alone_and_only_to_the_four_words()
    {
        var number = (await Opened(app.Sara)).Text("ticketId");
        using (var own = await Sara.Put($"{Support}/ticket/{number}/status", new { status = "closed" }))
            await own.ShouldBeProblem(403);
        using (var other = await app.Client(app.Olga).Put($"{Support}/ticket/{number}/status", new { status = "closed" }))
            await other.ShouldBeProblem(404);
        foreach (var word in new[] { "pending", "new", "done", "" })
        {
            using var bad = await app.Client(app.Karim).Put($"{Support}/ticket/{number}/status", new { status = word });
            await bad.ShouldBeProblem(400, field: "status");
        }
        foreach (var word in new[] { "resolved", "closed", "open", "in-progress" })
            (await Data(app.Client(app.Karim).Put($"{Support}/ticket/{number}/status", new { status = word })))
                .Text("status")
                .ShouldBe(word);
        using var none = await app.Client(app.Karim).Put($"{Support}/ticket/TKT-2026-00000000/status", new { status = "open" });
        await none.ShouldBeProblem(404);
    }

    [Fact]
    public async Task A_chat_is_started_spoken_in_read_and_closed_with_a_rating()
    {
        var started = await Data(
            app.Client(app.David).Post($"{Chat}/{Id(app.David)}/start", new { topic = "Orders", message = "Where is it?" })
        );
        var id = started.Text("sessionId");
        (started.Text("topic"), started.Text("status"), started.Text("message")).ShouldBe(("Orders", "active", "Where is it?"));
        started.Text("estimatedWaitTime").ShouldNotBeEmpty();
        // Once more joins the open chat.
        (await Data(app.Client(app.David).Post($"{Chat}/{Id(app.David)}/start", new { topic = "Orders", message = "Hello?" })))
            .Text("sessionId")
            .ShouldBe(id);
        (await Data(app.Client(app.David).Post($"{Chat}/{id}/message", new { customerId = Id(app.David), message = "It was due." })))
            .Text("status")
            .ShouldBe("sent");
        // An agent answers as such, a program speaks for the customer that it names.
        await Data(app.Client(app.Karim).Post($"{Chat}/{id}/message", new { customerId = Id(app.David), message = "I look." }));
        await Data(app.Service.Post($"{Chat}/{id}/message", new { customerId = Id(app.David), message = "From the app" }));
        var history = (await app.Client(app.David).Get($"{Chat}/{id}/history")).GetProperty("data");
        history
            .EnumerateArray()
            .Select(m => (m.Text("message"), m.Text("senderType"), m.Text("senderName")))
            .ShouldBe([
                ("Where is it?", "customer", "David"),
                ("Hello?", "customer", "David"),
                ("It was due.", "customer", "David"),
                ("I look.", "agent", "Karim"),
                ("From the app", "customer", "David"),
            ]);
        using (var bad = await app.Client(app.David).Post($"{Chat}/{id}/close", new { rating = 9 }))
            await bad.ShouldBeProblem(400, field: "rating");
        var closed = await Data(app.Client(app.David).Post($"{Chat}/{id}/close", new { rating = 4, feedback = "Good" }));
        (closed.GetProperty("success").GetBoolean(), closed.Text("sessionId"), closed.Text("duration")).ShouldBe((true, id, "0 min"));
        // Safe to repeat, without a body; and nothing can be said any more.
        await Data(app.Client(app.David).Post($"{Chat}/{id}/close"));
        using (
            var late = await app.Client(app.David).Post($"{Chat}/{id}/message", new { customerId = Id(app.David), message = "One more" })
        )
            await late.ShouldBeProblem(409, "chat_closed");
        var session = (await app.Client(app.David).Get($"{Chat}/{Id(app.David)}/sessions")).GetProperty("data").EnumerateArray().First();
        (session.Text("id"), session.Text("status"), session.Text("agentName"), session.GetProperty("rating").GetInt32()).ShouldBe(
            (id, "closed", "Karim", 4)
        );
    }

    [Fact]
    public async Task A_message_of_100_KB_or_for_somebody_else_is_refused_and_nothing_is_stored()
    {
        var id = (await Data(Sara.Post($"{Chat}/{Id(app.Sara)}/start", new { topic = "Orders", message = "Where is it?" }))).Text(
            "sessionId"
        );
        var before = await app.Rows("Messages");
        async Task Refused(HttpClient client, string at, object body, int status, string? field = null)
        {
            using var response = await client.Post(at, body);
            await response.ShouldBeProblem(status, field: field);
        }
        await Refused(
            Sara,
            $"{Chat}/{id}/message",
            new { customerId = Id(app.Sara), message = new string('x', 100 * 1024) },
            400,
            "message"
        );
        await Refused(Sara, $"{Chat}/{id}/message", new { message = "x" }, 400, "customerId");
        await Refused(Sara, $"{Chat}/{id}/message", new { customerId = Id(app.Sara) }, 400, "message");
        await Refused(Sara, $"{Chat}/{id}/message", new { customerId = Id(app.David), message = "x" }, 404);
        await Refused(app.Client(app.Karim), $"{Chat}/{id}/message", new { customerId = Id(app.David), message = "x" }, 404);
        await Refused(app.Client(app.David), $"{Chat}/{id}/message", new { customerId = Id(app.Sara), message = "x" }, 404);
        await Refused(Sara, $"{Chat}/{Id(app.David)}/start", new { topic = "x", message = "y" }, 404);
        await Refused(Sara, $"{Chat}/nobody/start", new { topic = "x", message = "y" }, 404);
        await Refused(Sara, $"{Chat}/{Id(app.Sara)}/start", new { message = "y" }, 400, "topic");
        (await app.Rows("Messages")).ShouldBe(before);
    }

    [Fact]
    public async Task Frequent_questions_are_for_anybody_in_the_callers_language()
    {
        await app.Get<Articles>()
            .Save(
                app.Amina,
                null,
                new ArticleInput
                {
                    Slug = "reset",
                    Category = "account",
                    Title = "Reset my password",
                    Body = "By e-mail.",
                    TitleAr = "إعادة كلمة المرور",
                    BodyAr = "بالبريد.",
                    FaqPlace = 1,
                }
            );
        var one = (await app.Anonymous.Get($"{Chat}/faq?category=account")).GetProperty("data").EnumerateArray().ShouldHaveSingleItem();
        (
            one.Text("question"),
            one.Text("answer"),
            one.Text("category"),
            one.GetProperty("helpful").GetInt32(),
            one.GetProperty("views").GetInt32()
        ).ShouldBe(("Reset my password", "By e-mail.", "account", 0, 0));
        (await app.Anonymous.Get($"{Chat}/faq?category=orders")).GetProperty("data").GetArrayLength().ShouldBe(0);
        (await app.Anonymous.Get($"{Chat}/faq/search?query=password"))
            .GetProperty("data")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("relevance")
            .GetInt32()
            .ShouldBe(100);
        using var arabic = app.Anonymous;
        arabic.DefaultRequestHeaders.Add("Accept-Language", "ar");
        (await arabic.Get($"{Chat}/faq")).GetProperty("data")[0].Text("question").ShouldBe("إعادة كلمة المرور");
        var categories = (await arabic.Get($"{Chat}/categories")).GetProperty("data");
        categories.GetArrayLength().ShouldBe(6);
        categories.EnumerateArray().ShouldAllBe(c => c.GetProperty("topics").GetArrayLength() == 3 && c.Text("icon").Length > 0);
        using (var none = await app.Anonymous.GetAsync($"{Chat}/faq/search"))
            await none.ShouldBeProblem(400, field: "query");
        using (var unknown = await app.Anonymous.GetAsync($"{Chat}/faq?category=weather"))
            await unknown.ShouldBeProblem(400, field: "category");
        (await app.Client(app.Oskar).Get($"{Chat}/faq")).GetProperty("data").GetArrayLength().ShouldBe(0);
    }
}

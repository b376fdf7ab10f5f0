using System.Net;
using System.Text.Json;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Desk;

/// <summary>/api/customers/me: fields, words and refusals of the portal (docs/contract.md).</summary>
public sealed class PortalEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Sara => app.Client(app.Sara);

    [Fact]
    public async Task Me_is_the_union_of_the_flat_form_and_the_one_with_data()
    {
        var before = (await Sara.Get("api/customers/me")).GetProperty("stats");
        var first = await app.Opened(app.Sara);
        await app.Opened(app.Sara);
        await app.Moved(first.Text("id"), "resolved");

        // contract C2: the portal's flat fields, and the CRM's success, message and data.
        var me = await Sara.Get("api/customers/me");
        me.GetProperty("success").GetBoolean().ShouldBeTrue();
        me.Text("message").ShouldNotBeNullOrWhiteSpace();
        me.Text("id").ShouldMatch("^[0-9a-f]{24}$");
        me.Text("tenantId").ShouldBe(app.Nour.ToString());
        (me.Text("name"), me.Text("email"), me.Text("status"), me.Text("companyName")).ShouldBe(
            ("Sara", "sara@example.com", "active", "Nour")
        );
        // contract: portal, Figures: open = new + open + pending, resolved = resolved + closed.
        var stats = me.GetProperty("stats");
        (stats.GetProperty("totalTickets").GetInt32() - before.GetProperty("totalTickets").GetInt32()).ShouldBe(2);
        (stats.GetProperty("openTickets").GetInt32() - before.GetProperty("openTickets").GetInt32()).ShouldBe(1);
        (stats.GetProperty("resolvedTickets").GetInt32() - before.GetProperty("resolvedTickets").GetInt32()).ShouldBe(1);
        var data = me.GetProperty("data");
        (data.Text("_id"), data.Text("customerId")).ShouldBe((me.Text("id"), me.Text("id")));
        (data.Text("userId"), data.Text("fullName"), data.Text("customerStatus")).ShouldBe((app.Sara.UserId.ToString(), "Sara", "Active"));
    }

    [Fact]
    public async Task A_ticket_is_opened_with_defaults_and_its_first_message_is_the_description()
    {
        using var response = await Sara.Post(
            "api/customers/me/tickets",
            new { title = "  My payout is late  ", description = " It was due on Monday. " }
        );
        await response.ShouldBe(HttpStatusCode.Created);
        var ticket = await response.Json();
        response.Headers.Location!.ToString().ShouldBe("/api/customers/me/tickets/" + ticket.Text("id"));
        // contract: portal, Ticket creation: support, medium, issue, status open, channel ui.
        (
            ticket.Text("title"),
            ticket.Text("description"),
            ticket.Text("category"),
            ticket.Text("status"),
            ticket.Text("priority"),
            ticket.Text("type"),
            ticket.Text("channel")
        ).ShouldBe(("My payout is late", "It was due on Monday.", "support", "open", "medium", "issue", "ui"));
        (ticket.Text("tenantId"), ticket.Text("createdBy")).ShouldBe((app.Nour.ToString(), app.Sara.UserId.ToString()));
        ticket.Text("number").ShouldMatch("^TKT-[0-9]{4}-[0-9A-F]{8}$");
        ticket.GetProperty("shortNumber").GetInt32().ShouldBeGreaterThan(1000);
        foreach (var none in new[] { "assigneeId", "resolvedAt", "closedAt" })
            ticket.GetProperty(none).ValueKind.ShouldBe(JsonValueKind.Null, none);
        ticket.GetProperty("labels").GetArrayLength().ShouldBe(0);

        var read = await Sara.Get("api/customers/me/tickets/" + ticket.Text("id"));
        var message = read.GetProperty("messages").EnumerateArray().ShouldHaveSingleItem();
        (
            message.Text("body"),
            message.Text("direction"),
            message.Text("type"),
            message.Text("ticketId"),
            message.Text("senderId")
        ).ShouldBe(("It was due on Monday.", "inbound", "message", ticket.Text("id"), app.Sara.UserId.ToString()));
        read.GetProperty("attachments").GetArrayLength().ShouldBe(0);
        read.GetProperty("feedback").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_a_body_says_of_company_customer_and_role_is_not_read()
    {
        var me = await Sara.Get("api/customers/me");
        using var response = await Sara.Post(
            "api/customers/me/tickets",
            new
            {
                title = "Mine",
                description = "Still mine",
                tenantId = app.Other,
                customerId = app.David.CustomerId,
                role = "admin",
                status = "closed",
                assigneeId = app.Karim.UserId,
            }
        );
        var ticket = await response.Json();
        (ticket.Text("tenantId"), ticket.Text("customerId"), ticket.Text("status")).ShouldBe((app.Nour.ToString(), me.Text("id"), "open"));
        ticket.GetProperty("assigneeId").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Own_tickets_come_newest_first_in_parts_that_the_headers_name()
    {
        await using var own = await TestApp.Start();
        var titles = new List<string>();
        for (var i = 0; i < 5; i++)
            titles.Insert(0, (await own.Opened(own.Sara, $"Ticket {i}")).Text("title"));
        await own.Opened(own.David, "Not Sara's");
        var client = own.Client(own.Sara);

        using var first = await client.GetAsync("api/customers/me/tickets?limit=2");
        var rows = await first.Json();
        rows.Texts("title").ShouldBe(titles.Take(2));
        var row = rows[0];
        foreach (var field in new[] { "id", "title", "status", "priority", "lastMessageAt", "customerId", "tenantId" })
            row.Text(field).ShouldNotBeNullOrEmpty(field);
        row.GetProperty("messageCount").GetInt32().ShouldBe(1);
        var cursor = first.Headers.GetValues("X-Next-Cursor").Single();
        first
            .Headers.GetValues("Link")
            .Single()
            .ShouldBe($"</api/customers/me/tickets?limit=2&after={Uri.EscapeDataString(cursor)}>; rel=\"next\"");

        var seen = rows.Texts("title").ToList();
        for (var next = cursor; next is not null; )
        {
            using var page = await client.GetAsync($"api/customers/me/tickets?limit=2&after={next}");
            seen.AddRange((await page.Json()).Texts("title"));
            next = page.Headers.TryGetValues("X-Next-Cursor", out var more) ? more.Single() : null;
        }
        seen.ShouldBe(titles);
    }

    [Fact]
    public async Task In_the_words_of_003_in_progress_is_open_and_urgent_is_high()
    {
        var id = (await app.Opened(app.David, "Words")).Text("id");
        using (var change = await app.Client(app.Karim).Patch("api/tickets/" + id, new { status = "in_progress", priority = "urgent" }))
        {
            var seen = await change.Json();
            (seen.Text("status"), seen.Text("priority")).ShouldBe(("in_progress", "urgent"));
        }
        var ticket = await app.Client(app.David).Get("api/customers/me/tickets/" + id);
        (ticket.Text("status"), ticket.Text("priority")).ShouldBe(("open", "high"));
        foreach (var filter in new[] { "status=open", "priority=high", "status=open&priority=high" })
            (await app.Client(app.David).Get("api/customers/me/tickets?" + filter)).Texts("id").ShouldContain(id, filter);
        foreach (var filter in new[] { "status=pending", "status=closed", "priority=low" })
            (await app.Client(app.David).Get("api/customers/me/tickets?" + filter)).Texts("id").ShouldNotContain(id, filter);
    }

    [Theory]
    [InlineData("status=finished", "status")]
    [InlineData("status=open,closed", "status")]
    [InlineData("priority=critical", "priority")]
    [InlineData("category=other", "category")]
    [InlineData("after=yesterday", "after")]
    [InlineData("after=%00", "after")]
    [InlineData("limit=many", "limit")]
    public async Task A_wrong_filter_is_named(string query, string field)
    {
        using var response = await Sara.GetAsync("api/customers/me/tickets?" + query);
        await response.ShouldBeProblem(400, field: field);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-7")]
    [InlineData("limit=100000")]
    [InlineData("search=%00")]
    [InlineData("search=%22%20OR%201=1%20--%20*")]
    [InlineData("search=%F0%9F%98%80")]
    public async Task An_odd_but_harmless_filter_gives_a_list(string query) =>
        (await Sara.Get("api/customers/me/tickets?" + query)).ValueKind.ShouldBe(JsonValueKind.Array);

    public static TheoryData<string, string?> BadTickets =>
        new()
        {
            { "", null },
            { "{", null },
            { "null", null },
            { "[]", null },
            { "\"text\"", null },
            { "{\"title\":\"x\",\"description\":\"y\"", null },
            { "{\"title\":5,\"description\":\"x\"}", "title" },
            { "{\"title\":{},\"description\":\"x\"}", "title" },
            { "{\"title\":\"x\"}", "description" },
            { "{\"description\":\"x\"}", "title" },
            { "{\"title\":\" \",\"description\":\"\\t\\n\"}", "description" },
            { "{\"title\":\"a\\u0000b\",\"description\":\"x\"}", "title" },
            { "{\"title\":\"x\",\"description\":\"\\u0000\"}", "description" },
            { "{\"title\":\"" + new string('x', 256) + "\",\"description\":\"x\"}", "title" },
            { "{\"title\":\"x\",\"description\":\"" + new string('x', 100_000) + "\"}", "description" },
            { "{\"title\":\"x\",\"description\":\"y\",\"priority\":\"asap\"}", "priority" },
            { "{\"title\":\"x\",\"description\":\"y\",\"priority\":3}", "priority" },
            { "{\"title\":\"x\",\"description\":\"y\",\"category\":\"support,bug\"}", "category" },
            { "{\"title\":\"x\",\"description\":\"y\",\"type\":\"\"}", "type" },
            { "{\"title\":\"x\",\"description\":\"y\",\"attachmentIds\":[\"none\"]}", "attachmentIds" },
            { "{\"title\":\"x\",\"description\":\"y\",\"attachmentIds\":[null]}", "attachmentIds" },
            { "{\"title\":\"x\",\"description\":\"y\",\"attachmentIds\":[\"7a5d7f53-31f7-4f0c-9d4e-7a9e4c2e2b11\"]}", "attachmentIds" },
            { "{\"title\":\"x\",\"description\":\"y\",\"attachmentIds\":\"none\"}", "attachmentIds" },
            { "{\"title\":\"x\",\"description\":\"y\",\"key\":\"" + new string('k', 65) + "\"}", "key" },
        };

    [Theory, MemberData(nameof(BadTickets))]
    public async Task A_bad_ticket_is_refused_with_the_field_and_nothing_is_stored(string body, string? field)
    {
        var before = (await app.Rows("Tickets"), await app.Rows("Messages"));
        using var response = await Sara.Post("api/customers/me/tickets", body);
        await response.ShouldBeProblem(400, field: field);
        (await app.Rows("Tickets"), await app.Rows("Messages")).ShouldBe(before);
    }

    [Fact]
    public async Task A_body_of_two_megabytes_is_too_large()
    {
        using var response = await Sara.Post(
            "api/customers/me/tickets",
            "{\"title\":\"x\",\"description\":\"" + new string('x', 2_000_000) + "\"}"
        );
        await response.ShouldBeProblem(413);
    }

    [Fact]
    public async Task Text_that_looks_like_code_is_kept_as_it_is()
    {
        const string text = "<script>alert('x')</script> '; DROP TABLE \"Tickets\"; -- ../../etc ${jndi} مرحبا 😀";
        var ticket = await app.Opened(app.Sara, text, text);
        (ticket.Text("title"), ticket.Text("description")).ShouldBe((text, text));
    }

    [Fact]
    public async Task A_reply_is_stored_once_for_a_key_and_opens_a_done_ticket_again()
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        await app.Moved(id, "resolved");
        var key = Guid.NewGuid().ToString();
        using var first = await Sara.Post($"api/customers/me/tickets/{id}/messages", new { body = " It came back. ", key });
        using var again = await Sara.Post($"api/customers/me/tickets/{id}/messages", new { body = " It came back. ", key });
        await first.ShouldBe(HttpStatusCode.Created);
        await again.ShouldBe(HttpStatusCode.Created);
        var message = await first.Json();
        (
            message.Text("body"),
            message.Text("direction"),
            message.Text("type"),
            message.Text("ticketId"),
            message.Text("tenantId"),
            message.Text("senderId")
        ).ShouldBe(("It came back.", "inbound", "message", id, app.Nour.ToString(), app.Sara.UserId.ToString()));
        message.Text("authorRef").ShouldNotBeNullOrEmpty();
        (await again.Json()).Text("id").ShouldBe(message.Text("id"));

        var ticket = await Sara.Get("api/customers/me/tickets/" + id);
        ticket.GetProperty("messages").GetArrayLength().ShouldBe(2);
        ticket.Text("status").ShouldBe("open");
        ticket.GetProperty("resolvedAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_ticket_is_opened_once_for_a_key()
    {
        var body = new
        {
            title = "Twice",
            description = "Sent twice",
            key = Guid.NewGuid().ToString(),
        };
        var ids = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(async _ => (await (await Sara.Post("api/customers/me/tickets", body)).Json()).Text("id"))
        );
        ids.Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"body\":\"  \"}", "body")]
    [InlineData("{}", "body")]
    [InlineData("{\"body\":\"a\\u0000b\"}", "body")]
    [InlineData("{\"body\":[\"x\"]}", "body")]
    [InlineData("{\"body\":\"x\",\"attachmentIds\":[\"x\"]}", "attachmentIds")]
    [InlineData("{\"body\":\"x\",\"seenUntil\":\"yesterday\"}", "seenUntil")]
    [InlineData("{body}", null)]
    public async Task A_bad_reply_is_refused_and_nothing_is_stored(string body, string? field)
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        var before = await app.Rows("Messages");
        using var response = await Sara.Post($"api/customers/me/tickets/{id}/messages", body);
        await response.ShouldBeProblem(400, field: field);
        (await app.Rows("Messages")).ShouldBe(before);
    }

    [Fact]
    public async Task A_reply_of_100_kilobytes_is_refused()
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        using var response = await Sara.Post($"api/customers/me/tickets/{id}/messages", new { body = new string('x', 100_000) });
        await response.ShouldBeProblem(400, field: "body");
    }

    [Fact]
    public async Task Anothers_ticket_is_not_there_and_nothing_is_stored()
    {
        // contract: portal, Access: ownership before every operation; another customer's ticket is 404.
        var id = (await app.Opened(app.Sara)).Text("id");
        await app.Moved(id, "resolved");
        var before = (
            await app.Rows("Messages"),
            await app.Rows("Feedback"),
            await app.Rows("CallRequests"),
            await app.Rows("Attachments"),
            app.StoredFiles.Count
        );
        foreach (var stranger in new[] { app.David, app.Oskar })
        {
            var client = app.Client(stranger);
            foreach (
                var ask in new Func<Task<HttpResponseMessage>>[]
                {
                    () => client.GetAsync($"api/customers/me/tickets/{id}"),
                    () => client.Post($"api/customers/me/tickets/{id}/messages", new { body = "Let me in" }),
                    () => client.PostAsync($"api/customers/me/tickets/{id}/attachments", DeskApp.Form("a.png", DeskApp.Png, "image/png")),
                    () => client.Post("api/customers/me/calls", new { ticketId = id }),
                    () => client.Post("api/customers/me/feedback", new { ticketId = id, rating = 1 }),
                }
            )
            {
                using var response = await ask();
                await response.ShouldBeProblem(404);
            }
        }
        (
            await app.Rows("Messages"),
            await app.Rows("Feedback"),
            await app.Rows("CallRequests"),
            await app.Rows("Attachments"),
            app.StoredFiles.Count
        ).ShouldBe(before);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("..%2F..%2Fetc")]
    [InlineData("'%20OR%201=1--")]
    public async Task An_id_that_is_none_is_not_there(string id)
    {
        using var read = await Sara.GetAsync("api/customers/me/tickets/" + id);
        await read.ShouldBeProblem(404);
        using var write = await Sara.Post($"api/customers/me/tickets/{id}/messages", new { body = "x" });
        await write.ShouldBeProblem(404);
    }

    [Fact]
    public async Task A_call_is_requested_or_with_a_time_scheduled()
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        using var response = await Sara.Post(
            "api/customers/me/calls",
            new
            {
                ticketId = id,
                note = "After lunch",
                direction = "outbound",
            }
        );
        await response.ShouldBe(HttpStatusCode.Created);
        var call = await response.Json();
        (
            call.Text("status"),
            call.Text("direction"),
            call.Text("ticketId"),
            call.Text("requesterId"),
            call.Text("tenantId"),
            call.Text("notes")
        ).ShouldBe(("requested", "inbound", id, app.Sara.UserId.ToString(), app.Nour.ToString(), "After lunch"));
        call.GetProperty("metadata").GetProperty("scheduledAt").ValueKind.ShouldBe(JsonValueKind.Null);

        // contract: portal, Calls: scheduled with scheduledAt.
        var at = app.Sara.Now.AddDays(1);
        using var planned = await Sara.Post("api/customers/me/calls", new { scheduledAt = at });
        var second = await planned.Json();
        second.Text("status").ShouldBe("scheduled");
        second.GetProperty("startTime").GetDateTimeOffset().ShouldBe(at);
        second.GetProperty("metadata").GetProperty("scheduledAt").GetDateTimeOffset().ShouldBe(at);
        (await Sara.Get("api/customers/me/calls")).Texts("id").Take(2).ShouldBe([second.Text("id"), call.Text("id")]);
        (await app.Client(app.David).Get("api/customers/me/calls")).Texts("id").ShouldNotContain(call.Text("id"));
    }

    [Theory]
    [InlineData("{\"scheduledAt\":\"tomorrow\"}", "scheduledAt")]
    [InlineData("{\"scheduledAt\":\"2001-01-01T00:00:00Z\"}", "scheduledAt")]
    [InlineData("{\"wishes\":[\"2001-01-01T00:00:00Z\"]}", "wishes")]
    [InlineData("{\"scheduledAt\":\"2099-01-01T00:00:00Z\"}", "scheduledAt")]
    [InlineData("{\"scheduledAt\":\"03/02/2027\"}", "scheduledAt")]
    [InlineData("{\"wishes\":[\"2099-01-01T00:00:00Z\"]}", "wishes")]
    [InlineData(
        "{\"wishes\":[\"2090-01-01T00:00:00Z\",\"2090-01-02T00:00:00Z\",\"2090-01-03T00:00:00Z\",\"2090-01-04T00:00:00Z\"]}",
        "wishes"
    )]
    [InlineData("{\"note\":7}", "note")]
    [InlineData("{\"phone\":\"0123456789012345678901234567890\"}", "phone")]
    public async Task A_bad_call_is_refused_and_nothing_is_stored(string body, string field)
    {
        var before = await app.Rows("CallRequests");
        using var response = await Sara.Post("api/customers/me/calls", body);
        await response.ShouldBeProblem(400, field: field);
        (await app.Rows("CallRequests")).ShouldBe(before);
    }

    [Theory]
    [InlineData("{\"timeZone\":\"Mars/Olympus\"}")]
    [InlineData("{\"timeZone\":\"../../etc/passwd\"}")]
    [InlineData("{\"timeZone\":\"\\u0000\"}")]
    [InlineData("{\"scheduledAt\":\"9999-12-31T23:59:59Z\"}")]
    public async Task An_odd_call_is_never_a_fault_of_the_server(string body)
    {
        using var response = await Sara.Post("api/customers/me/calls", body);
        ((int)response.StatusCode).ShouldBeLessThan(500, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Feedback_is_taken_once_for_a_ticket_that_is_done()
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        // contract: portal, Feedback: only resolved or closed tickets.
        using (var early = await Sara.Post("api/customers/me/feedback", new { ticketId = id, rating = 5 }))
            await early.ShouldBeProblem(400, field: "ticketId");
        await app.Moved(id, "closed");
        using var response = await Sara.Post(
            "api/customers/me/feedback",
            new
            {
                ticketId = id,
                rating = 4,
                comment = "Quick",
            }
        );
        await response.ShouldBe(HttpStatusCode.Created);
        var feedback = await response.Json();
        (
            feedback.Text("ticketId"),
            feedback.GetProperty("rating").GetInt32(),
            feedback.Text("comment"),
            feedback.Text("tenantId")
        ).ShouldBe((id, 4, "Quick", app.Nour.ToString()));
        feedback.Text("customerId").ShouldBe((await Sara.Get("api/customers/me")).Text("id"));
        using (var second = await Sara.Post("api/customers/me/feedback", new { ticketId = id, rating = 1 }))
            await second.ShouldBeProblem(409);
        (await Sara.Get("api/customers/me/tickets/" + id)).GetProperty("feedback").GetProperty("rating").GetInt32().ShouldBe(4);
    }

    [Theory]
    [InlineData("{\"ticketId\":\"ID\",\"rating\":0}", "rating")]
    [InlineData("{\"ticketId\":\"ID\",\"rating\":6}", "rating")]
    [InlineData("{\"ticketId\":\"ID\",\"rating\":4.5}", "rating")]
    [InlineData("{\"ticketId\":\"ID\",\"rating\":\"5\"}", "rating")]
    [InlineData("{\"ticketId\":\"ID\"}", "rating")]
    [InlineData("{\"rating\":5}", "ticketId")]
    [InlineData("{\"ticketId\":\"ID\",\"rating\":99999999999}", "rating")]
    public async Task A_bad_rating_is_refused_and_nothing_is_stored(string body, string field)
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        await app.Moved(id, "resolved");
        var before = await app.Rows("Feedback");
        using var response = await Sara.Post("api/customers/me/feedback", body.Replace("ID", id, StringComparison.Ordinal));
        await response.ShouldBeProblem(400, field: field);
        (await app.Rows("Feedback")).ShouldBe(before);
    }

    [Fact]
    public async Task An_answer_shows_among_the_customers_notifications_and_in_nobody_elses()
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        await app.Said(app.Karim, id, "We have found it.");
        await app.Drain();
        var note = (await Sara.Get("api/customers/me/notifications")).EnumerateArray().First(n => n.Text("kind") == "ticket_reply");
        (note.Text("type"), note.GetProperty("sent").GetBoolean(), note.Text("link"), note.Text("tenantId")).ShouldBe(
            ("in_app", true, "/portal/tickets/" + id, app.Nour.ToString())
        );
        note.Text("content").ShouldContain("We have found it.");
        foreach (var field in new[] { "id", "title", "sentAt", "createdAt", "customerId", "userId" })
            note.Text(field).ShouldNotBeNullOrEmpty(field);
        foreach (var other in new[] { app.David, app.Oskar })
            (await app.Client(other).Get("api/customers/me/notifications"))
                .EnumerateArray()
                .ShouldNotContain(n => n.GetRawText().Contains(id));
    }

    [Fact]
    public async Task Help_is_found_by_its_words_and_a_draft_is_not()
    {
        await app.Get<CsDashboard.Knowledge.Articles>()
            .Save(
                app.Amina,
                null,
                new()
                {
                    Slug = "payouts",
                    Category = "payments",
                    Title = "When payouts arrive",
                    Body = "Within two working days.",
                    TitleAr = "متى تصل المدفوعات",
                    BodyAr = "خلال يومي عمل.",
                }
            );
        await app.Get<CsDashboard.Knowledge.Articles>()
            .Save(
                app.Amina,
                null,
                new()
                {
                    Slug = "secret",
                    Category = "payments",
                    Publish = false,
                    Title = "Payouts to come",
                    Body = "Not yet told.",
                }
            );
        await app.Drain();
        foreach (var q in new[] { "", "payouts", "working", "PAYOUT", "ayout", "المدفوعات" })
        {
            var help = await app.Client(app.David).Get("api/customers/me/kb?q=" + Uri.EscapeDataString(q));
            help.Text("query").ShouldBe(q);
            var article = help.GetProperty("articles").EnumerateArray().ShouldHaveSingleItem();
            (article.Text("category"), article.Text("slug")).ShouldBe(("payments", "payouts"));
            article.Text("title").ShouldNotBeEmpty();
            article.Text("content").ShouldNotBeEmpty();
        }
        (await app.Client(app.David).Get("api/customers/me/kb?q=zebra")).GetProperty("articles").GetArrayLength().ShouldBe(0);
    }

    public static TheoryData<string, string> Paths =>
        new()
        {
            { "GET", "api/customers/me" },
            { "GET", "api/customers/me/tickets" },
            { "POST", "api/customers/me/tickets" },
            { "GET", "api/customers/me/tickets/x" },
            { "POST", "api/customers/me/tickets/x/messages" },
            { "POST", "api/customers/me/tickets/x/attachments" },
            { "GET", "api/customers/me/calls" },
            { "POST", "api/customers/me/calls" },
            { "GET", "api/customers/me/notifications" },
            { "POST", "api/customers/me/feedback" },
            { "GET", "api/customers/me/kb" },
            { "GET", "api/customers/me/events" },
        };

    [Theory, MemberData(nameof(Paths))]
    public async Task Only_a_customer_is_let_in(string method, string path)
    {
        async Task Refused(HttpClient client, int status)
        {
            using var response = await client.SendJson(new HttpMethod(method), path, method == "GET" ? null : new { });
            await response.ShouldBeProblem(status);
        }
        await Refused(app.Anonymous, 401);
        var bad = app.Anonymous;
        bad.DefaultRequestHeaders.Authorization = new("Bearer", "no-such-token");
        await Refused(bad, 401);
        await Refused(app.Client(app.Karim), 403);
        await Refused(app.Client(app.Amina), 403);
        await Refused(app.Service, 403);
    }
}

using System.Net;
using System.Text.Json;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Desk;

/// <summary>Tickets for staff and programs: the company's own and nobody else's (contract: portal, Staff side).</summary>
public sealed class TicketEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Karim => app.Client(app.Karim);

    private async Task<string> PublicId(Actor customer) => (await app.Client(customer).Get("api/customers/me")).Text("id");

    [Fact]
    public async Task Staff_enter_a_ticket_for_a_customer_named_by_the_public_id_or_our_own()
    {
        foreach (var id in new[] { await PublicId(app.David), app.David.CustomerId.ToString()! })
        {
            using var response = await Karim.Post(
                "api/tickets",
                new
                {
                    customerId = id,
                    title = "By telephone",
                    description = "He called.",
                    category = "bug",
                    priority = "high",
                    assigneeId = app.Lena.UserId,
                    tenantId = app.Other,
                }
            );
            await response.ShouldBe(HttpStatusCode.Created);
            var ticket = await response.Json();
            response.Headers.Location!.ToString().ShouldBe("/api/tickets/" + ticket.Text("id"));
            (
                ticket.Text("customerId"),
                ticket.Text("tenantId"),
                ticket.Text("status"),
                ticket.Text("category"),
                ticket.Text("priority"),
                ticket.Text("assigneeId"),
                ticket.Text("description")
            ).ShouldBe((await PublicId(app.David), app.Nour.ToString(), "new", "bug", "high", app.Lena.UserId.ToString(), "He called."));
            (await app.Client(app.David).Get("api/customers/me/tickets/" + ticket.Text("id"))).Text("title").ShouldBe("By telephone");
        }
    }

    [Theory]
    [InlineData("{\"title\":\"x\",\"description\":\"y\"}", 400, "customerId")]
    [InlineData("{\"customerId\":\"CUSTOMER\",\"description\":\"y\"}", 400, "title")]
    [InlineData("{\"customerId\":\"CUSTOMER\",\"title\":\"x\",\"description\":\"y\",\"assigneeId\":\"nobody\"}", 400, "assigneeId")]
    [InlineData("{\"customerId\":\"CUSTOMER\",\"title\":\"x\",\"description\":\"y\",\"assigneeId\":\"SARA\"}", 400, "assigneeId")]
    [InlineData("{\"customerId\":\"CUSTOMER\",\"title\":\"x\",\"description\":\"y\",\"assigneeId\":\"OLGA\"}", 400, "assigneeId")]
    [InlineData("{\"customerId\":\"CUSTOMER\",\"title\":\"x\",\"description\":\"y\",\"priority\":\"now\"}", 400, "priority")]
    [InlineData("{\"customerId\":5,\"title\":\"x\",\"description\":\"y\"}", 400, "customerId")]
    [InlineData("{\"customerId\":\"a\\u0000b\",\"title\":\"x\",\"description\":\"y\"}", 400, "customerId")]
    [InlineData("{\"customerId\":\"nobody\",\"title\":\"x\",\"description\":\"y\"}", 400, "customerId")]
    [InlineData("{\"customerId\":\"OSKAR\",\"title\":\"x\",\"description\":\"y\"}", 404, null)]
    public async Task A_bad_entry_is_refused_and_nothing_is_stored(string body, int status, string? field)
    {
        body = body.Replace("CUSTOMER", app.Sara.CustomerId.ToString(), StringComparison.Ordinal)
            .Replace("SARA", app.Sara.UserId.ToString(), StringComparison.Ordinal)
            .Replace("OLGA", app.Olga.UserId.ToString(), StringComparison.Ordinal)
            .Replace("OSKAR", app.Oskar.CustomerId.ToString(), StringComparison.Ordinal);
        var before = await app.Rows("Tickets");
        using var response = await Karim.Post("api/tickets", body);
        await response.ShouldBeProblem(status, field: field);
        (await app.Rows("Tickets")).ShouldBe(before);
    }

    [Fact]
    public async Task A_change_changes_what_it_names_and_nothing_else()
    {
        var id = (await app.Opened(app.Sara, "Before")).Text("id");
        using var response = await Karim.Patch(
            "api/tickets/" + id,
            new
            {
                status = "resolved",
                priority = "urgent",
                assigneeId = app.Lena.UserId,
                title = "After",
                tags = new[] { "VIP", "pay out" },
            }
        );
        await response.ShouldBe(HttpStatusCode.OK);
        var ticket = await response.Json();
        (ticket.Text("status"), ticket.Text("priority"), ticket.Text("assigneeId"), ticket.Text("title")).ShouldBe(
            ("resolved", "urgent", app.Lena.UserId.ToString(), "After")
        );
        ticket.GetProperty("labels").EnumerateArray().Select(l => l.GetString()).ShouldBe(["pay-out", "vip"]);
        ticket.Text("resolvedAt").ShouldNotBeEmpty();

        using var taken = await Karim.Patch("api/tickets/" + id, new { assigneeId = "" });
        var after = await taken.Json();
        after.GetProperty("assigneeId").ValueKind.ShouldBe(JsonValueKind.Null);
        (after.Text("status"), after.Text("title")).ShouldBe(("resolved", "After"));
    }

    [Theory]
    [InlineData("{\"status\":\"done\"}", "status")]
    [InlineData("{\"status\":1}", "status")]
    [InlineData("{\"priority\":\"highest\"}", "priority")]
    [InlineData("{\"assigneeId\":\"nobody\"}", "assigneeId")]
    [InlineData("{\"tags\":[\"no/slash\"]}", "tags")]
    [InlineData("{\"title\":\"a\\u0000b\"}", "title")]
    [InlineData("{\"status\":\"closed\",\"assigneeId\":\"7a5d7f53-31f7-4f0c-9d4e-7a9e4c2e2b11\"}", "assigneeId")]
    [InlineData("[]", null)]
    public async Task A_bad_change_changes_nothing(string body, string? field)
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        using var response = await Karim.Patch("api/tickets/" + id, body);
        await response.ShouldBeProblem(400, field: field);
        var ticket = await Karim.Get("api/tickets/" + id);
        (ticket.Text("status"), ticket.Text("priority")).ShouldBe(("open", "medium"));
    }

    [Theory]
    [InlineData("{\"tags\":[null]}")]
    [InlineData("{\"addTags\":[null,\"vip\"]}")]
    [InlineData("{\"title\":\"   \"}")]
    [InlineData("{}")]
    public async Task An_odd_change_is_never_a_fault_of_the_server(string body)
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        using var response = await Karim.Patch("api/tickets/" + id, body);
        ((int)response.StatusCode).ShouldBeLessThan(500, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Staff_answer_and_note_and_read_both_oldest_first()
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        var answer = await app.Said(app.Karim, id, "On its way.");
        (answer.Text("body"), answer.Text("direction"), answer.Text("type")).ShouldBe(("On its way.", "outbound", "message"));
        (await app.Said(app.Karim, id, "Check with the bank.", "internal_note")).Text("type").ShouldBe("internal_note");
        (await Karim.Get($"api/tickets/{id}/messages"))
            .Texts("body")
            .ShouldBe(["It was due on Monday.", "On its way.", "Check with the bank."]);
        (await Karim.Get("api/tickets/" + id)).GetProperty("messages").GetArrayLength().ShouldBe(3);
        (await app.Client(app.Sara).Get("api/customers/me/tickets/" + id))
            .GetProperty("messages")
            .Texts("body")
            .ShouldBe(["It was due on Monday.", "On its way."]);
    }

    [Theory]
    [InlineData("{\"ticketId\":\"ID\"}", 400, "content")]
    [InlineData("{\"content\":\"x\"}", 400, "ticketId")]
    [InlineData("{\"ticketId\":\"ID\",\"content\":\" \"}", 400, "content")]
    [InlineData("{\"ticketId\":\"ID\",\"content\":\"x\",\"type\":\"whisper\"}", 400, "type")]
    [InlineData("{\"ticketId\":\"ID\",\"content\":\"x\",\"status\":\"done\"}", 400, "status")]
    [InlineData("{\"ticketId\":\"none\",\"content\":\"x\"}", 404, null)]
    [InlineData("{\"ticketId\":\"7a5d7f53-31f7-4f0c-9d4e-7a9e4c2e2b11\",\"content\":\"x\"}", 404, null)]
    public async Task A_bad_answer_is_refused_and_nothing_is_stored(string body, int status, string? field)
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        var before = await app.Rows("Messages");
        using var response = await Karim.Post("api/messages", body.Replace("ID", id, StringComparison.Ordinal));
        await response.ShouldBeProblem(status, field: field);
        (await app.Rows("Messages")).ShouldBe(before);
    }

    [Fact]
    public async Task A_conversation_of_150_messages_comes_in_two_parts_and_keeps_its_description()
    {
        var id = (await app.Opened(app.Sara, description: "The very first")).Text("id");
        var tickets = app.Get<CsDashboard.Desk.Ticketing.Tickets>();
        for (var i = 0; i < 149; i++)
            await tickets.Reply(app.Sara, Guid.Parse(id), new() { Body = $"Message {i}" });
        using var response = await Karim.GetAsync("api/tickets/" + id);
        var last = await response.Json();
        last.GetProperty("messages").GetArrayLength().ShouldBe(100);
        (last.Text("description"), last.GetProperty("messages")[99].Text("body")).ShouldBe(("The very first", "Message 148"));
        var first = await Karim.Get($"api/tickets/{id}?before={response.Headers.GetValues("X-Next-Cursor").Single()}");
        first.GetProperty("messages").GetArrayLength().ShouldBe(50);
        first.GetProperty("messages")[0].Text("body").ShouldBe("The very first");
        first.GetProperty("messages").Texts("id").Intersect(last.GetProperty("messages").Texts("id")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_companys_tickets_customers_and_calls_are_not_there()
    {
        var id = (await app.Opened(app.Sara)).Text("id");
        foreach (var stranger in new[] { app.Olga, app.Omar })
        {
            var client = app.Client(stranger);
            foreach (
                var ask in new Func<Task<HttpResponseMessage>>[]
                {
                    () => client.GetAsync("api/tickets/" + id),
                    () => client.GetAsync($"api/tickets/{id}/messages"),
                    () => client.Patch("api/tickets/" + id, new { status = "closed" }),
                    () => client.Post("api/messages", new { ticketId = id, content = "Hello" }),
                    () => client.GetAsync($"api/customers/{app.Sara.CustomerId}/tickets"),
                    () => client.GetAsync($"api/customers/{app.Sara.CustomerId}/calls"),
                    () =>
                        client.Post(
                            "api/tickets",
                            new
                            {
                                customerId = app.Sara.CustomerId,
                                title = "x",
                                description = "y",
                            }
                        ),
                }
            )
            {
                using var response = await ask();
                await response.ShouldBeProblem(404);
            }
            (await client.Get("api/tickets?tenantId=" + app.Nour)).Texts("id").ShouldNotContain(id);
        }
        (await Karim.Get("api/tickets/" + id)).Text("status").ShouldBe("open");
    }

    [Fact]
    public async Task The_list_is_filtered_by_customer_status_and_words()
    {
        var id = (await app.Opened(app.David, "Quokka fund", "About the marsupial account")).Text("id");
        await app.Said(app.Karim, id, "The wombat desk has it.");
        await app.Drain();
        foreach (
            var query in new[]
            {
                $"customerId={await PublicId(app.David)}",
                $"customerId={app.David.CustomerId}&status=open",
                "search=quokka",
                "search=marsup",
                "search=wombat",
                $"search={(await Karim.Get("api/tickets/" + id)).Text("number")}",
            }
        )
            (await Karim.Get("api/tickets?" + query)).Texts("id").ShouldContain(id, query);
        foreach (var query in new[] { $"customerId={await PublicId(app.Sara)}", "status=closed", "search=platypus", "priority=low" })
            (await Karim.Get("api/tickets?" + query)).Texts("id").ShouldNotContain(id, query);
        (await Karim.Get($"api/customers/{await PublicId(app.David)}/tickets")).Texts("id").ShouldContain(id);
    }

    [Theory]
    [InlineData("status=finished", "status")]
    [InlineData("list=theirs", "list")]
    [InlineData("sort=price", "sort")]
    [InlineData("after=x", "after")]
    public async Task A_wrong_filter_is_named(string query, string field)
    {
        using var response = await Karim.GetAsync("api/tickets?" + query);
        await response.ShouldBeProblem(400, field: field);
    }

    [Theory]
    [InlineData("api/customers/507f1f77bcf86cd799439011/tickets")]
    [InlineData("api/customers/507f1f77bcf86cd799439011/calls")]
    [InlineData("api/customers/ABCDEF01/tickets")]
    [InlineData("api/tickets/nothing")]
    [InlineData("api/tickets/nothing/messages")]
    [InlineData("api/files/nothing")]
    public async Task What_is_not_there_is_404(string path)
    {
        using var response = await Karim.GetAsync(path);
        await response.ShouldBeProblem(404);
    }

    [Fact]
    public async Task A_customers_calls_are_told_to_staff()
    {
        using (var asked = await app.Client(app.David).Post("api/customers/me/calls", new { note = "Call about the quokka" }))
            await asked.ShouldBe(HttpStatusCode.Created);
        var calls = await Karim.Get($"api/customers/{await PublicId(app.David)}/calls");
        calls.Texts("notes").ShouldContain("Call about the quokka");
        (await Karim.Get($"api/customers/{await PublicId(app.Sara)}/calls")).Texts("notes").ShouldNotContain("Call about the quokka");
    }

    [Fact]
    public async Task Search_finds_tickets_and_customers_of_the_own_company_from_two_letters_on()
    {
        var ticket = await app.Opened(app.Sara, "Axolotl withdrawal", "The tank is empty");
        await app.Drain();
        var found = (await Karim.Get("api/search?q=axolotl"))[0];
        (found.Text("type"), found.Text("id"), found.Text("title")).ShouldBe(("ticket", ticket.Text("id"), "Axolotl withdrawal"));
        found.Text("description").ShouldContain(ticket.Text("number"));
        (await Karim.Get("api/search?q=" + ticket.Text("number")))[0].Text("id").ShouldBe(ticket.Text("id"));
        var people = await Karim.Get("api/search?q=david");
        people.EnumerateArray().ShouldContain(f => f.Text("type") == "customer" && f.Text("title") == "David");
        foreach (var q in new[] { "a", "", "%20", "%00", "%22", "*", "a%00" })
            (await Karim.Get("api/search?q=" + q)).ValueKind.ShouldBe(JsonValueKind.Array, q);
        foreach (var q in new[] { "a", "" })
            (await Karim.Get("api/search?q=" + q)).GetArrayLength().ShouldBe(0);
        (await Karim.Get("api/search")).GetArrayLength().ShouldBe(0);
        (await app.Client(app.Olga).Get("api/search?q=axolotl")).GetArrayLength().ShouldBe(0);
        (await app.Client(app.Olga).Get("api/search?q=david")).GetArrayLength().ShouldBe(0);
    }

    public static TheoryData<string, string> Paths =>
        new()
        {
            { "GET", "api/tickets" },
            { "POST", "api/tickets" },
            { "GET", "api/tickets/x" },
            { "PATCH", "api/tickets/x" },
            { "GET", "api/tickets/x/messages" },
            { "POST", "api/messages" },
            { "GET", "api/customers/x/tickets" },
            { "GET", "api/customers/x/calls" },
            { "GET", "api/search" },
        };

    [Theory, MemberData(nameof(Paths))]
    public async Task Only_staff_and_the_service_key_are_let_in(string method, string path)
    {
        async Task<int> Status(HttpClient client)
        {
            using var response = await client.SendJson(new HttpMethod(method), path, method == "GET" ? null : new { });
            return (int)response.StatusCode;
        }
        (await Status(app.Anonymous)).ShouldBe(401);
        (await Status(app.Client(app.Sara))).ShouldBe(403);
        var wrong = app.Anonymous;
        wrong.DefaultRequestHeaders.Add("X-Service-API-Key", "not-the-key");
        (await Status(wrong)).ShouldBe(403);
        foreach (var allowed in new[] { app.Karim, app.Amina })
            (await Status(app.Client(allowed))).ShouldBeOneOf(200, 400, 404);
        // contract C27: either header name.
        (await Status(app.Service)).ShouldBeOneOf(200, 400, 404);
        var second = app.Anonymous;
        second.DefaultRequestHeaders.Add("x-api-key", TestApp.ServiceKey);
        (await Status(second)).ShouldBeOneOf(200, 400, 404);
    }

    [Fact]
    public async Task The_service_key_does_what_an_agent_may_and_no_more()
    {
        using var opened = await app.Service.Post(
            "api/tickets",
            new
            {
                customerId = await PublicId(app.Sara),
                title = "From the shop",
                description = "An order went wrong",
                key = Guid.NewGuid(),
            }
        );
        await opened.ShouldBe(HttpStatusCode.Created);
        var id = (await opened.Json()).Text("id");
        using var said = await app.Service.Post("api/messages", new { ticketId = id, content = "We look into it." });
        await said.ShouldBe(HttpStatusCode.Created);
        using var changed = await app.Service.Patch("api/tickets/" + id, new { status = "pending" });
        await changed.ShouldBe(HttpStatusCode.OK);
        (await app.Client(app.Sara).Get("api/customers/me/tickets/" + id)).Text("status").ShouldBe("pending");
    }
}

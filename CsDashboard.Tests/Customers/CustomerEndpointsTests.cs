using System.Net;
using System.Text.Json;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Customers;

/// <summary>The CRM's customers over HTTP, unified with those of enhanced and the portal (contract C3, C4, C5, C31).</summary>
public sealed class CustomerEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Amina => app.Client(app.Amina);
    private HttpClient Karim => app.Client(app.Karim);

    private async Task<string> Added(string name, string email, HttpClient? by = null)
    {
        using var response = await (by ?? Karim).Post(
            "api/customers",
            new
            {
                name,
                email,
                phone = "+966500000000",
            }
        );
        await response.ShouldBe(HttpStatusCode.Created);
        return (await response.Json()).GetProperty("data").Text("customerId");
    }

    private static async Task<JsonElement> Ok(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        await response.ShouldBe(HttpStatusCode.OK);
        return await response.Json();
    }

    private static async Task Refused(Task<HttpResponseMessage> sent, int status, string? code = null, string? field = null)
    {
        using var response = await sent;
        await response.ShouldBeProblem(status, code, field);
    }

    [Fact]
    public async Task A_record_is_made_read_changed_and_found_under_the_names_of_every_original()
    {
        var id = await Added("Nadia Aziz", "nadia.aziz@example.org");
        id.ShouldMatch("^[0-9a-f]{24}$");
        var read = await Karim.Get("api/customers/" + id);
        var data = read.GetProperty("data");
        (
            data.Text("customerId"),
            data.Text("email"),
            data.Text("fullName"),
            data.Text("contactNumber"),
            data.Text("customerStatus"),
            data.Text("customerType")
        ).ShouldBe((id, "nadia.aziz@example.org", "Nadia Aziz", "+966500000000", "Active", "Regular"));
        // Free is the default of this call (contract: enhanced, Registration).
        (
            read.GetProperty("customer").Text("membership_tier"),
            read.GetProperty("customer").Text("status"),
            read.Text("unique_id")
        ).ShouldBe(("free", "active", data.Text("uniqueId")));
        (
            data.GetProperty("totalOrders").GetInt32(),
            data.GetProperty("notes").GetArrayLength(),
            data.GetProperty("lastOrderDate").ValueKind
        ).ShouldBe((0, 0, JsonValueKind.Null));
        data.GetProperty("preferences").GetProperty("notifications").GetBoolean().ShouldBeTrue();
        data.GetProperty("metadata").Text("createdBy").ShouldBe("Karim");

        var changed = (
            await Ok(
                Amina.Put(
                    "api/customers/" + id,
                    new
                    {
                        fullName = "Nadia A.",
                        contactNumber = "+966500000001",
                        customerType = "VIP",
                        notes = "Met at the fair.",
                        tags = new[] { "fair" },
                        preferences = new { newsletter = true, language = "ar" },
                        status = "Active",
                    }
                )
            )
        ).GetProperty("data");
        (
            changed.Text("fullName"),
            changed.Text("customerType"),
            changed.GetProperty("notes")[0].Text("note"),
            changed.GetProperty("notes")[0].Text("addedBy"),
            changed.GetProperty("tags")[0].GetString()
        ).ShouldBe(("Nadia A.", "VIP", "Met at the fair.", "Amina", "fair"));
        (changed.GetProperty("preferences").Text("language"), changed.GetProperty("metadata").Text("lastModifiedBy")).ShouldBe(
            ("ar", "Amina")
        );
        await Refused(Karim.Put("api/customers/" + id, new { email = "else@example.org" }), 403, "EMAIL_MODIFICATION_BLOCKED");
        await Refused(Karim.Put("api/customers/" + id, new { contactNumber = "123" }), 400, field: "contactNumber");
        await Refused(Karim.Put("api/customers/" + id, new { customerType = "VIP" }), 403);
        (await Ok(Karim.Put("api/customers/" + read.Text("unique_id"), new { phone = "123", name = "Nadia" })))
            .GetProperty("customer")
            .Text("name")
            .ShouldBe("Nadia");

        await app.Drain();
        foreach (var name in new[] { "q", "query", "search" })
        {
            var found = await Karim.Get($"api/customers/search?{name}=nadi");
            found.GetProperty("items").EnumerateArray().Select(c => c.Text("customerId")).ShouldBe([id]);
            (
                found.GetProperty("data").GetProperty("totalResults").GetInt32(),
                found.GetProperty("data").Text("searchTerm"),
                found.GetProperty("pagination").GetProperty("totalPages").GetInt32()
            ).ShouldBe((1, "nadi", 1));
        }
        await Refused(Karim.GetAsync("api/customers/search?q=n"), 400, field: "q");
        await Refused(Karim.GetAsync("api/customers/search"), 400, field: "q");
        (await Karim.Get("api/customers/search?q=nobodylikethat"))
            .GetProperty("pagination")
            .GetProperty("totalPages")
            .GetInt32()
            .ShouldBe(1);
    }

    [Fact]
    public async Task Pages_are_numbered_and_bad_ones_refused()
    {
        for (var i = 0; i < 3; i++)
            await Added($"Paged {i}", $"paged{i}@example.org");
        var page = await Karim.Get("api/customers?page=2&limit=2&sortBy=fullName&sortOrder=asc");
        foreach (var list in new[] { "data", "items", "customers" })
            page.GetProperty(list).GetArrayLength().ShouldBe(2);
        var pagination = page.GetProperty("pagination");
        (
            pagination.GetProperty("currentPage").GetInt32(),
            pagination.GetProperty("itemsPerPage").GetInt32(),
            pagination.GetProperty("hasPreviousPage").GetBoolean()
        ).ShouldBe((2, 2, true));
        page.GetProperty("totalItems").GetInt32().ShouldBe(page.GetProperty("total").GetInt32());
        (await Karim.Get("api/customers?per_page=1")).GetProperty("per_page").GetInt32().ShouldBe(1);
        (await Karim.Get("api/customers?status=Suspended")).GetProperty("pagination").GetProperty("totalPages").GetInt32().ShouldBe(1);
        foreach (
            var (query, field) in new[]
            {
                ("status=gone", "status"),
                ("type=x", "type"),
                ("limit=0", "limit"),
                ("limit=101", "limit"),
                ("page=0", "page"),
                ("page=x", "page"),
                ("sortBy=secret", "sortBy"),
                ("sortOrder=up", "sortOrder"),
            }
        )
            await Refused(Karim.GetAsync("api/customers?" + query), 400, field: field);
        foreach (var path in new[] { "api/customers", "api/customers/search?q=ab", "api/customers/analytics" })
        {
            await Refused(app.Client(app.Sara).GetAsync(path), 403);
            await Refused(app.Anonymous.GetAsync(path), 401);
        }
        (await app.Client(app.Olga).Get("api/customers?limit=100"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(c => c.Text("name"))
            .ShouldBe(["Oskar"]);
    }

    // contract C5: what has none of the forms is 400, a well-formed unknown one 404.
    [Fact]
    public async Task Wrong_and_unknown_ids_are_told_apart()
    {
        foreach (
            var (method, path, body) in new (string, string, object?)[]
            {
                ("GET", "", null),
                ("PUT", "", new { name = "x" }),
                ("DELETE", "", null),
                ("PATCH", "/status", new { status = "Active" }),
                ("PATCH", "/type", new { type = "VIP" }),
                ("POST", "/notes", new { notes = "x" }),
                ("GET", "/orders", null),
                ("GET", "/complaints", null),
            }
        )
        {
            await Refused(Amina.SendJson(new(method), $"api/customers/invalid-id{path}", body), 400);
            await Refused(Amina.SendJson(new(method), $"api/customers/507f1f77bcf86cd799439011{path}", body), 404);
        }
    }

    [Fact]
    public async Task Status_type_notes_and_deleting_answer_as_the_contract_says()
    {
        var id = await Added("Standing", "standing@example.org");
        var status = await Ok(Amina.Patch($"api/customers/{id}/status", new { status = "suspended", reason = "Charge-back" }));
        (status.Text("message"), status.GetProperty("data").Text("customerStatus"), status.GetProperty("customer").Text("status")).ShouldBe(
            ("Customer status updated to Suspended", "Suspended", "inactive")
        );
        (await Ok(Amina.Patch($"api/customers/{id}/type", new { type = "VIP" }))).Text("message").ShouldBe("Customer type updated to VIP");
        await Refused(Amina.Patch($"api/customers/{id}/status", new { status = "gone" }), 400, field: "status");
        await Refused(Amina.Patch($"api/customers/{id}/status", new { reason = "x" }), 400, field: "status");
        await Refused(
            Amina.Patch($"api/customers/{id}/status", new { status = "Active", reason = new string('x', 501) }),
            400,
            field: "reason"
        );
        await Refused(Amina.Patch($"api/customers/{id}/type", new { type = "Gold" }), 400, field: "type");
        foreach (var other in new[] { Karim, app.Service, app.Client(app.Sara) })
        {
            await Refused(other.Patch($"api/customers/{id}/status", new { status = "Active" }), 403);
            await Refused(other.Delete($"api/customers/{id}"), 403);
        }
        (await Ok(Karim.Post($"api/customers/{id}/notes", new { notes = "Call back." })))
            .GetProperty("data")
            .GetProperty("notes")[0]
            .Text("note")
            .ShouldBe("Call back.");
        await Refused(Karim.Post($"api/customers/{id}/notes", new { notes = " " }), 400, field: "notes");
        await Refused(Karim.Post($"api/customers/{id}/notes", new { notes = new string('x', 1001) }), 400);

        using (
            var recorded = await app.Service.Post(
                $"api/customers/internal/{id}/orders",
                new
                {
                    number = "DEL-1",
                    status = "delivered",
                    total = 10,
                }
            )
        )
            await recorded.ShouldBe(HttpStatusCode.Created);
        await Ok(Amina.Patch($"api/customers/{id}/status", new { status = "Active" }));
        var removed = await Ok(Amina.Delete($"api/customers/{id}"));
        (removed.GetProperty("data").Text("customerId"), removed.GetProperty("details").Text("status_changed_to")).ShouldBe(
            (id, "inactive")
        );
        var after = (await Karim.Get($"api/customers/{id}")).GetProperty("data");
        (after.Text("customerStatus"), after.GetProperty("metadata").Text("deletedBy")).ShouldBe(("Inactive", "Amina"));
        (await app.Rows("RemovedCustomers")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Orders_complaints_and_figures_are_told_in_the_words_of_004()
    {
        var id = await Added("Buyer", "buyer@example.org");
        using (
            var recorded = await app.Service.Post(
                $"api/customers/internal/{id}/orders",
                new
                {
                    number = "ORD-1",
                    status = "processing",
                    placedAt = "2026-01-05T10:00:00Z",
                    lines = new[]
                    {
                        new
                        {
                            name = "Lamp",
                            category = "home_garden",
                            quantity = 2,
                            unitPrice = 30.5,
                        },
                    },
                    shipping = 5.99,
                    city = "Riyadh",
                    country = "SA",
                }
            )
        )
            await recorded.ShouldBe(HttpStatusCode.Created);
        await Ok(
            app.Service.Post(
                $"api/customers/internal/{id}/orders",
                new
                {
                    number = "ORD-1",
                    status = "processing",
                    placedAt = "2026-01-05T10:00:00Z",
                    lines = new[]
                    {
                        new
                        {
                            name = "Lamp",
                            category = "home_garden",
                            quantity = 2,
                            unitPrice = 30.5,
                        },
                    },
                    shipping = 5.99,
                    city = "Riyadh",
                    country = "SA",
                }
            )
        );
        var orders = (await Karim.Get($"api/customers/{id}/orders")).GetProperty("data");
        (
            orders.GetProperty("summary").GetProperty("totalOrders").GetInt32(),
            orders.GetProperty("summary").GetProperty("totalOrderValue").GetDecimal(),
            orders.GetProperty("statusBreakdown").GetProperty("Processing").GetInt32()
        ).ShouldBe((1, 66.99m, 1));
        var recent = orders.GetProperty("recentOrders")[0];
        (
            recent.Text("orderId"),
            recent.Text("orderStatus"),
            recent.GetProperty("itemCount").GetInt32(),
            recent.GetProperty("deliveryAddress").Text("city")
        ).ShouldBe(("ORD-1", "Processing", 2, "Riyadh"));
        await Refused(Karim.GetAsync($"api/customers/{id}/orders?status=lost"), 400, field: "status");
        await Refused(Amina.Delete($"api/customers/{id}"), 400, "delete_refused");

        await Ok(
            app.Service.Patch(
                $"api/customers/internal/{id}/statistics",
                new
                {
                    totalComplaints = 4,
                    openComplaints = 2,
                    lastComplaintDate = "2026-02-01T00:00:00Z",
                }
            )
        );
        var data = (await Karim.Get($"api/customers/{id}")).GetProperty("data");
        (
            data.GetProperty("totalOrders").GetInt32(),
            data.GetProperty("totalOrderValue").GetDecimal(),
            data.GetProperty("openComplaints").GetInt32()
        ).ShouldBe((1, 66.99m, 2));
        await Refused(app.Service.Patch($"api/customers/internal/{id}/statistics", new { totalOrders = -1 }), 400, field: "totalOrders");

        using (
            var opened = await app.Client(app.David)
                .Post(
                    "api/customers/me/tickets",
                    new
                    {
                        title = "Late",
                        description = "Late.",
                        type = "complaint",
                        priority = "high",
                    }
                )
        )
            await opened.ShouldBe(HttpStatusCode.Created);
        await app.Drain();
        var complaints = (await Karim.Get($"api/customers/{app.David.CustomerId}/complaints?status=open")).GetProperty("data");
        (
            complaints.GetProperty("summary").GetProperty("openComplaints").GetInt32(),
            complaints.GetProperty("recentComplaints")[0].Text("status"),
            complaints.GetProperty("recentComplaints")[0].Text("priority")
        ).ShouldBe((1, "Open", "High"));
        var mine = (await app.Client(app.David).Get("api/customers/me/statistics")).GetProperty("data");
        (mine.GetProperty("totalComplaints").GetInt32(), mine.GetProperty("openComplaints").GetInt32()).ShouldBe((1, 1));

        var all = (await Amina.Get("api/customers/analytics")).GetProperty("data");
        all.GetProperty("totalCustomers")
            .GetInt32()
            .ShouldBe(all.GetProperty("customersByStatus").EnumerateObject().Sum(s => s.Value.GetInt32()));
        all.GetProperty("totalCustomers")
            .GetInt32()
            .ShouldBe(all.GetProperty("customersByType").EnumerateObject().Sum(s => s.Value.GetInt32()));
        all.GetProperty("orderStatistics").GetProperty("totalOrderValue").GetDecimal().ShouldBeGreaterThanOrEqualTo(66.99m);
        await Refused(Karim.GetAsync("api/customers/analytics"), 403);
    }

    // contract C27: missing 401, wrong 403; the service key alone.
    [Fact]
    public async Task Services_report_people_with_the_service_key_alone()
    {
        var person = new
        {
            userId = "auth-7",
            email = "outside@example.org",
            fullName = "Out Sider",
            contactNumber = "+966500000007",
        };
        var created = await Ok(app.Service.Post("api/customers/internal/create", person));
        (created.GetProperty("data").Text("userId"), created.GetProperty("data").Text("customerStatus"), created.Text("message")).ShouldBe(
            ("auth-7", "Active", "Customer created")
        );
        var again = await Ok(app.Service.Post("api/customers/internal/create", person));
        (again.GetProperty("data").Text("customerId"), again.Text("message")).ShouldBe(
            (created.GetProperty("data").Text("customerId"), "Customer already exists")
        );
        (await app.Service.Get("api/customers/internal/user/auth-7")).GetProperty("data").Text("fullName").ShouldBe("Out Sider");
        (await Karim.Get("api/customers/auth-7")).GetProperty("data").Text("userId").ShouldBe("auth-7");
        await Refused(app.Service.GetAsync("api/customers/internal/user/nobody"), 404);
        foreach (
            var (bad, field) in new (object, string)[]
            {
                (
                    new
                    {
                        userId = "",
                        email = "a@example.org",
                        fullName = "Aa",
                        contactNumber = "0123456789",
                    },
                    "userId"
                ),
                (
                    new
                    {
                        userId = "x",
                        email = "no",
                        fullName = "Aa",
                        contactNumber = "0123456789",
                    },
                    "email"
                ),
                (
                    new
                    {
                        userId = "x",
                        email = "a@example.org",
                        fullName = "A",
                        contactNumber = "0123456789",
                    },
                    "fullName"
                ),
                (
                    new
                    {
                        userId = "x",
                        email = "a@example.org",
                        fullName = "Aa",
                        contactNumber = "123",
                    },
                    "contactNumber"
                ),
            }
        )
            await Refused(app.Service.Post("api/customers/internal/create", bad), 400, field: field);
        var wrong = app.Anonymous;
        wrong.DefaultRequestHeaders.Add("x-api-key", "wrong");
        await Refused(wrong.Post("api/customers/internal/create", person), 403);
        await Refused(app.Anonymous.Post("api/customers/internal/create", person), 401);
        foreach (var other in new[] { Karim, Amina, app.Client(app.Sara) })
            await Refused(other.Post("api/customers/internal/create", person), 403);
    }

    [Fact]
    public async Task A_customers_own_data_has_everything_but_what_staff_noted()
    {
        await Ok(Karim.Post($"api/customers/{app.Sara.CustomerId}/notes", new { notes = "Not for her eyes." }));
        var me = await app.Client(app.Sara).Get("api/customers/me");
        me.GetRawText().ShouldNotContain("Not for her eyes");
        var data = me.GetProperty("data");
        (
            data.Text("userId"),
            data.Text("customerType"),
            data.GetProperty("notes").GetArrayLength(),
            data.GetProperty("metadata").GetProperty("loginCount").GetInt32() > 0
        ).ShouldBe((app.Sara.UserId.ToString()!, "Regular", 0, true));
    }
}

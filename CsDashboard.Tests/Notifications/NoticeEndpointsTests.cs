using System.Net;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Notifications;

/// <summary>The membership calls about notifications, with real rows behind them.</summary>
public sealed class NoticeEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private string Sara => app.Sara.CustomerId!.Value.ToString();

    private string At(string what, string? who = null) => $"api/customer-id/notifications/{who ?? Sara}/{what}";

    // contract C14: both of membership's sets of names, market's and the CRM's are the same row.
    [Fact]
    public async Task Preferences_are_answered_and_taken_under_every_name()
    {
        var david = app.Client(app.David);
        var at = At("preferences", app.David.CustomerId!.Value.ToString());
        var first = await david.Get(at);
        first.GetProperty("success").GetBoolean().ShouldBeTrue();
        var data = first.GetProperty("data");
        foreach (
            var name in new[]
            {
                "emailNotifications",
                "smsNotifications",
                "pushNotifications",
                "promotionalEmails",
                "orderUpdates",
                "loyaltyUpdates",
                "emailOffers",
                "emailOrders",
                "smsOffers",
                "smsOrders",
                "email_enabled",
                "notifications",
            }
        )
            data.GetProperty(name).GetBoolean().ShouldBeTrue(name);
        (data.GetProperty("emailNewsletter").GetBoolean(), data.GetProperty("newsletter").GetBoolean(), data.Text("frequency")).ShouldBe(
            (false, false, "immediate")
        );

        async Task<System.Text.Json.JsonElement> Put(object body)
        {
            using var response = await david.Put(at, body);
            await response.ShouldBe(HttpStatusCode.OK);
            return (await response.Json()).GetProperty("data");
        }
        data = await Put(new { emailNotifications = false });
        (
            data.GetProperty("emailNotifications").GetBoolean(),
            data.GetProperty("email_enabled").GetBoolean(),
            data.GetProperty("smsNotifications").GetBoolean()
        ).ShouldBe((false, false, true));
        data = await Put(
            new
            {
                email_enabled = true,
                promotionalEmails = false,
                newsletter = true,
                frequency = "daily",
                quiet_hours_start = "21:30",
            }
        );
        (
            data.GetProperty("emailNotifications").GetBoolean(),
            data.GetProperty("emailOffers").GetBoolean(),
            data.GetProperty("emailNewsletter").GetBoolean(),
            data.Text("frequency")
        ).ShouldBe((true, false, true, "daily"));
        (data.GetProperty("quiet_hours_enabled").GetBoolean(), data.Text("quiet_hours_start"), data.Text("quiet_hours_end")).ShouldBe(
            (true, "21:30", "08:00")
        );
        // A specific name takes precedence over a general one.
        data = await Put(new { orderUpdates = false, smsOrders = true });
        (
            data.GetProperty("orderUpdates").GetBoolean(),
            data.GetProperty("emailOrders").GetBoolean(),
            data.GetProperty("smsOrders").GetBoolean()
        ).ShouldBe((true, false, true));
        data = await Put(new { });
        data.Text("frequency").ShouldBe("daily");
        var record = await app.Client(app.Karim).Get($"api/customers/{app.David.CustomerId}");
        record.GetRawText().ShouldContain("\"newsletter\":true");
    }

    [Theory]
    [InlineData("{\"emailNotifications\":\"yes\"}", "emailNotifications")]
    [InlineData("{\"emailNotifications\":1}", "emailNotifications")]
    [InlineData("{\"frequency\":\"weekly\"}", "frequency")]
    [InlineData("{\"quiet_hours_start\":\"25:00\"}", "quietFrom")]
    [InlineData("{\"language\":\"fr\"}", "language")]
    [InlineData("[]", null)]
    public async Task Bad_preferences_change_nothing(string body, string? field)
    {
        var before = (await app.Client(app.Sara).Get(At("preferences"))).GetRawText();
        using var response = await app.Client(app.Sara).Put(At("preferences"), body);
        await response.ShouldBeProblem(400, field: field);
        (await app.Client(app.Sara).Get(At("preferences"))).GetRawText().ShouldBe(before);
    }

    [Fact]
    public async Task What_staff_send_arrives_and_stands_in_the_history()
    {
        var (karim, sara) = (app.Client(app.Karim), app.Client(app.Sara));
        foreach (var client in new[] { karim, app.Service })
        {
            using var response = await client.Post(
                At("send"),
                new
                {
                    type = "offer",
                    title = "Two for one",
                    message = "Until Friday.",
                    customerId = "somebody else",
                }
            );
            await response.ShouldBe(HttpStatusCode.OK);
            var data = (await response.Json()).GetProperty("data");
            (data.Text("customerId"), data.Text("type"), data.Text("message"), data.Text("status"), data.Text("id")).ShouldBe(
                (Sara, "offer", "Until Friday.", "sent", data.Text("notificationId"))
            );
        }
        var history = (await sara.Get(At("history"))).GetProperty("data");
        history.GetArrayLength().ShouldBe(4);
        var newest = history[0];
        (newest.Text("type"), newest.Text("title"), newest.Text("message"), newest.GetProperty("read").GetBoolean()).ShouldBe(
            ("offer", "Two for one", "Until Friday.", false)
        );
        history.EnumerateArray().Select(h => h.Text("channel")).Distinct().ShouldBe(["push", "email"], ignoreOrder: true);
        (await sara.Get(At("history") + "?limit=1")).GetProperty("data").GetArrayLength().ShouldBe(1);
        // One that its reader does not want is held back, and says so.
        using (await sara.Put(At("preferences"), new { pushNotifications = false })) { }
        using var held = await karim.Post(At("send"), new { type = "push", message = "Hello" });
        (await held.Json()).GetProperty("data").Text("status").ShouldBe("held");
        var last = (await sara.Get(At("history"))).GetProperty("data")[0];
        (last.Text("status"), last.Text("reason")).ShouldBe(("held", "channel_off"));
        using var alert = await karim.Post(At("send"), new { type = "alert", message = "Look at your sessions." });
        (await alert.Json()).GetProperty("data").Text("status").ShouldBe("sent");
    }

    [Theory]
    [InlineData("{}", "type")]
    [InlineData("{\"type\":\"fax\",\"message\":\"x\"}", "type")]
    [InlineData("{\"type\":\"email\"}", "message")]
    [InlineData("{\"type\":\"email\",\"message\":\"  \"}", "message")]
    [InlineData("{\"type\":\"email\",\"message\":\"LONG\"}", "message")]
    [InlineData("{\"type\":\"email\",\"message\":\"x\",\"title\":\"LONG\"}", "title")]
    [InlineData("{\"type\":\"sms\",\"message\":\"x\"}", "type")]
    public async Task A_bad_message_is_sent_to_nobody(string body, string field)
    {
        var before = await app.Rows("Notifications");
        using var response = await app.Client(app.Karim)
            .Post(At("send"), body.Replace("LONG", new string('x', 501), StringComparison.Ordinal));
        await response.ShouldBeProblem(400, field: field);
        (await app.Rows("Notifications")).ShouldBe(before);
    }

    [Fact]
    public async Task Customers_send_nothing_and_nobody_reaches_anothers()
    {
        using var customer = await app.Client(app.Sara).Post(At("send"), new { type = "push", message = "x" });
        await customer.ShouldBeProblem(403);
        foreach (var stranger in new[] { app.Client(app.David), app.Client(app.Oskar), app.Client(app.Olga) })
        foreach (var what in new[] { "preferences", "history" })
        {
            using var response = await stranger.GetAsync(At(what));
            await response.ShouldBeProblem(404);
        }
        using var other = await app.Client(app.Olga).Post(At("send"), new { type = "push", message = "x" });
        await other.ShouldBeProblem(404);
        using var unknown = await app.Client(app.Karim).GetAsync(At("preferences", "nobody-at-all"));
        await unknown.ShouldBeProblem(404);
        using var bad = await app.Client(app.Sara).GetAsync(At("history") + "?limit=0");
        await bad.ShouldBeProblem(400, field: "limit");
    }
}

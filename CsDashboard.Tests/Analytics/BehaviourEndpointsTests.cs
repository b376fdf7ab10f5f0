using System.Net;
using System.Text.Json;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Analytics;

/// <summary>Visits as programs tell them (contract: market, Behaviour).</summary>
public sealed class BehaviourEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string At = "api/analytics/";

    [Fact]
    public async Task Each_call_answers_with_the_fields_of_the_contract()
    {
        var stranger = app.Anonymous;
        var visit = (await Post(stranger, "session/start?user_id=ext-1&device_type=mobile")).Text("session_id");
        foreach (var page in new[] { "/a", "/b" })
            (await Post(stranger, $"page-view?session_id={visit}&user_id=ext-1&page_url={page}&time_spent=5&scroll_depth=80"))
                .GetProperty("recorded")
                .GetBoolean()
                .ShouldBeTrue();
        await Post(stranger, $"interaction?session_id={visit}&user_id=ext-1&event_type=click", new { event_data = new { a = 1 } });
        await Post(
            stranger,
            "marketplace-event",
            new
            {
                user_id = "ext-1",
                event_type = "view",
                product_id = 1,
            }
        );
        await Post(
            app.Client(app.Karim),
            "conversion",
            new
            {
                user_id = "ext-1",
                event_type = "purchase",
                order_id = "E-1",
                order_value = 12.5,
            }
        );
        foreach (var client in new[] { app.Client(app.Karim), app.Service })
        {
            var person = await client.Get(At + "user/ext-1?days=7");
            var sums = person.GetProperty("sessions");
            (
                sums.GetProperty("total").GetInt32(),
                sums.GetProperty("total_page_views").GetInt32(),
                sums.GetProperty("total_interactions").GetInt32()
            ).ShouldBe((1, 2, 1));
            Has(person, "user_id period_days top_pages interactions marketplace_events");
            Has(person.GetProperty("top_pages")[0], "page_url views avg_time");
            Has(await client.Get(At + "real-time"), "active_sessions active_users total_page_views total_interactions timestamp");
            Has((await client.Get(At + "insights")).GetProperty("insights")[0], "type title message priority");
        }
        var all = await app.Client(app.Amina).Get(At + "platform");
        Has(all, "period_days overview daily_users top_pages marketplace_events conversions");
        Has(all.GetProperty("overview"), "total_sessions unique_users avg_session_duration total_page_views total_interactions");
        Has(all.GetProperty("conversions"), "total total_revenue avg_order_value");
        await Post(stranger, "session/end", new { session_id = visit });
        using var again = await stranger.Post(At + "session/end", new { session_id = visit });
        await again.ShouldBeProblem(404);
    }

    [Fact]
    public async Task A_stranger_who_knows_a_customers_id_is_not_taken_for_them()
    {
        await Post(app.Anonymous, "session/start", new { user_id = app.David.CustomerId });
        await Post(app.Client(app.Sara), "session/start", new { user_id = "me" });
        (await app.Client(app.Karim).Get($"{At}user/{app.Sara.CustomerId}"))
            .GetProperty("sessions")
            .GetProperty("total")
            .GetInt32()
            .ShouldBe(1);
        await using var db = app.Get<CsDashboard.Foundation.Storage.Store>().Open(app.Product);
        db.Set<CsDashboard.Analytics.Behaviour.Visit>().ShouldNotContain(v => v.CustomerId == app.David.CustomerId);
    }

    [Theory]
    [InlineData("session/start", "user_id")]
    [InlineData("session/end", "session_id")]
    [InlineData("page-view", "user_id")]
    [InlineData("interaction", "user_id")]
    [InlineData("marketplace-event", "user_id")]
    [InlineData("conversion", "user_id")]
    public async Task What_is_missing_is_named(string call, string field)
    {
        using var response = await app.Anonymous.Post(At + call, new { });
        await response.ShouldBeProblem(400, field: field);
    }

    [Theory]
    [InlineData("user/x", false)]
    [InlineData("real-time", false)]
    [InlineData("insights", false)]
    [InlineData("platform", true)]
    public async Task Figures_are_for_staff_and_those_of_everybody_for_admins(string path, bool admins)
    {
        async Task Refused(HttpClient client, int status)
        {
            using var response = await client.GetAsync(At + path);
            await response.ShouldBeProblem(status);
        }
        await Refused(app.Anonymous, 401);
        await Refused(app.Client(app.Sara), 403);
        if (admins)
            await Refused(app.Client(app.Karim), 403);
    }

    private static void Has(JsonElement answer, string fields)
    {
        foreach (var field in fields.Split(' '))
            answer.TryGetProperty(field, out _).ShouldBeTrue(field);
    }

    private static async Task<JsonElement> Post(HttpClient client, string path, object? body = null)
    {
        using var response = await client.Post(At + path, body ?? new { });
        await response.ShouldBe(HttpStatusCode.OK);
        return await response.Json();
    }
}

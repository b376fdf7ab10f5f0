using System.Net;
using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Customers;

/// <summary>The customer calls of enhanced, with the examples of its own description.</summary>
public sealed class EnhancedEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Example = """
        {"email":"EMAIL","password":"securepassword123","user_data":{"name":"Test User","membership_tier":"premium","account_type":"Individual","prop_firm":"Test Firm","account_size":50000,
        "questionnaire":{"experience":"Intermediate","risk_tolerance":"High","preferred_pairs":["BTC/USD","ETH/USD"]}}}
        """;

    private async Task<JsonElement> Registered(string email)
    {
        using var response = await app.Anonymous.Post("api/enhanced/register", Example.Replace("EMAIL", email, StringComparison.Ordinal));
        await response.ShouldBe(HttpStatusCode.Created);
        return await response.Json();
    }

    [Fact]
    public async Task The_examples_of_the_seed_register_and_are_found_again()
    {
        var answer = await Registered("test.user@gmail.com");
        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        answer.Text("unique_id").ShouldMatch("^[0-9A-F]{8}$");
        answer.Text("message").ShouldNotBeEmpty();
        var data = (
            await app.Client(app.Karim).Get($"api/enhanced/customers/{answer.GetProperty("user_id").GetInt64()}/comprehensive")
        ).GetProperty("data");
        var (customer, service) = (data.GetProperty("customer"), data.GetProperty("service_data"));
        (
            customer.Text("unique_id"),
            customer.Text("name"),
            customer.Text("email"),
            customer.Text("membership_tier"),
            customer.Text("status")
        ).ShouldBe((answer.Text("unique_id"), "Test User", "test.user@gmail.com", "standard", "active"));
        (
            service.Text("prop_firm"),
            service.Text("account_type"),
            service.GetProperty("account_size").GetDecimal(),
            service.Text("trading_experience"),
            service.Text("risk_tolerance")
        ).ShouldBe(("Test Firm", "Individual", 50000m, "Intermediate", "High"));
        service.GetProperty("preferred_pairs").EnumerateArray().Select(p => p.GetString()).ShouldBe(["BTC/USD", "ETH/USD"]);
        service.GetProperty("risk_assessment").Text("level").ShouldBe("Balanced");
        data.GetProperty("activities").GetArrayLength().ShouldBeInRange(1, 10);
        data.GetProperty("screenshots").GetArrayLength().ShouldBe(0);
        data.GetRawText().ShouldNotContain("password", Case.Insensitive);
        // With that password they sign in.
        using var signedIn = await app.Anonymous.Post(
            "api/auth/login",
            new { email = "testuser@gmail.com", password = "securepassword123" }
        );
        await signedIn.ShouldBe(HttpStatusCode.OK);
        // The second example of its description has a password that everybody tries: nobody gets an account with one, here as elsewhere.
        using var second = await app.Anonymous.Post(
            "api/enhanced/register",
            """{"email":"new.user@gmail.com","password":"password123","user_data":{"name":"New User","membership_tier":"standard"}}"""
        );
        await second.ShouldBeProblem(400, field: "password");
        (await app.Database.Ask("SELECT count(*) FROM \"Users\" WHERE \"PasswordHash\" LIKE '%password%'")).ShouldBe("0");
    }

    [Fact]
    public async Task A_tier_that_somebody_asks_for_is_a_wish_until_who_gives_tiers_has_decided()
    {
        var sent = Example
            .Replace("EMAIL", "wishing@example.com", StringComparison.Ordinal)
            .Replace("premium", "enterprise", StringComparison.Ordinal);
        using var made = await app.Anonymous.Post("api/enhanced/register", sent);
        var id = (await made.Json()).Text("customerId");
        var lists = app.Get<CsDashboard.Customers.CustomerLists>();
        var customer = await lists.Get(app.Karim, (await app.Get<CsDashboard.Customers.CustomerRecords>().Resolve(app.Karim, id)));
        (customer.MembershipTier, customer.WishedTier).ShouldBe(("standard", "enterprise"));
        using var refused = await app.Client(app.Karim)
            .SendJson(HttpMethod.Put, $"api/customers/{id}", new { membership_tier = "enterprise" });
        await refused.ShouldBeProblem(403);
        using var given = await app.Client(app.Amina).SendJson(HttpMethod.Put, $"api/customers/{id}", new { membership_tier = "pro" });
        await given.ShouldBe(HttpStatusCode.OK);
        customer = await lists.Get(app.Karim, customer.Id);
        (customer.MembershipTier, customer.WishedTier).ShouldBe(("pro", null));

        // An agent who enters a customer gives none either; the service key does.
        foreach (
            var (client, tier, wish) in new[]
            {
                (app.Client(app.Karim), "standard", "enterprise"),
                (app.Service, "enterprise", (string?)null),
            }
        )
        {
            using var entered = await client.Post(
                "api/customers",
                new
                {
                    name = "Entered",
                    email = $"{Guid.NewGuid():N}@example.com",
                    membership_tier = "enterprise",
                }
            );
            await entered.ShouldBe(HttpStatusCode.Created);
            var newest = (await entered.Json()).GetProperty("data").Text("customerId");
            var record = await lists.Get(app.Amina, await app.Get<CsDashboard.Customers.CustomerRecords>().Resolve(app.Amina, newest));
            (record.MembershipTier, record.WishedTier).ShouldBe((tier, wish));
        }
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{\"email\":\"a@example.org\"}", "password")]
    [InlineData("{\"password\":\"long enough\"}", "email")]
    [InlineData("{\"email\":\"no address\",\"password\":\"long enough\"}", "email")]
    [InlineData("{\"email\":\"a@b@c\",\"password\":\"long enough\"}", "email")]
    [InlineData("{\"email\":\"a@example.org\",\"password\":\"short\"}", "password")]
    [InlineData("{\"email\":\"a@example.org\",\"password\":\"12345678\"}", "password")]
    [InlineData("{\"email\":\"a@example.org\",\"password\":\"qwerty123\"}", "password")]
    [InlineData("{\"email\":\"nadia@example.org\",\"password\":\"nadia@example.org\"}", "password")]
    [InlineData(
        "{\"email\":\"a@example.org\",\"password\":\"long enough\",\"user_data\":{\"membership_tier\":\"gold\"}}",
        "membershipTier"
    )]
    [InlineData(
        "{\"email\":\"a@example.org\",\"password\":\"long enough\",\"user_data\":{\"account_size\":\"much\"}}",
        "user_data.account_size"
    )]
    [InlineData(
        "{\"email\":\"a@example.org\",\"password\":\"long enough\",\"user_data\":{\"questionnaire\":{\"experience\":\"Guru\"}}}",
        "experience"
    )]
    public async Task A_bad_registration_makes_nothing(string body, string? field)
    {
        var before = (await app.Rows("Users"), await app.Rows("Customers"));
        using var response = await app.Anonymous.Post("api/enhanced/register", body);
        await response.ShouldBeProblem(400, field: field);
        (await app.Rows("Users"), await app.Rows("Customers")).ShouldBe(before);
    }

    [Fact]
    public async Task An_address_that_is_taken_in_any_form_is_refused_with_its_own_word()
    {
        await Registered("taken.address@gmail.com");
        foreach (
            var email in new[]
            {
                "takenaddress@gmail.com",
                "Taken.Address+x@gmail.com",
                NamedCast.EmailOf(app.Sara),
                NamedCast.EmailOf(app.Oskar),
            }
        )
        {
            using var again = await app.Anonymous.Post("api/enhanced/register", Example.Replace("EMAIL", email, StringComparison.Ordinal));
            await again.ShouldBeProblem(400, "EMAIL_ALREADY_EXISTS", "email");
        }
    }

    // contract: enhanced, E-mail, with the samples of its description.
    [Theory]
    [InlineData("someone.free@gmail.com", "someonefree@gmail.com", true)]
    [InlineData("someone+tag@gmail.com", "someone@gmail.com", true)]
    [InlineData(" Some.One+x@Example.ORG ", "some.one+x@example.org", true)]
    [InlineData("SARA@example.com", "sara@example.com", false)]
    [InlineData("karim@example.com", "karim@example.com", false)]
    public async Task An_address_is_shown_in_the_form_in_which_it_is_compared(string email, string normalised, bool free)
    {
        using var response = await app.Anonymous.Post("api/enhanced/email-validation", new { email });
        await response.ShouldBe(HttpStatusCode.OK);
        var answer = await response.Json();
        (
            answer.GetProperty("success").GetBoolean(),
            answer.GetProperty("is_available").GetBoolean(),
            answer.Text("normalized_email")
        ).ShouldBe((free, free, normalised));
        answer.Text("message").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"email\":\"\"}")]
    [InlineData("{\"email\":\"no address\"}")]
    public async Task What_is_no_address_is_refused(string body)
    {
        using var response = await app.Anonymous.Post("api/enhanced/email-validation", body);
        await response.ShouldBeProblem(400, field: "email");
    }

    [Fact]
    public async Task Sync_fills_defaults_keeps_versions_and_explains_the_risk()
    {
        var (karim, id) = (app.Client(app.Karim), (await Registered("sync@example.org")).GetProperty("user_id").GetInt64());
        async Task<JsonElement> Sync(HttpClient client, object body)
        {
            using var response = await client.Post($"api/enhanced/customers/{id}/sync", body);
            await response.ShouldBe(HttpStatusCode.OK);
            return (await response.Json()).GetProperty("data");
        }
        var data = await Sync(
            karim,
            new
            {
                prop_firm = "Atlas",
                account_type = "Professional",
                account_size = 25000.5,
                experience = "Beginner",
                risk_tolerance = "Very High",
                preferred_pairs = new[] { "EUR/USD" },
                answers = new { since = "2020" },
            }
        );
        (
            data.Text("prop_firm"),
            data.Text("account_type"),
            data.GetProperty("account_size").GetDecimal(),
            data.Text("trading_experience"),
            data.Text("risk_tolerance")
        ).ShouldBe(("Atlas", "Professional", 25000.5m, "Beginner", "Very High"));
        data.GetProperty("answers").Text("since").ShouldBe("2020");
        var risk = data.GetProperty("risk_assessment");
        (
            risk.GetProperty("score").GetDecimal(),
            risk.Text("level"),
            risk.Text("strategy"),
            risk.GetProperty("flagged").GetBoolean()
        ).ShouldBe((60m, "Balanced", "balanced", true));
        (await Sync(app.Service, new { experience = "Beginner" }))
            .GetProperty("version")
            .GetInt32()
            .ShouldBe(data.GetProperty("version").GetInt32());

        foreach (
            var (body, status, code) in new (object, int, string?)[]
            {
                (new { email = "no address" }, 400, null),
                (new { account_size = "much" }, 400, null),
                (new { account_size = -5 }, 400, null),
                (new { experience = "Guru" }, 400, null),
                (new { answers = new { a = 5 } }, 400, null),
            }
        )
        {
            using var refused = await karim.Post($"api/enhanced/customers/{id}/sync", body);
            await refused.ShouldBeProblem(status, code);
        }
        // Another address is passed over, and the answer and the history say so; the rest is taken.
        using var other = await karim.Post($"api/enhanced/customers/{id}/sync", new { email = "other@example.org", prop_firm = "Boreas" });
        await other.ShouldBe(HttpStatusCode.OK);
        var told = await other.Json();
        (told.GetProperty("data").Text("prop_firm"), told.Text("message")).ShouldBe(
            ("Boreas", "Customer data synchronised. The e-mail address was not changed: it is fixed.")
        );
        (await karim.Get($"api/customers/{id}")).GetProperty("data").Text("email").ShouldBe("sync@example.org");
        await using (var db = app.Store.Open(app.Amina))
            db.Events.Count(e => e.Kind == "EmailChangeAttempted" && e.Payload.Contains("other@example.org")).ShouldBe(1);
        using var same = await karim.Post($"api/enhanced/customers/{id}/sync", new { email = "Sync@Example.org\u200F" });
        (await same.Json()).Text("message").ShouldBe("Customer data synchronised");

        foreach (var (client, status) in new[] { (app.Client(app.Sara), 403), (app.Anonymous, 401), (app.Client(app.Olga), 404) })
        {
            using var refused = await client.Post($"api/enhanced/customers/{id}/sync", new { });
            await refused.ShouldBeProblem(status);
        }
        using var unknown = await karim.Post("api/enhanced/customers/99999999/sync", new { });
        await unknown.ShouldBeProblem(404);
    }

    [Fact]
    public async Task A_customer_who_said_nothing_has_defaults()
    {
        var karim = app.Client(app.Karim);
        using var response = await karim.Post($"api/enhanced/customers/{app.David.CustomerId}/sync", new { });
        var data = (await response.Json()).GetProperty("data");
        (
            data.Text("prop_firm"),
            data.Text("account_type"),
            data.GetProperty("account_size").GetDecimal(),
            data.Text("trading_experience"),
            data.Text("risk_tolerance")
        ).ShouldBe(("Unknown", "Unknown", 0m, "Beginner", "Medium"));
        (data.GetProperty("preferred_pairs").GetArrayLength(), data.GetProperty("answers").EnumerateObject().Count()).ShouldBe((0, 0));
        (await karim.Get($"api/enhanced/customers/{app.David.CustomerId}/comprehensive"))
            .GetProperty("data")
            .GetProperty("service_data")
            .EnumerateObject()
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Health_says_what_system_000_asks_for()
    {
        var health = await app.Anonymous.Get("health");
        (health.Text("status"), health.Text("database")).ShouldBe(("healthy", "connected"));
        health.GetProperty("customer_count").GetInt64().ShouldBeGreaterThan(0);
        health.GetProperty("timestamp").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
    }
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Tests.Desk;
using CsDashboard.Web.Audit;

namespace CsDashboard.Tests.Audit;

/// <summary>The history for programs (contract: enhanced, Audit: GET /api/enhanced/audit-log).</summary>
public sealed partial class AuditEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Amina => app.Client(app.Amina);

    private static List<JsonElement> Rows(JsonElement answer, string name = "audit_log") => [.. answer.GetProperty(name).EnumerateArray()];

    [Fact]
    public async Task The_log_has_the_fields_of_the_contract_newest_first_with_before_and_after()
    {
        var ticket = (await app.Opened(app.Sara, "Of the log")).Text("id");
        await app.Moved(ticket, "resolved");
        var answer = await Amina.Get("api/enhanced/audit-log");
        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        var rows = Rows(answer);
        answer.GetProperty("count").GetInt32().ShouldBe(rows.Count);
        rows.Select(r => r.GetProperty("timestamp").GetDateTimeOffset()).ShouldBeInOrder(SortDirection.Descending);
        var change = rows.First(r => r.Text("kind") == "StatusChanged" && r.Text("record_id") == ticket);
        (
            change.Text("table_name"),
            change.Text("action"),
            change.Text("user_id"),
            change.GetProperty("old_data").Text("status"),
            change.GetProperty("new_data").Text("status")
        ).ShouldBe(("tickets", "UPDATE", app.Karim.UserId.ToString(), "open", "resolved"));
        change.GetProperty("id").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Every_filter_narrows_the_log()
    {
        await app.Moved((await app.Opened(app.Sara)).Text("id"), "pending");
        async Task<List<JsonElement>> Log(string query) => Rows(await Amina.Get("api/enhanced/audit-log?" + query));
        (await Log("table_name=tickets")).ShouldAllBe(r => r.Text("table_name") == "tickets");
        (await Log("table_name=users&action=login")).ShouldAllBe(r => r.Text("action") == "LOGIN" && r.Text("table_name") == "users");
        (await Log($"user_id={app.Karim.UserId}")).ShouldAllBe(r => r.Text("user_name") == "Karim");
        foreach (
            var name in new[] { app.Sara.CustomerId.ToString()!, (await app.Client(app.Sara).Get("api/customers/me")).Text("id") }.Skip(1)
        )
            (await Log($"user_id={name}")).ShouldAllBe(r => r.Text("user_name") == "Sara");
        (await Log("limit=1")).Count.ShouldBe(1);
        (await Log("limit=99999")).Count.ShouldBeLessThanOrEqualTo(1000);
        foreach (var some in new[] { "table_name=tickets", "table_name=users&action=login", $"user_id={app.Karim.UserId}" })
            (await Log(some)).ShouldNotBeEmpty(some);
        foreach (var none in new[] { "table_name=none", "action=NOTHING", "user_id=1", "user_id=nobody", $"user_id={app.Olga.UserId}" })
            (await Log(none)).ShouldBeEmpty(none);
    }

    [Theory]
    [InlineData("ten")]
    [InlineData("1.5")]
    [InlineData("")]
    public async Task A_limit_that_is_no_whole_number_is_refused(string limit)
    {
        using var response = await Amina.GetAsync("api/enhanced/audit-log?limit=" + limit);
        await response.ShouldBeProblem(400, field: "limit");
    }

    [Theory]
    [InlineData("api/enhanced/audit-log")]
    [InlineData("api/enhanced/audit-log/export")]
    [InlineData("api/audit/logs")]
    public async Task Only_admins_read_the_log_and_only_of_their_own_company(string path)
    {
        foreach (var person in new[] { app.Karim, app.Sara })
        {
            using var refused = await app.Client(person).GetAsync(path);
            await refused.ShouldBeProblem(403);
        }
        using (var program = await app.Service.GetAsync(path))
            await program.ShouldBeProblem(403);
        using (var nobody = await app.Anonymous.GetAsync(path))
            await nobody.ShouldBeProblem(401);
        await app.Opened(app.Sara, "Nobody of Other reads this");
        using var others = await app.Client(app.Omar).GetAsync(path);
        await others.ShouldBe(HttpStatusCode.OK);
        (await others.Content.ReadAsStringAsync()).ShouldNotContain("Nobody of Other reads this");
    }

    [Fact]
    public async Task The_history_of_one_row_and_the_trail_of_one_person()
    {
        var ticket = (await app.Opened(app.Sara)).Text("id");
        await app.Moved(ticket, "resolved");
        Rows(await Amina.Get($"api/audit/logs?table_name=tickets&record_id={ticket}"), "logs")
            .Select(r => r.Text("kind"))
            .ShouldBe(["StatusChanged", "TicketOpened"]);
        var trail = await Amina.Get($"api/audit/users/{app.Karim.UserId}/trail?limit=5");
        (trail.Text("user_id"), trail.GetProperty("trail").EnumerateArray().All(r => r.Text("user_name") == "Karim")).ShouldBe(
            (app.Karim.UserId.ToString(), true)
        );
        foreach (var id in new[] { app.Olga.UserId.ToString()!, "1", "nobody" })
        {
            using var response = await Amina.GetAsync($"api/audit/users/{id}/trail");
            await response.ShouldBeProblem(404);
        }
    }

    [Fact]
    public async Task An_export_is_a_file_of_what_is_filtered_safe_in_a_spreadsheet_and_recorded()
    {
        await app.Opened(app.Sara, "=cmd|' /C calc'!A0, \"quoted\"", "=1+1");
        using var csv = await Amina.GetAsync("api/enhanced/audit-log/export?table=ticket");
        await csv.ShouldBe(HttpStatusCode.OK);
        (csv.Content.Headers.ContentType!.MediaType, csv.Content.Headers.ContentDisposition!.DispositionType).ShouldBe(
            ("text/csv", "attachment")
        );
        var text = await csv.Content.ReadAsStringAsync();
        text.TrimStart('\uFEFF').ShouldStartWith("id,timestamp,user_id,");
        text.ShouldContain("calc");
        FormulaAtStart().IsMatch(text).ShouldBeFalse();

        using var lines = await Amina.GetAsync($"api/enhanced/audit-log/export?format=jsonl&person={app.Sara.UserId}");
        foreach (var line in (await lines.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            JsonDocument.Parse(line).RootElement.Text("user_name").ShouldBe("Sara");

        Rows(await Amina.Get("api/enhanced/audit-log?table_name=audit_log&limit=2"))
            .Select(r => r.Text("action"))
            .ShouldAllBe(action => action == "AUDIT_EXPORTED");
    }

    [Theory]
    [InlineData("format=xml", "format")]
    [InlineData("person=x", "person")]
    [InlineData("row=5", "row")]
    [InlineData("from=2026-13-01", "from")]
    [InlineData("to=yesterday", "to")]
    [InlineData("to=9999-12-31", "to")]
    public async Task An_export_with_a_filter_that_cannot_be_read_is_refused_and_not_recorded(string query, string field)
    {
        var before = await app.Database.Ask("SELECT count(*) FROM \"Events\" WHERE \"Kind\" = 'AuditExported'");
        using var response = await Amina.GetAsync("api/enhanced/audit-log/export?" + query);
        await response.ShouldBeProblem(400, field: field);
        (await app.Database.Ask("SELECT count(*) FROM \"Events\" WHERE \"Kind\" = 'AuditExported'")).ShouldBe(before);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("صرف", "صرف")]
    [InlineData("", "")]
    public void A_field_of_a_csv_is_never_a_formula(string value, string field) =>
        CsDashboard.Web.Server.CsvText.Field(value).ShouldBe(field.StartsWith("\"'  ", StringComparison.Ordinal) ? "'  =1" : field);

    [Fact]
    public async Task No_password_token_or_code_is_ever_in_an_event()
    {
        var secrets = new Dictionary<string, string>();
        string Secret(string name, string? value = null) => secrets[name] = value ?? $"canary-{name}-{Guid.NewGuid():N}";
        var (password, visitor) = (Secret("password"), new Visitor("127.0.0.1", null, TimeProvider.System));
        using var registered = await app.Anonymous.Post(
            "api/auth/register",
            new
            {
                name = "Canary",
                email = "canary@example.com",
                password,
            }
        );
        await registered.ShouldBe(HttpStatusCode.Created);
        using var login = await app.Anonymous.Post("api/auth/login", new { email = "canary@example.com", password });
        var signedIn = await login.Json();
        (Secret("token", signedIn.Text("token")), Secret("refresh", signedIn.Text("refreshToken"))).ShouldNotBe(default);
        await app.Anonymous.Post("api/auth/login", new { email = "canary@example.com", password = Secret("wrong") });
        var invitation = Secret(
            "invitation",
            await app.Get<Users>().Invite(await app.In(app.Amina), new Invitation { Name = "Invited", Email = "invited@example.com" })
        );
        await app.Get<Users>().SetPasswordByCode(new NewPassword { Code = invitation, Password = Secret("chosen") }, visitor);
        Secret("reset", (await app.Get<Users>().ForgotPassword("canary@example.com", visitor))!.Value.Code);
        using var other = await app.Anonymous.Post("api/auth/logout", new { refreshToken = secrets["refresh"] });
        await app.Drain();
        foreach (var (name, secret) in secrets)
        foreach (var said in new[] { secret, Sessions.Hash(secret) })
            (
                await app.Database.Ask(
                    $"SELECT count(*) FROM \"Events\" WHERE \"Payload\" || coalesce(\"Before\", '') || coalesce(\"After\", '') || \"ActorName\" || coalesce(\"Address\", '') LIKE '%{said}%'"
                )
            ).ShouldBe("0", name);
        (
            await app.Database.Ask(
                "SELECT count(*) FROM \"Events\" e JOIN \"Users\" u ON e.\"Payload\" LIKE '%' || u.\"PasswordHash\" || '%' OR e.\"Payload\" LIKE '%' || u.\"SecurityStamp\" || '%'"
            )
        ).ShouldBe("0");
    }

    [Fact]
    public void No_event_has_a_member_that_is_named_like_a_secret()
    {
        var kinds = typeof(IEvent).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(IEvent).IsAssignableFrom(t)).ToList();
        kinds.Count.ShouldBeGreaterThan(25, "The test looks at nothing.");
        var members = kinds.SelectMany(kind => Members(kind, 3).Select(member => $"{kind.Name}: {member}")).ToList();
        members.Where(m => SecretName().IsMatch(m)).ShouldBeEmpty();
        SecretName().IsMatch("X: PasswordHash").ShouldBeTrue();
        SecretName().IsMatch("X: NewPin").ShouldBeTrue();
    }

    private static IEnumerable<string> Members(Type type, int depth) =>
        type.GetProperties()
            .Where(p => p.GetIndexParameters().Length == 0)
            .SelectMany(p =>
                depth > 0
                && p.PropertyType is { Namespace: not null } inner
                && inner.Namespace.StartsWith("CsDashboard", StringComparison.Ordinal)
                && !inner.IsEnum
                    ? Members(inner, depth - 1).Prepend(p.Name)
                    : [p.Name]
            );

    [GeneratedRegex(@"(^|,)""?[=+@]", RegexOptions.Multiline)]
    private static partial Regex FormulaAtStart();

    [GeneratedRegex(@": (.*(Password|Secret)|(\w*[a-z])?(Pin|Token|Code|Stamp)$|\w*(Token|Pin|Password)Hash)")]
    private static partial Regex SecretName();
}

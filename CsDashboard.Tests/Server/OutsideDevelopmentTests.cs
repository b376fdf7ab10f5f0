using System.Net;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using CsDashboard.Tests.Desk;
using CsDashboard.Web.Server;
using Microsoft.Extensions.Hosting.Internal;

namespace CsDashboard.Tests.Server;

/// <summary>What holds where strangers come by: one address, closed files, and no information that is not theirs.</summary>
public sealed class OutsideDevelopmentTests
{
    private static Task<TestApp> Public(string url = "https://help.example.com", params (string, string?)[] more) =>
        TestApp.Start(
            environment: "Production",
            settings: [("CsDashboard:PublicUrl", url), ("CsDashboard:TrustedProxy", "127.0.0.1"), .. more]
        );

    private static async Task<HttpResponseMessage> Ask(
        TestApp app,
        string path,
        string host,
        string? scheme = null,
        HttpMethod? method = null,
        string? cookie = null
    )
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path) { Headers = { Host = host } };
        if (scheme is not null)
            request.Headers.Add("X-Forwarded-Proto", scheme);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await app.Anonymous.SendAsync(request);
    }

    [Theory]
    [InlineData(null, false, "PublicUrl is missing")]
    [InlineData("", false, "PublicUrl is missing")]
    [InlineData("http://help.example.com", false, "travel in the open")]
    [InlineData("http://help.example.com", true, null)]
    [InlineData("https://help.example.com", false, null)]
    public void The_address_is_demanded(string? url, bool allowHttp, string? fault)
    {
        var check = new PublicAddressCheck(new HostingEnvironment { EnvironmentName = "Production" }).Validate(
            null,
            new Settings { PublicUrl = url ?? "", AllowHttp = allowHttp }
        );
        if (fault is null)
            check.Succeeded.ShouldBeTrue();
        else
            check.FailureMessage.ShouldNotBeNull().ShouldContain(fault);
        new PublicAddressCheck(new HostingEnvironment { EnvironmentName = "Development" })
            .Validate(null, new Settings { PublicUrl = url ?? "" })
            .Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task It_answers_under_its_own_name_alone_but_says_to_anybody_whether_it_is_well()
    {
        await using var app = await Public(more: ("CsDashboard:OtherHosts", "internal"));
        foreach (var host in new[] { "help.example.com", "HELP.example.com:443", "internal:8080" })
            await (await Ask(app, "login", host)).ShouldBe(200);
        foreach (var host in new[] { "evil.example", "localhost:5000", "127.0.0.1", "help.example.com.evil.example", "[::1]" })
        {
            await (await Ask(app, "api/auth/me", host)).ShouldBeProblem(400, "wrong_address");
            using var page = await Ask(app, "desk", host);
            await page.ShouldBe(400);
            page.Headers.Location.ShouldBeNull();
            (await page.Content.ReadAsStringAsync()).ShouldContain("https://help.example.com");
            await (await Ask(app, "health", host)).ShouldBe(200);
            await (await Ask(app, "api/health", host)).ShouldBe(200);
        }
    }

    [Fact]
    public async Task What_came_over_http_is_led_to_https_and_cookies_are_for_https()
    {
        await using var app = await Public();
        using var plain = await Ask(app, "login?returnUrl=%2Fdesk", "help.example.com", "http");
        await plain.ShouldBe(308);
        plain.Headers.Location!.OriginalString.ShouldBe("https://help.example.com/login?returnUrl=%2Fdesk");
        await (await Ask(app, "login", "help.example.com", "http", HttpMethod.Post)).ShouldBe(400);
        await (await Ask(app, "api/auth/login", "help.example.com", "http", HttpMethod.Post)).ShouldBeProblem(400, "wrong_address");
        foreach (var scheme in new[] { "https", null })
        {
            using var page = await Ask(app, "login", "help.example.com", scheme);
            await page.ShouldBe(200);
            page.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000");
            page.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.StartsWith("__Host-") && c.Contains("; secure"));
        }
    }

    [Fact]
    public async Task Sites_beside_it_are_held_to_https_only_on_request_and_none_where_it_is_http()
    {
        await using (var app = await Public(more: ("CsDashboard:HstsSubdomains", "true")))
            (await Ask(app, "login", "help.example.com"))
                .Headers.GetValues("Strict-Transport-Security")
                .Single()
                .ShouldBe("max-age=31536000; includeSubDomains");
        await using var trial = await TestApp.Start(environment: "Production");
        (await trial.Anonymous.GetAsync("login")).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task Strangers_are_told_whether_it_is_well_and_how_to_sign_in_and_staff_the_rest()
    {
        await using var app = await TestApp.Start(environment: "Production");
        foreach (var stranger in new[] { app.Anonymous, app.Client(app.Sara) })
        {
            var health = await stranger.Get("health");
            health.EnumerateObject().Select(m => m.Name).ShouldBe(["success", "status", "message", "error"]);
            var document = await stranger.Get("openapi/v1.json");
            document
                .GetProperty("paths")
                .EnumerateObject()
                .Select(p => p.Name)
                .ShouldBe(["/health", "/api/health", "/api/auth/login", "/api/auth/refresh", "/api/auth/logout"], ignoreOrder: true);
            document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => s.Name).ShouldContain("Credentials");
            document.GetRawText().ShouldNotContain("oyalty");
        }
        await (await app.Anonymous.GetAsync("api-docs/index.html")).ShouldBe(200);
        foreach (var staff in new[] { app.Client(app.Karim), app.Service, await app.Browser(app.Amina) })
        {
            (await staff.Get("health")).GetProperty("customer_count").GetInt64().ShouldBeGreaterThan(0);
            (await staff.Get("openapi/v1.json")).GetProperty("paths").EnumerateObject().Count().ShouldBeGreaterThan(100);
        }
    }

    [Fact]
    public async Task The_page_of_pieces_is_for_development()
    {
        await using var app = await TestApp.Start(environment: "Production");
        foreach (var person in new[] { app.Sara, app.Amina })
            await (await (await app.Browser(person)).GetAsync("kit")).ShouldBe(HttpStatusCode.NotFound);
        app.Log.Lines.Where(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_else_of_the_machine_reads_the_data_folder()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Modes of files are those of Unix.");
            return;
        }
        await using var app = await TestApp.Start(kind: DatabaseKind.Sqlite);
        await app.Stop();
        var folder = new DirectoryInfo(app.Database.Folder);
        var mails = folder.CreateSubdirectory("mail");
        await File.WriteAllTextAsync(Path.Combine(mails.FullName, "old.eml"), "A link");
        foreach (var one in folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(folder))
            one.UnixFileMode = one is DirectoryInfo ? (UnixFileMode)0b111_101_101 : (UnixFileMode)0b110_100_100;
        app.StartAgain();
        await app.Get<CsDashboard.Notifications.AccountMails>()
            .ForgotPassword(CsDashboard.Foundation.Actor.System(app.Sara.TenantId), "sara@example.com", "code", "en");
        await app.Get<CsDashboard.Notifications.OutboxSender>().SendDue();
        (
            await app.Client(app.Sara)
                .PostAsync(
                    $"api/customers/me/tickets/{(await app.Opened(app.Sara)).Text("id")}/attachments",
                    DeskApp.Form("a.png", DeskApp.Png, "image/png")
                )
        ).EnsureSuccessStatusCode();
        var all = folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(folder).ToList();
        all.Count.ShouldBeGreaterThan(5);
        all.Where(one => (one.UnixFileMode & (UnixFileMode)0b000_111_111) != UnixFileMode.None)
            .Select(one => $"{one.FullName} {one.UnixFileMode}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_is_somebody_elses_is_named()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The folder of this test is Linux's own.");
        PrivateFolder.Prepare("/proc/sys/kernel/keys").ShouldContain("/proc/sys/kernel/keys");
    }
}

using System.Collections.Concurrent;
using System.Net;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Tests.Desk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Tests.Faults;

public sealed class SecretsInLogsTests
{
    [Fact]
    public async Task No_password_token_code_or_key_is_ever_in_a_line_of_the_log()
    {
        var lines = new Everything();
        // Far more talkative than what is shipped: all of our own, and what the database and sign-in have to say.
        (string, string?)[] levels =
        [
            ("Logging:LogLevel:Default", "Debug"),
            ("Logging:LogLevel:CsDashboard", "Trace"),
            ("Logging:LogLevel:CsDashboard.Web.Accounts.BearerHandler", "Trace"),
            ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Debug"),
            ("Logging:LogLevel:Microsoft.AspNetCore.Authentication", "Debug"),
            ("Logging:LogLevel:Microsoft.AspNetCore.SignalR", "Debug"),
            ("Logging:LogLevel:System.Net.Http", "Trace"),
            ("CsDashboard:Stripe:Url", "http://127.0.0.1:9"),
        ];
        await using var app = await TestApp.Start(settings: levels, with: services => services.AddSingleton<ILoggerProvider>(lines));
        var secrets = new Dictionary<string, string>();
        string Secret(string name, string? value = null) => secrets[name] = value ?? $"canary-{name}-{Guid.NewGuid():N}";
        Secret("service key", TestApp.ServiceKey);

        var password = Secret("password");
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
        Secret("token1", (await registered.Json()).Text("token"));
        using var login = await app.Anonymous.Post("api/auth/login", new { email = "canary@example.com", password });
        var (token, refresh) = (
            Secret("token2", (await login.Json()).Text("token")),
            Secret("refresh", (await login.Json()).Text("refreshToken"))
        );
        await app.Anonymous.Post("api/auth/login", new { email = "canary@example.com", password = Secret("wrong") });
        await app.Anonymous.Post("api/auth/login", $"{{\"email\":\"canary@example.com\",\"password\":\"{Secret("broken")}\"");
        await app.Anonymous.Post("api/auth/login", $"{{\"email\":\"canary@example.com\",\"password\":[\"{Secret("list")}\"]}}");
        await app.Anonymous.Post("api/auth/login", new { email = "canary@example.com", password = Secret("nul") + "\0" });
        using var refreshed = await app.Anonymous.Post("api/auth/refresh", new { refreshToken = refresh });
        Secret("token3", (await refreshed.Json()).Text("token"));
        await app.Anonymous.Post("api/auth/refresh", new { refreshToken = Secret("unknown refresh") });
        foreach (
            var (header, value) in new[]
            {
                ("Authorization", "Bearer " + token),
                ("Authorization", "Bearer " + Secret("unknown token")),
                ("x-api-key", Secret("wrong key")),
                ("x-api-key", TestApp.ServiceKey),
                ("Cookie", "cs=" + Secret("cookie")),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/auth/me");
            request.Headers.TryAddWithoutValidation(header, value);
            (await app.Anonymous.SendAsync(request)).Dispose();
        }
        (await app.Anonymous.PostAsync("hubs/live/negotiate?access_token=" + secrets["token3"], null)).Dispose();

        // Through the pages: sign-in, and the link of an invitation.
        (await Form(app, "login", "login", ("Input.Email", "canary@example.com"), ("Input.Password", password))).Dispose();
        (await Form(app, "login", "login", ("Input.Email", "canary@example.com"), ("Input.Password", Secret("wrong in page")))).Dispose();
        var invitation = Secret(
            "invitation",
            await app.Get<Users>().Invite(await app.In(app.Amina), new Invitation { Name = "Invited", Email = "invited@example.com" })
        );
        await app.Get<AccountMails>().Invited(app.Amina, "Invited", "invited@example.com", invitation, "en");
        (await Form(app, "password?code=" + invitation, "password", ("Input.Password", "short"))).Dispose();
        (await Form(app, "password?code=" + invitation, "password", ("Input.Password", Secret("chosen")))).Dispose();
        (await Form(app, "password?code=" + invitation, "password", ("Input.Password", Secret("chosen again")))).Dispose();
        var reset = Secret(
            "reset",
            (await app.Get<Users>().ForgotPassword("canary@example.com", new Visitor("127.0.0.1", null, TimeProvider.System)))!.Value.Code
        );
        await app.Get<AccountMails>().ForgotPassword(app.Product, "canary@example.com", reset, "en");
        var stripe = app.Get<CsDashboard.Marketplace.Payments.StripeAccounts>();
        await stripe.Set(
            app.Amina,
            new()
            {
                SecretKey = Secret("stripe key", $"sk_test_canary{Guid.NewGuid():N}"),
                WebhookSecret = Secret("stripe secret", $"whsec_canary{Guid.NewGuid():N}"),
            }
        );
        await Should.ThrowAsync<Refusal>(() => stripe.Test(app.Amina));
        await app.Drain();
        var mails = Path.Combine(app.Database.Folder, "mail");
        for (var i = 0; i < 100 && !(Directory.Exists(mails) && Directory.GetFiles(mails, "*.eml").Length >= 2); i++)
            await Task.Delay(100);
        Directory.GetFiles(mails, "*.eml").Length.ShouldBeGreaterThanOrEqualTo(2);

        lines.Lines.Count.ShouldBeGreaterThan(100);
        foreach (var (name, secret) in secrets)
        foreach (var said in new[] { secret, Uri.EscapeDataString(secret) })
            lines.Lines.FirstOrDefault(l => l.Contains(said, StringComparison.Ordinal)).ShouldBeNull($"The {name} is in the log.");
        // Nor are they in the database, but as hashes.
        var whole = string.Concat(
            (
                await Task.WhenAll(
                    new[] { "", "-wal" }.Select(async part =>
                        File.Exists(app.Database.File + part)
                            ? System.Text.Encoding.Latin1.GetString(await Shared(app.Database.File + part))
                            : ""
                    )
                )
            )
        );
        foreach (
            var name in new[] { "password", "token1", "token2", "token3", "refresh", "wrong", "chosen", "stripe key", "stripe secret" }
        )
            whole.ShouldNotContain(secrets[name], Case.Sensitive, $"The {name} is in the database.");
    }

    private static async Task<byte[]> Shared(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static async Task<HttpResponseMessage> Form(
        TestApp app,
        string path,
        string handler,
        params (string Name, string Value)[] fields
    )
    {
        using var browser = app.WithCookies;
        return await browser.FillIn(path, handler, fields);
    }

    private sealed class Everything : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => new Writer(categoryName, lines);

        public void Dispose() { }

        private sealed class Writer(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            )
            {
                var values = state is IEnumerable<KeyValuePair<string, object?>> named
                    ? string.Join(' ', named.Select(v => $"{v.Key}={v.Value}"))
                    : "";
                lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {values} {exception}");
            }
        }
    }
}

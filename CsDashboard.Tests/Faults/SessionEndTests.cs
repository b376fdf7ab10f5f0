using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;
using CsDashboard.Tests.Live;
using CsDashboard.Web.Live;
using Microsoft.AspNetCore.Http;

namespace CsDashboard.Tests.Faults;

/// <summary>A session that has ended is over everywhere: cookie, token, refresh token, open stream, open hub.</summary>
public sealed class SessionEndTests(TestApp app) : IClassFixture<TestApp>
{
    public enum End
    {
        SignedOut,
        Disabled,
        PasswordSet,
    }

    [Theory]
    [InlineData(End.SignedOut)]
    [InlineData(End.Disabled)]
    [InlineData(End.PasswordSet)]
    public async Task When_a_session_ends_its_tokens_stream_and_hub_end_with_it(End end)
    {
        var customer = await Newcomer();
        var user = Guid.Parse((await With(customer.Token).Get("api/auth/me")).GetProperty("user").GetProperty("id").GetString()!);
        using var stream = await Frames.Open(With(customer.Token));
        await stream.Must();
        await using var hub = await Hub(customer.Token);
        switch (end)
        {
            case End.SignedOut:
                await (await With(customer.Token).Post("api/auth/logout")).ShouldBe(200);
                break;
            case End.Disabled:
                await app.Get<Users>().Disable(app.Amina, user);
                break;
            case End.PasswordSet:
                var (code, _) = (
                    await app.Get<Users>().ForgotPassword(customer.Email, new Visitor("127.0.0.1", null, TimeProvider.System))
                )!.Value;
                await app.Get<Users>()
                    .SetPasswordByCode(
                        new NewPassword { Code = code, Password = "another battery staple" },
                        new Visitor("127.0.0.1", null, TimeProvider.System)
                    );
                break;
        }
        await (await With(customer.Token).GetAsync("api/auth/me")).ShouldBeProblem(401);
        await (await With(customer.Token).GetAsync("api/customers/me/events")).ShouldBeProblem(401);
        await (await app.Anonymous.Post("api/auth/refresh", new { refreshToken = customer.Refresh })).ShouldBeProblem(401);
        (await stream.Next()).ShouldBeNull("The stream goes on.");
        await hub.Ends();
        await Should.ThrowAsync<HttpRequestException>(() => Hub(customer.Token));
        if (end != End.SignedOut)
            await (
                await app.Anonymous.Post("api/auth/login", new { email = customer.Email, password = NamedCast.Password })
            ).ShouldBeProblem(401);
    }

    [Theory]
    [InlineData(End.SignedOut)]
    [InlineData(End.Disabled)]
    public async Task A_cookie_that_was_kept_is_worth_nothing_after_the_end(End end)
    {
        await using var own = await TestApp.Start();
        var cookie = await SignedIn(own, NamedCast.EmailOf(own.David));
        using var before = await Page(own, "portal", cookie);
        await before.ShouldBe(200);
        using var streaming = Carrying(own, cookie);
        using var stream = await Frames.Open(streaming);
        await stream.Must();
        if (end == End.Disabled)
            await own.Get<Users>().Disable(own.Amina, own.David.UserId!.Value);
        else
        {
            using var client = Carrying(own, cookie);
            client.DefaultRequestHeaders.Add("X-Requested-With", "CsDashboard");
            await (await client.Post("api/auth/logout")).ShouldBe(200);
        }
        using var after = await Page(own, "portal", cookie);
        await after.ShouldBe(HttpStatusCode.Redirect);
        after.Headers.Location!.ToString().ShouldContain("/login");
        await (await Carrying(own, cookie).GetAsync("api/auth/me")).ShouldBeProblem(401);
        (await stream.Next()).ShouldBeNull();
    }

    [Fact]
    public async Task A_session_that_ends_while_a_connection_is_being_opened_ends_it_too()
    {
        var tokens = await app.SignIn(app.David);
        var (sessions, clock) = (app.Get<Sessions>(), app.Get<TimeProvider>());
        var actor = (await sessions.OfToken(tokens.Token, clock))!;
        await sessions.SignOut(actor);
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = "Bearer " + tokens.Token;
        using var line = LiveConnection.Of(http, actor, GroupFilter.Deaf, app.Get<IServiceProvider>());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        (await line.Next(patience.Token)).ShouldBeNull();
    }

    [Fact]
    public async Task An_end_in_another_process_is_felt_within_a_minute()
    {
        var clock = new FakeClock();
        await using var own = await TestApp.Start(DatabaseKind.Sqlite, clock: clock);
        var tokens = await own.SignIn(own.Sara);
        var client = own.Anonymous;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Token);
        await client.Get("api/auth/me");
        await using (var there = await own.Database.Connect())
        {
            await using var command = there.CreateCommand();
            command.CommandText = $"UPDATE Sessions SET EndedAt = {clock.GetUtcNow().UtcTicks}";
            await command.ExecuteNonQueryAsync();
        }
        clock.AdvanceSeconds(59);
        await (await client.GetAsync("api/auth/me")).ShouldBeProblem(401);
        await (await own.Anonymous.Post("api/auth/refresh", new { refreshToken = tokens.RefreshToken })).ShouldBeProblem(401);
    }

    [Fact]
    public async Task A_sign_in_takes_a_new_cookie_and_never_one_that_was_planted()
    {
        var planted = await SignedIn(app, NamedCast.EmailOf(app.Lena));
        var mine = await SignedIn(app, NamedCast.EmailOf(app.Karim), planted);
        var again = await SignedIn(app, NamedCast.EmailOf(app.Karim), mine);
        new[] { planted, mine, again }.ShouldBeUnique();
        // Whoever planted it stays who they were.
        (await Carrying(app, planted).Get("api/auth/me"))
            .GetProperty("user")
            .GetProperty("name")
            .GetString()
            .ShouldBe("Lena");
        (await Carrying(app, mine).Get("api/auth/me")).GetProperty("user").GetProperty("name").GetString().ShouldBe("Karim");
        foreach (var rubbish in new[] { "x", new string('a', 3_000), "CfDJ8" + new string('A', 200) })
            await (await Carrying(app, rubbish).GetAsync("api/auth/me")).ShouldBeProblem(401);
    }

    [Fact]
    public async Task A_refresh_token_that_many_use_at_once_gives_one_of_them_tokens_at_most_and_ends_the_session()
    {
        var tokens = await app.SignIn(app.David);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => app.Anonymous.Post("api/auth/refresh", new { refreshToken = tokens.RefreshToken }))
        );
        // Whoever was first may already be told that it is over.
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBeLessThanOrEqualTo(1);
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK || a.StatusCode == HttpStatusCode.Unauthorized);
        foreach (var answer in answers.Where(a => a.StatusCode == HttpStatusCode.OK))
            await (await With((await answer.Json()).GetProperty("token").GetString()!).GetAsync("api/auth/me")).ShouldBeProblem(401);
    }

    private async Task<(string Email, string Token, string Refresh)> Newcomer()
    {
        var email = $"new-{Guid.NewGuid():N}@example.com";
        using var response = await app.Anonymous.Post(
            "api/auth/register",
            new
            {
                name = "New Comer",
                email,
                password = NamedCast.Password,
            }
        );
        await response.ShouldBe(HttpStatusCode.Created);
        var body = await response.Json();
        return (email, body.GetProperty("token").GetString()!, body.GetProperty("refreshToken").GetString()!);
    }

    private HttpClient With(string token)
    {
        var client = app.Anonymous;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static HttpClient Carrying(TestApp app, string cookie)
    {
        var client = app.Anonymous;
        client.DefaultRequestHeaders.Add("Cookie", "cs=" + cookie);
        return client;
    }

    private static Task<HttpResponseMessage> Page(TestApp app, string path, string cookie) => Carrying(app, cookie).GetAsync(path);

    // Through the page, with whatever cookie the browser has already; gives the cookie that it has then.
    private static async Task<string> SignedIn(TestApp app, string email, string? had = null)
    {
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies })
        {
            BaseAddress = app.Server,
        };
        // Signed in already one is sent on from the sign-in page; its form is that of a visitor.
        var page = await browser.GetStringAsync("login");
        if (had is not null)
            cookies.Add(app.Server, new Cookie("cs", had));
        using var response = await browser.SendForm("login", page, "login", ("Input.Email", email), ("Input.Password", NamedCast.Password));
        if (response.StatusCode == HttpStatusCode.BadRequest && had is not null)
        {
            // The form was a visitor's: with a planted cookie it counts as another's, and the person fills it in without one.
            return await SignedIn(app, email);
        }
        await response.ShouldBe(HttpStatusCode.Redirect);
        return cookies.GetCookies(app.Server)["cs"]!.Value;
    }

    private async Task<HubEars> Hub(string token)
    {
        var ears = new HubEars(app.Server, token);
        await ears.Start();
        return ears;
    }
}

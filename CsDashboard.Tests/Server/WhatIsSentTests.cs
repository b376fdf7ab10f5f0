using System.Net;
using System.Net.WebSockets;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CsDashboard.Foundation;
using CsDashboard.Tests.Desk;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CsDashboard.Tests.Server;

/// <summary>Whatever is sent, it is never the server's fault.</summary>
public sealed class WhatIsSentTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Kinds =
    [
        "application/json; charset=",
        "application/json; charset=foo",
        "application/json; charset=utf-7",
        "application/vnd.api+json; charset=bogus",
        "application/json; charset=\"\"",
        "application/json; charset=\"no such\"",
        "text/plain; charset=foo",
        "multipart/form-data; charset=foo",
        "application/x-www-form-urlencoded; charset=foo",
        "application/json;;;",
        "a",
    ];

    [Fact]
    public async Task A_body_in_letters_that_nobody_knows_is_400_at_every_call()
    {
        var page = await app.Browser(app.Sara);
        var calls = app.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e =>
                (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                    .Where(m => m is "POST" or "PUT" or "PATCH")
                    .Select(m => (Method: m, Path: e.RoutePattern.RawText!.Trim('/')))
            )
            .Where(c =>
                c.Path.StartsWith("api/", StringComparison.Ordinal)
                || c.Path.StartsWith("app/", StringComparison.Ordinal)
                || c.Path.StartsWith("hooks/", StringComparison.Ordinal)
            )
            .Distinct()
            .ToList();
        calls.Count.ShouldBeGreaterThan(50);
        foreach (var (method, path) in calls)
        foreach (var kind in Kinds)
        {
            var at = Regex.Replace(path, "{[^}]*}", "x");
            using var request = new HttpRequestMessage(new HttpMethod(method), at)
            {
                Content = new ByteArrayContent("{\"text\":\"x\"}"u8.ToArray()),
            };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", kind);
            using var response = await (
                path.StartsWith("app/", StringComparison.Ordinal) ? page
                : path.Contains("internal", StringComparison.Ordinal) ? app.Service
                : path.StartsWith("api/customers/me", StringComparison.Ordinal) ? app.Client(app.Sara)
                : app.Client(app.Amina)
            ).SendAsync(request);
            ((int)response.StatusCode).ShouldBeLessThan(500, $"{method} {at} as {kind}");
            if (kind.Contains("charset", StringComparison.Ordinal) && path != "app/logout")
                response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{method} {at} as {kind}");
        }
        app.Log.Lines.Where(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/بحث")]
    [InlineData("/\u200b")]
    [InlineData("/help/é b\"<>")]
    [InlineData("/%D8%A8?q=بحث#ب")]
    public async Task A_way_back_is_fit_for_a_header(string returnUrl)
    {
        using var culture = await app.Anonymous.GetAsync("app/culture?culture=en&returnUrl=" + Uri.EscapeDataString(returnUrl));
        await culture.ShouldBe(302);
        culture.Headers.Location!.OriginalString.ShouldAllBe(sign => char.IsAscii(sign));
        Uri.UnescapeDataString(culture.Headers.Location.OriginalString).ShouldBe(Uri.UnescapeDataString(returnUrl));

        using var browser = app.WithCookies;
        var path = "login?returnUrl=" + Uri.EscapeDataString(returnUrl);
        using var entered = await browser.FillIn(
            path,
            "login",
            ("Input.Email", NamedCast.EmailOf(app.Karim)),
            ("Input.Password", NamedCast.Password)
        );
        await entered.ShouldBe(302);
        new Uri(app.Server, entered.Headers.Location.ShouldNotBeNull()).AbsolutePath.ShouldStartWith("/");
        using var signedIn = await browser.GetAsync(path);
        await signedIn.ShouldBe(302);
    }

    [Fact]
    public void Pages_take_the_words_of_an_address_as_text()
    {
        var typed = typeof(QueryWords)
            .Assembly.GetTypes()
            .Where(t => typeof(IComponent).IsAssignableFrom(t))
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null)
            .ToList();
        typed.Count.ShouldBeGreaterThan(30);
        typed
            .Where(p => p.PropertyType != typeof(string) && p.PropertyType != typeof(string[]))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}")
            .ShouldBeEmpty("Anybody can write anything there; QueryWords reads it.");
    }

    [Theory]
    [InlineData("login?changed=zz&demo=x")]
    [InlineData("admin/users?skip=zz")]
    [InlineData("admin/signals?draft=zz")]
    public async Task A_word_that_is_none_is_as_if_it_were_not_there(string path)
    {
        await (
            await (path.StartsWith("login", StringComparison.Ordinal) ? app.Anonymous : await app.Browser(app.Amina)).GetAsync(path)
        ).ShouldBe(200);
        app.Log.Lines.Where(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_vote_that_is_none_breaks_no_page()
    {
        using var response = await app.Anonymous.PostAsync(
            "help/no-such",
            new StringContent("_handler=vote&helpful=zz", Encoding.UTF8, "application/x-www-form-urlencoded")
        );
        ((int)response.StatusCode).ShouldBeLessThan(500);
    }
}

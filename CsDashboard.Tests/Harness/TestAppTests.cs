using System.Net;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Harness;

public sealed class TestAppTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_app_answers_on_a_real_port()
    {
        using var plain = new HttpClient();
        using var response = await plain.GetAsync(app.Server);
        ((int)response.StatusCode).ShouldBeLessThan(500);
        app.Server.Port.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_unknown_address_is_not_there()
    {
        using var response = await app.Anonymous.GetAsync("no-such-page");
        await response.ShouldBe(HttpStatusCode.NotFound);
    }
}

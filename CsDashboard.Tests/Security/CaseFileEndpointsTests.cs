using System.Net;
using CsDashboard.Foundation.Storage;
using CsDashboard.Security;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Security;

public sealed class CaseFileEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_file_holds_what_the_page_shows_in_its_order()
    {
        await app.Get<Store>()
            .Write(
                app.Amina,
                db =>
                {
                    foreach (var severity in new[] { Severity.Low, Severity.High, Severity.Medium })
                        db.Set<SecurityAlert>()
                            .Add(
                                new SecurityAlert
                                {
                                    UserId = app.Sara.UserId,
                                    Type = AlertType.NewDevice,
                                    Severity = severity,
                                    At = DateTimeOffset.UnixEpoch,
                                }
                            );
                    return Task.CompletedTask;
                }
            );
        var amina = await app.Browser(app.Amina);
        using var response = await amina.GetAsync("app/security/export.csv?state=open&sort=-severity&skip=50&columns=what");
        response.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldMatch("^\"?alerts-[0-9]{8}-[0-9]{6}.csv");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        lines[0].TrimStart('\uFEFF').ShouldBe("time,what,severity,state,account,customer");
        lines[1].ShouldContain(",Sign-in from a new device,high,open,Sara,");
        lines[2].ShouldContain(",medium,");
        (await amina.GetStringAsync("app/security/export.csv?kind=reports")).Split("\r\n").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Only_an_admin_takes_it_and_of_the_own_company()
    {
        foreach (var wrong in new[] { app.Karim, app.Sara })
        {
            using var refused = await (await app.Browser(wrong)).GetAsync("app/security/export.csv");
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        using (var token = await app.Client(app.Amina).GetAsync("app/security/export.csv"))
            token.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
        foreach (var query in new[] { "state=asleep", "sort=title", "severity=x", "kind=reports&sort=severity" })
        {
            using var bad = await (await app.Browser(app.Amina)).GetAsync("app/security/export.csv?" + query);
            bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest, query);
        }
        (await (await app.Browser(app.Omar)).GetStringAsync("app/security/export.csv")).ShouldNotContain("Sara");
    }
}

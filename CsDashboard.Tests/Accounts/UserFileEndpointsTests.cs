using System.Net;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Accounts;

public sealed class UserFileEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_file_holds_what_the_page_shows_in_its_order()
    {
        var amina = await app.Browser(app.Amina);
        using var response = await amina.GetAsync("app/users/export.csv?role=agent&sort=-name&skip=50&columns=role");
        response.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldMatch("^\"?people-[0-9]{8}-[0-9]{6}.csv");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        lines[0].TrimStart('\uFEFF').ShouldBe("name,email,role,state,second_factor,last_active,created");
        lines[1].ShouldStartWith("Lena,lena@example.com,agent,active,off,");
        lines[2].ShouldStartWith("Karim,");
        lines.Length.ShouldBe(4, "The last is empty.");
    }

    [Fact]
    public async Task Only_an_admin_takes_it_and_of_the_own_company()
    {
        foreach (var wrong in new[] { app.Karim, app.Sara })
        {
            using var refused = await (await app.Browser(wrong)).GetAsync("app/users/export.csv");
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        using (var token = await app.Client(app.Amina).GetAsync("app/users/export.csv"))
            token.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
        foreach (var query in new[] { "state=asleep", "sort=password", "second-factor=x", "role=king" })
        {
            using var bad = await (await app.Browser(app.Amina)).GetAsync("app/users/export.csv?" + query);
            bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest, query);
        }
        (await (await app.Browser(app.Omar)).GetStringAsync("app/users/export.csv")).ShouldNotContain("Karim");
    }
}

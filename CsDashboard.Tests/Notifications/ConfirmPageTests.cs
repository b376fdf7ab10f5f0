using System.Net;
using System.Text.RegularExpressions;
using Bunit;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Security;
using CsDashboard.Tests.Desk;
using CsDashboard.Web.Accounts.Parts;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Notifications;

public sealed class ConfirmPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Opening_the_link_changes_nothing_and_pressing_the_button_confirms()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        using var made = await app.Anonymous.Post(
            "api/auth/register",
            new
            {
                name = "Mona",
                email,
                password = "a long-enough phrase 9",
            }
        );
        await made.ShouldBe(HttpStatusCode.Created);
        var me = app.Anonymous;
        me.DefaultRequestHeaders.Authorization = new("Bearer", (await made.Json()).Text("token"));
        await app.Drain();
        await (await me.Post("api/auth/confirmation")).ShouldBeProblem(429, "too_many_requests");
        var code = await app.Database.Ask($"SELECT \"Link\" FROM \"Notifications\" WHERE \"Address\" = '{email}'");
        if (code.Length == 0)
            code = Regex.Match(await Mail(email), @"/confirm\?code=\S+").Value;

        using var browser = app.WithCookies;
        var page = await browser.GetStringAsync(code.TrimStart('/'));
        (await Confirmed(email)).ShouldBeFalse();
        using var answer = await browser.SendForm(code.TrimStart('/'), page, "confirm");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Your e-mail address is confirmed.");
        (await Confirmed(email)).ShouldBeTrue();
        await (await me.Post("api/auth/confirmation")).ShouldBe(HttpStatusCode.Accepted);
    }

    private async Task<bool> Confirmed(string email) =>
        (await app.Database.Ask($"SELECT COUNT(*) FROM \"Users\" WHERE \"Email\" = '{email}' AND \"EmailConfirmed\"")) == "1";

    private async Task<string> Mail(string email)
    {
        await app.Get<OutboxSender>().SendDue();
        foreach (var file in Directory.GetFiles(Path.Combine(app.Database.Folder, "mail"), "*.eml"))
            if (new ReadMail(await File.ReadAllTextAsync(file)) is var mail && mail.Headers["to"].Contains(email, StringComparison.Ordinal))
                return mail.Text;
        throw new ShouldAssertException("No mail went to " + email);
    }
}

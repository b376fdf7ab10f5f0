using System.Net;
using System.Text.RegularExpressions;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Tests.Notifications;

/// <summary>The same from outside.</summary>
public sealed class UnsubscribeEndpointTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_get_changes_nothing_and_one_post_without_a_sign_in_stops()
    {
        using (
            var sent = await app.Client(app.Karim)
                .Post(
                    $"api/customer-id/notifications/{app.Sara.CustomerId}/send",
                    new
                    {
                        type = "offer",
                        title = "Two for one",
                        message = "Until Friday.",
                    }
                )
        )
            await sent.ShouldBe(HttpStatusCode.OK);
        var word = app.Get<Stops>()
            .WordOf(
                new Notification
                {
                    TenantId = app.Sara.TenantId,
                    CustomerId = app.Sara.CustomerId,
                    Channel = Channel.Email,
                    Topic = NoticeTopic.Offers,
                    Kind = "offer",
                    Title = "x",
                    Content = "",
                }
            );
        async Task<bool> IsOn() => (await app.Get<Preferences>().Get(app.Sara)).Set.Has(Channel.Email, NoticeTopic.Offers);

        using (var page = await app.Anonymous.GetAsync("unsubscribe/" + word))
        {
            await page.ShouldBe(HttpStatusCode.OK);
            (await page.Content.ReadAsStringAsync()).ShouldContain($"action=\"/unsubscribe/{word}?page=1\"");
        }
        (await IsOn()).ShouldBeTrue();
        for (var i = 0; i < 2; i++)
        {
            using var post = await app.Anonymous.PostAsync(
                "unsubscribe/" + word,
                new FormUrlEncodedContent(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" })
            );
            await post.ShouldBe(HttpStatusCode.OK);
            (await IsOn()).ShouldBeFalse();
        }
        using var done = await app.Anonymous.GetAsync("unsubscribe/" + word);
        (await done.Content.ReadAsStringAsync()).ShouldNotContain("<form");
        using var wrong = await app.Anonymous.PostAsync("unsubscribe/AAAA", null);
        wrong.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

using System.Net;
using System.Text.Json;
using CsDashboard.Customers;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Offers;
using CsDashboard.Marketplace;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Engagement;

/// <summary>The fourteen membership calls about segments, referrals and offers: what they answer, and whom they refuse.</summary>
public sealed class EngagementEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Sara => app.Client(app.Sara);
    private HttpClient Karim => app.Client(app.Karim);
    private Guid SaraId => app.Sara.CustomerId!.Value;

    private static async Task<JsonElement> Data(HttpClient client, string path, HttpMethod? method = null, object? body = null)
    {
        using var response = await client.SendJson(method ?? HttpMethod.Get, "api/customer-id/" + path, body);
        await response.ShouldBe(HttpStatusCode.OK, path);
        var json = await response.Json();
        json.GetProperty("success").GetBoolean().ShouldBeTrue();
        return json.GetProperty("data");
    }

    private static async Task Refused(Task<HttpResponseMessage> sent, int status, string? code = null, string? field = null)
    {
        using var response = await sent;
        await response.ShouldBeProblem(status, code, field);
    }

    [Fact]
    public async Task Segments_are_told_set_and_counted()
    {
        var own = await Data(Sara, $"segmentation/{SaraId}");
        SegmentNames.All.ShouldContain(own.Text("segment"));
        (
            own.GetProperty("benefits").GetArrayLength() > 0,
            own.Text("criteria").Length > 0,
            own.GetProperty("joinDate").GetDateTimeOffset() > default(DateTimeOffset)
        ).ShouldBe((true, true, true));
        var set = await Data(Karim, $"segmentation/{SaraId}/update", HttpMethod.Put, new { segment = "regular" });
        (set.Text("segment"), set.GetProperty("discount").GetDecimal(), set.Text("customerId")).ShouldBe(
            ("frequent", 15, SaraId.ToString())
        );
        var five = await Data(app.Service, "segmentation/all/segments");
        five.EnumerateArray().Select(s => s.Text("id")).ShouldBe(SegmentNames.All);
        five.EnumerateArray().Single(s => s.Text("id") == "frequent").GetProperty("members").GetInt32().ShouldBeGreaterThan(0);
        var stats = await Data(Karim, "segmentation/frequent/stats");
        (stats.GetProperty("totalSegments").GetInt32(), stats.GetProperty("segments").GetArrayLength()).ShouldBe((5, 5));
        stats
            .GetProperty("totalMembers")
            .GetInt32()
            .ShouldBe(stats.GetProperty("segments").EnumerateArray().Sum(s => s.GetProperty("members").GetInt32()));
        stats.GetProperty("totalCustomers").GetInt32().ShouldBeGreaterThan(0);
        (await Data(app.Anonymous, "segmentation/vip/benefits"))[0].GetString()!.ShouldContain("25");
        (await Data(app.Anonymous, "segmentation/loyal/benefits")).GetArrayLength().ShouldBe(0);

        await Refused(Karim.Put($"api/customer-id/segmentation/{SaraId}/update", new { segment = "loyal" }), 400, field: "segment");
        await Refused(Karim.Put($"api/customer-id/segmentation/{SaraId}/update", new { }), 400, field: "segment");
        await Refused(Sara.Put($"api/customer-id/segmentation/{SaraId}/update", new { segment = "vip" }), 403);
        await Refused(Sara.GetAsync("api/customer-id/segmentation/all/segments"), 403);
        await Refused(Karim.GetAsync("api/customer-id/segmentation/loyal/stats"), 400, field: "segment");
        await Refused(app.Client(app.David).GetAsync($"api/customer-id/segmentation/{SaraId}"), 404);
        await Refused(app.Client(app.Olga).GetAsync($"api/customer-id/segmentation/{SaraId}"), 404);
        await Refused(Karim.GetAsync("api/customer-id/segmentation/nobody"), 404);
        await Refused(app.Anonymous.GetAsync($"api/customer-id/segmentation/{SaraId}"), 401);
    }

    [Fact]
    public async Task Referrals_are_handed_on_told_and_counted()
    {
        var link = await Data(Sara, $"referral/{SaraId}/generate-link", HttpMethod.Post);
        link.Text("referralCode").ShouldMatch("^[0-9A-F]{16}$");
        link.Text("referralLink").ShouldEndWith("/ref/" + link.Text("referralCode"));
        link.Text("shortCode").Length.ShouldBe(8);
        (await Data(Karim, $"referral/{SaraId}/generate-link", HttpMethod.Post)).Text("referralCode").ShouldBe(link.Text("referralCode"));

        // The link is opened, the code goes to the registration, and nobody but the browser keeps it.
        using var opened = await app.Anonymous.GetAsync("ref/" + link.Text("referralCode"));
        (opened.StatusCode, opened.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.Redirect, "/register"));
        opened
            .Headers.GetValues("Set-Cookie")
            .ShouldContain(c =>
                c.StartsWith("ref=" + link.Text("referralCode"), StringComparison.Ordinal)
                && c.Contains("httponly", StringComparison.OrdinalIgnoreCase)
            );
        using var nothing = await app.Anonymous.GetAsync("ref/0000000000000000");
        (nothing.StatusCode, nothing.Headers.Contains("Set-Cookie")).ShouldBe((HttpStatusCode.Redirect, false));
        using var registered = await app.Anonymous.Post(
            "api/auth/register",
            new
            {
                name = "Nadia Aziz",
                email = "nadia@example.org",
                password = "correct horse battery",
                referralCode = link.Text("referralCode"),
            }
        );
        await registered.ShouldBe(HttpStatusCode.Created);
        var history = await Data(Sara, $"referral/{SaraId}/history");
        (history[0].Text("name"), history[0].Text("status"), history[0].GetProperty("rewardAmount").GetInt32()).ShouldBe(
            ("Nadia A.", "pending", 100)
        );

        var friend = await app.Get<CsDashboard.Customers.CustomerRecords>()
            .Add(app.Karim, new NewCustomer { Name = "Friend", Email = "friend@example.org" });
        var tracked = await Data(
            app.Service,
            $"referral/{SaraId}/track",
            HttpMethod.Post,
            new { referredId = friend.PublicId, referrerId = "ignored" }
        );
        (tracked.Text("status"), tracked.GetProperty("reward").GetInt32(), tracked.Text("referredId")).ShouldBe(
            ("pending", 100, friend.PublicId)
        );
        (await Data(Karim, $"referral/{SaraId}/track", HttpMethod.Post, new { referredCustomerId = friend.PublicId }))
            .Text("id")
            .ShouldBe(tracked.Text("id"));
        await app.Get<Orders>().Record(app.Product, friend.Id, new OrderInput { Number = "EP-1", Total = 10 });
        await app.Drain();
        var stats = await Data(Sara, $"referral/{SaraId}/stats");
        (
            stats.GetProperty("totalReferrals").GetInt32(),
            stats.GetProperty("totalReferred").GetInt32(),
            stats.GetProperty("totalRewards").GetInt32(),
            stats.GetProperty("successRate").GetInt32(),
            stats.GetProperty("clicks").GetInt32()
        ).ShouldBe((2, 2, 200, 50, 1));
        var rewards = await Data(Sara, $"referral/{SaraId}/rewards");
        (
            rewards.GetProperty("completedRewards").GetInt32(),
            rewards.GetProperty("pendingRewards").GetInt32(),
            rewards.GetProperty("totalReferred").GetInt32()
        ).ShouldBe((100, 100, 2));

        await Refused(Karim.Post($"api/customer-id/referral/{SaraId}/track", new { referredId = SaraId }), 400, field: "referredId");
        await Refused(Karim.Post($"api/customer-id/referral/{SaraId}/track", new { }), 400, field: "referredId");
        await Refused(Karim.Post($"api/customer-id/referral/{SaraId}/track", new { referredId = app.Oskar.CustomerId }), 404);
        await Refused(
            Karim.Post($"api/customer-id/referral/{app.David.CustomerId}/track", new { referredId = friend.PublicId }),
            409,
            "referral_taken"
        );
        await Refused(Sara.Post($"api/customer-id/referral/{SaraId}/track", new { referredId = friend.PublicId }), 403);
        foreach (var call in new[] { "history", "rewards", "stats" })
        {
            await Refused(app.Client(app.David).GetAsync($"api/customer-id/referral/{SaraId}/{call}"), 404);
            await Refused(app.Client(app.Omar).GetAsync($"api/customer-id/referral/{SaraId}/{call}"), 404);
            await Refused(app.Anonymous.GetAsync($"api/customer-id/referral/{SaraId}/{call}"), 401);
        }
    }

    [Fact]
    public async Task Offers_are_listed_taken_once_and_remembered()
    {
        await app.Get<Offers>().AddFour(app.Amina);
        var list = await Data(Sara, $"offers/{SaraId}");
        list.GetArrayLength().ShouldBe(4);
        var books = list.EnumerateArray().Single(o => o.Text("code") == "BOOKS2PLUS1");
        (
            books.Text("category"),
            books.GetProperty("discountPercent").GetInt32(),
            books.GetProperty("minPurchase").GetDecimal(),
            books.GetProperty("applied").GetBoolean(),
            books.GetProperty("available").GetBoolean()
        ).ShouldBe(("books", 50, 100, false, true));
        var furniture = list.EnumerateArray().Single(o => o.Text("code") == "VIPFURNITURE25");
        (furniture.GetProperty("available").GetBoolean(), furniture.Text("why").Length > 0).ShouldBe((false, true));
        var details = await Data(Sara, $"offers/{books.Text("id")}/details");
        (details.Text("title"), details.GetProperty("terms").GetArrayLength()).ShouldBe((books.Text("title"), 3));
        using var arabic = new HttpRequestMessage(HttpMethod.Get, "api/customer-id/offers/BOOKS2PLUS1/details");
        arabic.Headers.Add("Accept-Language", "ar");
        using var told = await Sara.SendAsync(arabic);
        (await told.Json()).GetProperty("data").Text("title").ShouldContain("الكتب");
        var applied = await Data(
            Sara,
            $"offers/{SaraId}/apply",
            HttpMethod.Post,
            new { offerId = books.Text("id"), customerId = "ignored" }
        );
        (applied.GetProperty("success").GetBoolean(), applied.Text("offerId"), applied.GetProperty("discount").GetInt32()).ShouldBe(
            (true, books.Text("id"), 50)
        );
        var history = await Data(Sara, $"offers/{SaraId}/history");
        (history[0].Text("offerId"), history[0].Text("status"), history[0].GetProperty("savings").GetDecimal()).ShouldBe(
            (books.Text("id"), "applied", 0)
        );

        // An amount is not among the percents, which membership's clients read.
        await app.Get<Offers>()
            .Save(
                app.Amina,
                null,
                new()
                {
                    Code = "TWENTY",
                    Title = "Twenty off",
                    TitleAr = "خصم عشرين",
                    Kind = OfferKind.Amount,
                    Worth = 20.5m,
                    StartsAt = app.Amina.Now,
                    EndsAt = app.Amina.Now.AddDays(3),
                }
            );
        foreach (
            var twenty in new[]
            {
                (await Data(Sara, $"offers/{SaraId}")).EnumerateArray().Single(o => o.Text("code") == "TWENTY"),
                await Data(Sara, "offers/TWENTY/details"),
                await Data(Sara, $"offers/{SaraId}/apply", HttpMethod.Post, new { offerId = "twenty" }),
            }
        )
            (twenty.GetProperty("discount").GetInt32(), twenty.GetProperty("discountAmount").GetDecimal()).ShouldBe((0, 20.5m));

        await Refused(Sara.Post($"api/customer-id/offers/{SaraId}/apply", new { offerId = books.Text("id") }), 409, "offer_used");
        await Refused(Sara.Post($"api/customer-id/offers/{SaraId}/apply", new { offerId = "VIPFURNITURE25" }), 409, "offer_audience");
        await Refused(Sara.Post($"api/customer-id/offers/{SaraId}/apply", new { offerId = "offer-123" }), 404);
        await Refused(Sara.Post($"api/customer-id/offers/{SaraId}/apply", new { offerId = 123 }), 404);
        await Refused(Sara.Post($"api/customer-id/offers/{SaraId}/apply", new { }), 400, field: "offerId");
        await Refused(Sara.Post($"api/customer-id/offers/{SaraId}/apply", new { offerId = new[] { 1 } }), 400);
        await Refused(app.Client(app.David).Post($"api/customer-id/offers/{SaraId}/apply", new { offerId = "CLOTHINGSHIP" }), 404);
        await Refused(app.Client(app.Oskar).GetAsync("api/customer-id/offers/BOOKS2PLUS1/details"), 404);
        await Refused(Sara.GetAsync("api/customer-id/offers/nobody"), 404);
        await Refused(app.Client(app.Olga).GetAsync($"api/customer-id/offers/{SaraId}/history"), 404);
        await Refused(app.Anonymous.GetAsync($"api/customer-id/offers/{SaraId}"), 401);
    }
}

using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Engagement;

/// <summary>The membership calls about points and rewards.</summary>
public sealed class LoyaltyEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private string Of(Actor who, string rest = "") => $"api/customer-id/loyalty/{who.CustomerId}{rest}";

    private string Rewards(Actor who, string rest) => $"api/customer-id/rewards/{who.CustomerId}/{rest}";

    // Values of tiers, earning and rewards (contract: membership, Earning); nobody needs to sign in for them.
    [Fact]
    public async Task Anyone_reads_tiers_benefits_methods_and_kinds()
    {
        var tiers = (await app.Anonymous.Get("api/customer-id/loyalty/tiers/all")).GetProperty("data").EnumerateArray().ToList();
        tiers
            .Select(t => (t.Text("name"), t.GetProperty("minPoints").GetInt64(), t.GetProperty("discount").GetInt32()))
            .ShouldBe([("bronze", 0, 5), ("silver", 1001, 10), ("gold", 5001, 15), ("platinum", 10001, 20)]);
        (await app.Anonymous.Get("api/customer-id/loyalty/tier/GOLD/benefits")).GetProperty("data").GetArrayLength().ShouldBeGreaterThan(2);
        foreach (var none in new[] { "tin", "1", "gold,silver" })
            (await app.Anonymous.Get($"api/customer-id/loyalty/tier/{none}/benefits")).GetProperty("data").GetArrayLength().ShouldBe(0);
        var methods = (await app.Anonymous.Get("api/customer-id/loyalty/earn/methods"))
            .GetProperty("data")
            .EnumerateArray()
            .Select(m => m.GetProperty("points").GetDecimal())
            .ToList();
        foreach (var points in new[] { 1m, 100, 50, 500 })
            methods.ShouldContain(points);
        (await app.Anonymous.Get("api/customer-id/rewards/all"))
            .GetProperty("data")
            .EnumerateArray()
            .Select(k => (k.Text("type"), k.GetProperty("points").GetInt32()))
            .ShouldBe([("birthday", 500), ("anniversary", 300), ("holiday", 200), ("milestone", 400)]);
        // The language by Accept-Language.
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/customer-id/loyalty/tiers/all")
        {
            Headers = { { "Accept-Language", "ar" } },
        };
        using var arabic = await app.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
        (await arabic.Json()).GetProperty("data")[0].Text("title").ShouldBe("برونزي");
    }

    [Fact]
    public async Task Points_are_given_read_redeemed_and_lead_to_a_reward()
    {
        using var given = await app.Client(app.Karim).Post(Of(app.David, "/points"), new { points = 1200, reason = "Welcome" });
        (await given.Json())
            .GetProperty("data")
            .ShouldSatisfyAllConditions(
                d => d.GetProperty("points").GetInt64().ShouldBeGreaterThanOrEqualTo(1200),
                d => d.Text("tier").ShouldBe("silver")
            );
        await app.Drain();
        await app.Drain();
        var before = (await app.Client(app.David).Get(Of(app.David))).GetProperty("data");
        before.ShouldSatisfyAllConditions(
            d => d.Text("tier").ShouldBe("silver"),
            d => d.GetProperty("pointsHistory")[0].Text("type").ShouldBe("earned"),
            d => d.GetProperty("totalSpent").GetDecimal().ShouldBe(0),
            d => d.GetProperty("joinDate").GetDateTimeOffset().ShouldNotBe(default)
        );
        using var redeemed = await app.Client(app.David).Post(Of(app.David, "/redeem"), new { amount = 200, rewardId = "voucher-5" });
        (await redeemed.Json())
            .GetProperty("data")
            .ShouldSatisfyAllConditions(
                d => d.GetProperty("points").GetInt64().ShouldBe(before.GetProperty("points").GetInt64() - 200),
                d => d.Text("rewardId").ShouldBe("voucher-5")
            );
        var line = (await app.Service.Get(Of(app.David))).GetProperty("data").GetProperty("pointsHistory")[0];
        (line.Text("type"), line.GetProperty("points").GetInt64()).ShouldBe(("redeemed", -200));

        // The tier that was reached is a milestone, to be claimed once.
        var open = (await app.Client(app.David).Get(Rewards(app.David, "special-dates")))
            .GetProperty("data")
            .EnumerateArray()
            .Single(r => r.Text("state") == "open")
            .Text("id");
        (await app.Client(app.David).Get($"api/customer-id/rewards/{open}/details"))
            .GetProperty("data")
            .ShouldSatisfyAllConditions(
                d => d.Text("type").ShouldBe("milestone"),
                d => d.GetProperty("terms").GetArrayLength().ShouldBe(3)
            );
        using var claimed = await app.Client(app.David).Post(Rewards(app.David, "claim"), new { rewardId = open });
        (await claimed.Json())
            .GetProperty("data")
            .ShouldSatisfyAllConditions(
                d => d.GetProperty("success").GetBoolean().ShouldBeTrue(),
                d => d.GetProperty("reward").GetProperty("points").GetInt32().ShouldBe(400),
                d => d.GetProperty("discount").GetInt32().ShouldBe(20)
            );
        await (await app.Client(app.David).Post(Rewards(app.David, "claim"), new { rewardId = open })).ShouldBeProblem(
            409,
            "reward_claimed"
        );
        (await app.Client(app.David).Get(Rewards(app.David, "history"))).GetProperty("data")[0].Text("id").ShouldBe(open);
        (await app.Client(app.David).Get(Rewards(app.David, "upcoming"))).GetProperty("data").GetArrayLength().ShouldBeInRange(1, 5);
        await app.Drain();
        (await app.Client(app.David).Get(Of(app.David)))
            .GetProperty("data")
            .GetProperty("points")
            .GetInt64()
            .ShouldBe(before.GetProperty("points").GetInt64() + 200);
    }

    [Fact]
    public async Task A_reward_that_names_a_voucher_brings_its_code_once_for_a_key()
    {
        var voucher = await app.Get<Vouchers>()
            .Save(
                app.Amina,
                null,
                new VoucherInput
                {
                    Name = "Ten",
                    NameAr = "عشرة",
                    Cost = 300,
                }
            );
        await (await app.Client(app.Karim).Post(Of(app.Sara, "/points"), new { points = 700, reason = "Welcome" })).ShouldBe(200);
        var client = app.Client(app.Sara);
        // Its cost is what it costs.
        foreach (var wrong in new[] { """{"points":299,"rewardId":"ID"}""", """{"rewardId":"ID"}""", """{"points":1.5,"rewardId":"ID"}""" })
            await (
                await client.Post(Of(app.Sara, "/redeem"), wrong.Replace("ID", voucher.Id.ToString(), StringComparison.Ordinal))
            ).ShouldBeProblem(400, field: "points");
        client.DefaultRequestHeaders.Add("Idempotency-Key", "click-1");
        var codes = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            using var redeemed = await client.Post(Of(app.Sara, "/redeem"), new { points = 300, rewardId = voucher.Id });
            var data = (await redeemed.Json()).GetProperty("data");
            data.Text("rewardId").ShouldBe(voucher.Id.ToString());
            codes.Add(data.Text("code"));
        }
        codes.Distinct().ShouldHaveSingleItem().ShouldNotBeNull().ShouldStartWith("V-");
        (await app.Get<Points>().Of(app.Sara, app.Sara.CustomerId!.Value)).Redeemed.ShouldBe(300);
        await (await app.Client(app.David).Post(Of(app.Sara, "/redeem"), new { points = 300, rewardId = voucher.Id })).ShouldBeProblem(404);
    }

    public static readonly TheoryData<string> BadPoints = ["0", "-5", "1000000000000000000", "1.5", "null"];

    [Theory, MemberData(nameof(BadPoints))]
    public async Task Points_that_are_no_whole_number_are_400(string points)
    {
        await (await app.Client(app.Karim).Post(Of(app.Sara, "/points"), $$"""{"points":{{points}},"reason":"x"}""")).ShouldBeProblem(
            400,
            field: "points"
        );
        await (await app.Client(app.Sara).Post(Of(app.Sara, "/redeem"), $$"""{"points":{{points}},"rewardId":"x"}""")).ShouldBeProblem(
            400,
            field: "points"
        );
    }

    [Fact]
    public async Task What_is_missing_too_much_or_anothers_is_refused()
    {
        await (await app.Client(app.Karim).Post(Of(app.Sara, "/points"), new { points = 5 })).ShouldBeProblem(400, field: "reason");
        await (await app.Client(app.Sara).Post(Of(app.Sara, "/redeem"), new { points = 5 })).ShouldBeProblem(400, field: "rewardId");
        await (await app.Client(app.Sara).Post(Of(app.Sara, "/redeem"), new { points = 9_000_000, rewardId = "x" })).ShouldBeProblem(
            400,
            "insufficient_points",
            "points"
        );
        await (await app.Client(app.Sara).Post(Rewards(app.Sara, "claim"), new { })).ShouldBeProblem(400, field: "rewardId");
        await (await app.Client(app.Sara).Post(Rewards(app.Sara, "claim"), new { rewardId = "none" })).ShouldBeProblem(404);
        // Wrong role, another customer, another company, nobody.
        await (await app.Client(app.Sara).Post(Of(app.Sara, "/points"), new { points = 5, reason = "x" })).ShouldBeProblem(403);
        foreach (var stranger in new[] { app.David, app.Olga, app.Oskar })
        {
            await (await app.Client(stranger).GetAsync(Of(app.Sara), TestContext.Current.CancellationToken)).ShouldBeProblem(404);
            await (await app.Client(stranger).Post(Rewards(app.Sara, "claim"), new { rewardId = "x" })).ShouldBeProblem(404);
        }
        await (
            await app.Client(app.Karim).GetAsync("api/customer-id/loyalty/nobody", TestContext.Current.CancellationToken)
        ).ShouldBeProblem(404);
        await (await app.Anonymous.GetAsync(Of(app.Sara), TestContext.Current.CancellationToken)).ShouldBeProblem(401);
    }
}

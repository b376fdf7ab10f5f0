using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Engagement;

/// <summary>Points under the market's names: the same ledger, its words and its numbers (contract: market, Loyalty).</summary>
public sealed class MarketLoyaltyEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Loyalty = "api/marketplace/loyalty";
    private const string Add = Loyalty + "/points/add";
    private const string Redeem = Loyalty + "/points/redeem";
    private const string Lines = Loyalty + "/transactions";

    // A customer whom the shop knows by a name of its own; joining gave them their first 50 points.
    private async Task<string> Member(string name)
    {
        var shopsName = "shop_" + name.ToLowerInvariant();
        using var made = await app.Service.Post(
            "api/customers/internal/create",
            new
            {
                userId = shopsName,
                email = shopsName + "@market.example",
                fullName = name,
                contactNumber = "+966500000000",
            }
        );
        ((int)made.StatusCode).ShouldBeInRange(200, 201);
        await app.Drain();
        return shopsName;
    }

    private static long Number(JsonElement answer, string name) => answer.GetProperty(name).GetInt64();

    [Fact]
    public async Task Points_are_added_read_and_redeemed_under_either_name_in_body_or_address()
    {
        var (karim, whose) = (app.Client(app.Karim), await Member("Layla"));
        var fresh = await karim.Get($"{Loyalty}?user_id={whose}");
        (fresh.Text("user_id"), fresh.Text("tier"), Number(fresh, "points"), Number(fresh, "next_tier_points")).ShouldBe(
            (whose, "bronze", 50, 1_001)
        );
        foreach (
            var (query, body) in new (string, object?)[]
            {
                (
                    "",
                    new
                    {
                        user_id = whose,
                        amount = 550,
                        description = "Welcome",
                    }
                ),
                (
                    "",
                    new
                    {
                        user_id = whose,
                        points = 400,
                        reason = "Sorry",
                    }
                ),
                ($"?user_id={whose}&points=1&reason=By%20address", null),
                // The body's counts where both are there.
                ($"?points=9999", new { user_id = whose, points = 50 }),
            }
        )
            await (await karim.Post(Add + query, body)).ShouldBe(200);
        using var spent = await karim.Post(
            Redeem,
            new
            {
                user_id = whose,
                points = 51,
                description = "A mug",
            }
        );
        var left = await spent.Json();
        (left.Text("message"), Number(left, "points_balance"), left.Text("tier")).ShouldBe(("Points redeemed", 1_000, "silver"));
        var account = await karim.Get($"{Loyalty}?user_id={whose}");
        (
            Number(account, "points"),
            Number(account, "points_balance"),
            Number(account, "total_points_earned"),
            Number(account, "total_points_redeemed"),
            Number(account, "tier_points"),
            Number(account, "next_tier_points")
        ).ShouldBe((1_000, 1_000, 1_051, 51, 1_051, 5_001));
        var lines = (await karim.Get($"{Lines}?user_id={whose}")).EnumerateArray().ToList();
        lines
            .Select(l => (l.Text("transaction_type"), Number(l, "points"), l.Text("description"), l.Text("user_id")))
            .ShouldBe([
                ("redeemed", -51, "A mug", whose),
                ("bonus", 50, "From the shop", whose),
                ("bonus", 1, "By address", whose),
                ("bonus", 400, "Sorry", whose),
                ("bonus", 550, "Welcome", whose),
                ("earned", 50, lines[^1].Text("description"), whose),
            ]);
        lines.ShouldAllBe(l => !l.GetProperty("reversal").GetBoolean() && l.GetProperty("order_id").ValueKind == JsonValueKind.Null);
        (await karim.Get($"{Lines}?user_id={whose}&limit=2")).GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task The_next_tier_begins_above_its_bound_and_platinum_says_fifteen_thousand()
    {
        var (karim, whose) = (app.Client(app.Karim), await Member("Tarek"));
        foreach (
            var (points, tier, next) in new[]
            {
                (950, "bronze", 1_001),
                (1, "silver", 5_001),
                (4_000, "gold", 10_001),
                (5_000, "platinum", 15_000),
            }
        )
        {
            await (await karim.Post(Add, new { user_id = whose, amount = points })).ShouldBe(200);
            var account = await karim.Get($"{Loyalty}?user_id={whose}");
            (account.Text("tier"), Number(account, "next_tier_points")).ShouldBe((tier, next));
        }
    }

    // Earned on placing, spent only once the order can no longer come back; taken back when it does.
    [Fact]
    public async Task Points_of_an_order_count_as_earned_while_they_are_locked_and_a_return_takes_them_back()
    {
        var (karim, whose) = (app.Client(app.Karim), await Member("Nour"));
        async Task Told(string status)
        {
            var order = new
            {
                number = "MKT-1",
                status,
                total = 120,
            };
            using var told = await app.Service.Post($"api/customers/internal/{whose}/orders", order);
            ((int)told.StatusCode).ShouldBeInRange(200, 201);
            await app.Drain();
        }
        await Told("placed");
        var account = await karim.Get($"{Loyalty}?user_id={whose}");
        (Number(account, "points"), Number(account, "total_points_earned"), Number(account, "locked_points")).ShouldBe((50, 170, 120));
        await (await karim.Post(Redeem, new { user_id = whose, points = 51 })).ShouldBeProblem(400, "insufficient_points", "points");
        var earned = (await karim.Get($"{Lines}?user_id={whose}"))[0];
        (earned.Text("transaction_type"), earned.GetProperty("order_id").TryGetGuid(out _)).ShouldBe(("earned", true));
        await Told("returned");
        var back = (await karim.Get($"{Lines}?user_id={whose}"))[0];
        (back.Text("transaction_type"), Number(back, "points"), back.GetProperty("reversal").GetBoolean()).ShouldBe(
            ("redeemed", -120, true)
        );
    }

    [Fact]
    public async Task Customers_are_themselves_and_nobody_else()
    {
        var (sara, own) = (app.Client(app.Sara), app.Sara.CustomerId!.Value);
        await (
            await app.Client(app.Karim)
                .Post(
                    Add,
                    new
                    {
                        user_id = own,
                        amount = 40,
                        reason = "Hello",
                    }
                )
        ).ShouldBe(200);
        foreach (var address in new[] { Loyalty, $"{Loyalty}?user_id={own}" })
            Number(await sara.Get(address), "points").ShouldBeGreaterThanOrEqualTo(40);
        await (await sara.Post(Redeem, new { points = 10 })).ShouldBe(200);
        // Without a reason there is one, in the caller's language.
        (await sara.Get(Lines))[0]
            .Text("description")
            .ShouldBe("في المتجر");
        await (await sara.Post(Add, new { user_id = own, amount = 40 })).ShouldBeProblem(403);
        foreach (var stranger in new[] { app.David, app.Oskar, app.Olga })
        {
            var client = app.Client(stranger);
            foreach (var address in new[] { $"{Loyalty}?user_id={own}", $"{Lines}?user_id={own}" })
                await (await client.GetAsync(address, TestContext.Current.CancellationToken)).ShouldBeProblem(404);
            await (await client.Post(Redeem, new { user_id = own, points = 1 })).ShouldBeProblem(404);
        }
        await (await app.Client(app.Olga).Post(Add, new { user_id = own, amount = 1 })).ShouldBeProblem(404);
        await (await app.Anonymous.GetAsync(Loyalty, TestContext.Current.CancellationToken)).ShouldBeProblem(401);
    }

    [Fact]
    public async Task What_is_missing_or_out_of_range_names_its_field()
    {
        var (karim, own) = (app.Client(app.Karim), app.Sara.CustomerId!.Value);
        foreach (var address in new[] { Loyalty, Lines })
            await (await karim.GetAsync(address, TestContext.Current.CancellationToken)).ShouldBeProblem(400, field: "user_id");
        await (await karim.Post(Redeem, new { points = 1 })).ShouldBeProblem(400, field: "user_id");
        await (await karim.Post(Add, new { user_id = own })).ShouldBeProblem(400, field: "points");
        foreach (var points in new[] { "0", "-5", "1.5", "1000000000000000000", "\"many\"" })
        foreach (var call in new[] { Add, Redeem })
            await (await karim.Post(call, $$"""{"user_id":"{{own}}","points":{{points}}}""")).ShouldBeProblem(400, field: "points");
        await (await karim.Post($"{Add}?user_id={own}&points=many", null)).ShouldBeProblem(400, field: "points");
        await (await karim.Post(Add, new { user_id = "nobody", amount = 1 })).ShouldBeProblem(404);
        await (
            await karim.Post(
                Redeem,
                new
                {
                    user_id = own,
                    points = 1,
                    reason = new string('x', 201),
                }
            )
        ).ShouldBeProblem(400, field: "description");
        foreach (var limit in new[] { "0", "101", "-1", "x" })
            await (await karim.GetAsync($"{Lines}?user_id={own}&limit={limit}", TestContext.Current.CancellationToken)).ShouldBeProblem(
                400,
                field: "limit"
            );
    }
}

using System.Net;
using System.Text.Json;
using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Server;

/// <summary>Every call that moves points, orders or rewards is done once for one Idempotency-Key; no other call offers one.</summary>
public sealed class OnceTests(TestApp app) : IClassFixture<TestApp>
{
    // Every POST of the description that moves nothing of the kind. Think a new one over, then add it here.
    private static readonly string[] MoveNothing =
    [
        "/api/security/login-attempt",
        "/api/security/payment-security",
        "/api/security/scan-input",
        "/api/security/security-event",
        "/api/security/validate-webhook",
        "/api/analytics/session/start",
        "/api/analytics/session/end",
        "/api/analytics/page-view",
        "/api/analytics/interaction",
        "/api/analytics/marketplace-event",
        "/api/analytics/conversion",
        "/api/search/index/product",
        "/api/search/reindex",
        "/api/auth/login",
        "/api/auth/refresh",
        "/api/auth/refresh-token",
        "/api/auth/logout",
        "/api/auth/register",
        "/api/auth/confirmation",
        "/api/enhanced/register",
        "/api/enhanced/email-validation",
        "/api/enhanced/customers/{customer_id}/sync",
        "/api/customers",
        "/api/customers/{id}/notes",
        "/api/customers/internal/create",
        "/api/customers/{id}/merge",
        "/api/customers/merges/{mergeId}/undo",
        "/api/customers/{id}/erasure",
        "/api/customer-id/security/{customerId}/report",
        "/api/customer-id/security/{customerId}/2fa/enable",
        "/api/customer-id/notifications/{customerId}/send",
        "/api/enhanced/bot/{bot_type}/toggle",
        "/api/customer-id/support/{customerId}/ticket",
        "/api/customer-id/support/ticket/{ticketId}/comment",
        "/api/customer-id/support-chat/{customerId}/start",
        "/api/customer-id/support-chat/{sessionId}/message",
        "/api/customer-id/support-chat/{sessionId}/close",
        "/api/tickets",
        "/api/messages",
        "/api/customers/me/tickets",
        "/api/customers/me/tickets/{ticketId}/messages",
        "/api/customers/me/tickets/{ticketId}/attachments",
        "/api/customers/me/calls",
        "/api/customers/me/feedback",
        "/api/enhanced/signals",
        "/api/enhanced/signals/{id}/events",
        "/api/enhanced/dashboard/trading-data",
        "/api/enhanced/dashboard/store-bot-data",
        "/api/vault/unlock",
        "/api/vault/lock",
        "/api/vault/import",
        "/api/customer-id/referral/{customerId}/generate-link",
        "/api/marketplace/products/{productId}/reviews",
        "/api/marketplace/products/{productId}/questions",
        "/api/marketplace/questions/{questionId}/answer",
        "/api/marketplace/wishlist/add",
        "/api/marketplace/comparisons",
        "/api/marketplace/recently-viewed",
        "/api/marketplace/price-alerts",
        // The same picture is one picture.
        "/api/images/upload",
        "/api/images/batch",
        // A cart says what is wanted; nothing is bought by it.
        "/api/marketplace/cart/add",
        "/api/marketplace/orders/quote",
        "/api/marketplace/shipping/calculate",
        "/api/marketplace/tax/calculate",
        // Asked again it is the same return; what it moves, it moves by its steps.
        "/api/marketplace/returns/create",
    ];

    private static object Bought(int thing, int quantity) =>
        new
        {
            payment_method = "bank_transfer",
            shipping_address = new
            {
                street = "1 Main Street",
                city = "Austin",
                state = "TX",
                zip_code = "73301",
                country = "US",
            },
            billing_address = new
            {
                street = "1 Main Street",
                city = "Austin",
                state = "TX",
                zip_code = "73301",
                country = "US",
            },
            items = new[] { new { product_id = thing, quantity } },
        };

    private sealed record Sample(HttpClient Client, string At, object Body, object Other, Func<Task<string>> Moved);

    private async Task<Dictionary<string, Sample>> Samples()
    {
        var sara = app.Sara.CustomerId!.Value;
        await app.Get<CsDashboard.Engagement.Loyalty.Points>().Give(app.Karim, sara, new() { Points = 5_000, Reason = "To spend" });
        await app.Drain();
        await app.Drain();
        var shop = app.Get<CsDashboard.Marketplace.Checkout.ShopSettings>();
        await shop.Begin(app.Amina);
        var thing = (await Marketplace.Shelf.Thing(app.Get<CsDashboard.Marketplace.Catalogue.Products>(), app.Amina)).Product.Number;
        var reward = (await app.Get<CsDashboard.Engagement.Rewards.Rewards>().SpecialDates(app.Sara, sara))
            .First(r => r.State == CsDashboard.Engagement.Rewards.RewardState.Open)
            .Id;
        var offer = await app.Get<CsDashboard.Engagement.Offers.Offers>()
            .Save(
                app.Amina,
                null,
                new()
                {
                    Code = "ONCE",
                    Title = "Once",
                    TitleAr = "مرة",
                    Worth = 5,
                    StartsAt = DateTimeOffset.UnixEpoch,
                    EndsAt = DateTimeOffset.UnixEpoch.AddYears(200),
                }
            );
        var spare = (
            await app.Get<CsDashboard.Customers.CustomerRecords>()
                .Add(app.Karim, new() { Name = "Spare", Email = "spare.once@example.com" })
        ).PublicId;
        Task<string> Balance() =>
            app.Database.Ask($"SELECT \"Balance\" FROM \"LoyaltyAccounts\" WHERE lower(cast(\"CustomerId\" AS text)) = '{sara}'");
        Task<string> Count(string table) => app.Database.Ask($"SELECT COUNT(*) FROM \"{table}\"");
        return new()
        {
            ["/api/customer-id/loyalty/{customerId}/redeem"] = new(
                app.Client(app.Sara),
                $"api/customer-id/loyalty/{sara}/redeem",
                new { points = 1, rewardId = "race" },
                new { points = 2, rewardId = "race" },
                Balance
            ),
            ["/api/customer-id/loyalty/{customerId}/points"] = new(
                app.Client(app.Karim),
                $"api/customer-id/loyalty/{sara}/points",
                new { points = 5, reason = "Kind" },
                new { points = 6, reason = "Kind" },
                Balance
            ),
            ["/api/marketplace/loyalty/points/redeem"] = new(
                app.Client(app.Sara),
                "api/marketplace/loyalty/points/redeem",
                new { points = 1, description = "race" },
                new { points = 2, description = "race" },
                Balance
            ),
            ["/api/marketplace/loyalty/points/add"] = new(
                app.Client(app.Karim),
                "api/marketplace/loyalty/points/add",
                new { user_id = sara, amount = 5 },
                new { user_id = sara, amount = 6 },
                Balance
            ),
            ["/api/customer-id/rewards/{customerId}/claim"] = new(
                app.Client(app.Sara),
                $"api/customer-id/rewards/{sara}/claim",
                new { rewardId = reward },
                new { rewardId = "another" },
                () => Count("RewardClaims")
            ),
            ["/api/customer-id/offers/{customerId}/apply"] = new(
                app.Client(app.Sara),
                $"api/customer-id/offers/{sara}/apply",
                new { offerId = offer.Id },
                new { offerId = "OTHER" },
                () => Count("OfferUses")
            ),
            ["/api/customer-id/referral/{customerId}/track"] = new(
                app.Client(app.Karim),
                $"api/customer-id/referral/{sara}/track",
                new { referredId = spare },
                new { referredId = app.David.CustomerId },
                () => Count("Referrals")
            ),
            ["/api/marketplace/products/{productId}/inventory/update"] = new(
                app.Client(app.Amina),
                $"api/marketplace/products/{thing}/inventory/update",
                new { quantity = 1, action = "stock_in" },
                new { quantity = 2, action = "stock_in" },
                () => Count("StockMoves")
            ),
            ["/api/marketplace/orders/create"] = new(
                app.Client(app.Sara),
                "api/marketplace/orders/create",
                Bought(thing, 1),
                Bought(thing, 2),
                () => Count("Orders")
            ),
            ["/api/customers/internal/{customerId}/orders"] = new(
                app.Service,
                $"api/customers/internal/{sara}/orders",
                new
                {
                    number = "ONCE-1",
                    status = "delivered",
                    total = 5,
                },
                new
                {
                    number = "ONCE-2",
                    status = "delivered",
                    total = 5,
                },
                () => Count("Orders")
            ),
        };
    }

    [Fact]
    public async Task The_same_key_and_body_answer_the_same_and_another_body_is_a_conflict()
    {
        var samples = await Samples();
        var document = await app.Anonymous.Get("openapi/v1.json");
        var posts = document
            .GetProperty("paths")
            .EnumerateObject()
            .Where(p => p.Value.TryGetProperty("post", out _))
            .ToDictionary(p => p.Name, p => Announces(p.Value.GetProperty("post")));
        posts.Where(p => p.Value).Select(p => p.Key).ShouldBe(samples.Keys, ignoreOrder: true);
        posts.Keys.Except(samples.Keys).ShouldBe(MoveNothing, ignoreOrder: true);
        foreach (var (name, sample) in samples)
        {
            var key = Guid.NewGuid().ToString();
            var (first, before) = (await Send(sample, sample.Body, key), await sample.Moved());
            ((int)first.Status).ShouldBeInRange(200, 201, $"{name}: {first.Body}");
            for (var i = 0; i < 3; i++)
                (await Send(sample, sample.Body, key)).ShouldBe(first, name);
            (await sample.Moved()).ShouldBe(before, name);
            var other = await Send(sample, sample.Other, key);
            (other.Status, JsonDocument.Parse(other.Body).RootElement.Text("error")).ShouldBe(
                (HttpStatusCode.Conflict, "idempotency_key_reused"),
                name
            );
            (await sample.Moved()).ShouldBe(before, name);
            foreach (var bad in new[] { " ", new string('k', 201) })
                (await Send(sample, sample.Body, bad)).Status.ShouldBe(HttpStatusCode.BadRequest, name);
        }
    }

    [Fact]
    public async Task Many_at_once_with_one_key_are_done_once()
    {
        var david = app.David.CustomerId!.Value;
        async Task<int> Balance() =>
            int.Parse(
                await app.Database.Ask(
                    $"SELECT \"Balance\" FROM \"LoyaltyAccounts\" WHERE lower(cast(\"CustomerId\" AS text)) = '{david}'"
                ),
                System.Globalization.CultureInfo.InvariantCulture
            );
        await app.Get<CsDashboard.Engagement.Loyalty.Points>().Give(app.Karim, david, new() { Points = 100, Reason = "To spend" });
        await app.Drain();
        var before = await Balance();
        var sample = new Sample(
            app.Client(app.David),
            $"api/customer-id/loyalty/{david}/redeem",
            new { points = 10, rewardId = "race" },
            new { },
            () => Task.FromResult("")
        );
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send(sample, sample.Body, "one key")));
        answers.Distinct().ShouldHaveSingleItem().Status.ShouldBe(HttpStatusCode.OK);
        (await Balance()).ShouldBe(before - 10);
        // Another caller's key of the same name is another key.
        using var request = Request(sample, sample.Body, "one key");
        await (await app.Client(app.Karim).SendAsync(request)).ShouldBe(200);
        (await Balance()).ShouldBe(before - 20);
    }

    private static bool Announces(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters)
        && parameters.EnumerateArray().Any(p => p.Text("in") == "header" && p.Text("name") == "Idempotency-Key");

    private static HttpRequestMessage Request(Sample sample, object body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, sample.At) { Content = System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return request;
    }

    private static async Task<(HttpStatusCode Status, string Body)> Send(Sample sample, object body, string key)
    {
        using var request = Request(sample, body, key);
        using var response = await sample.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsDashboard.Foundation;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Faults;

/// <summary>
/// Whatever is sent to whichever endpoint of the description: it is never a 5xx, a refusal has its one form, and changes nothing.
/// </summary>
public sealed class BadInputTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Huge = new('x', 100_000);

    // Not JSON, or not an object at all.
    private static readonly string[] Broken =
    [
        "{",
        "{\"a\":",
        "[]",
        "[{}]",
        "null",
        "true",
        "5",
        "\"text\"",
        "{\"a\":1,}",
        "{'a':1}",
        "\0",
        "{\"\\ud800\":1}",
        "\uFEFF{",
        "{}{}",
        "{\"a\":NaN}",
        "<a/>",
        "a=b",
    ];

    // Bad values for a field, as JSON.
    private static readonly string[] BadValues =
    [
        "5",
        "-1",
        "1e400",
        "99999999999999999999",
        "true",
        "[]",
        "[null]",
        "[[]]",
        "[5]",
        "{}",
        "{\"a\":1}",
        "null",
        "\"\"",
        "\" \"",
        $"\"{Huge}\"",
        "\"a\\u0000b\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\udc00x\"",
        "\"\\ufffe\"",
        "\"\\u202e\"",
        "[\"a\\u0000\"]",
        "[\"\\ud800\"]",
        "\"'; DROP TABLE \\\"Tickets\\\"; --\"",
        "\"../../etc/passwd\"",
        "\"9999-99-99T99:99:99Z\"",
        "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59-14:00\"",
        "[\"0001-01-01T00:00:00+14:00\"]",
        "[\"9999-12-31T23:59:59-14:00\"]",
    ];

    // Calls whose body may be left out, and so may be null.
    private static readonly string[] MayBeEmpty =
    [
        "POST /api/auth/logout",
        "POST /api/customer-id/support-chat/{sessionId}/close",
        "DELETE /api/marketplace/cart/clear",
        "POST /api/search/reindex",
    ];

    // Calls that take a list of what the sample is one of.
    private static readonly string[] Lists = ["POST /api/search/reindex"];

    [Fact]
    public async Task Nothing_that_is_sent_as_json_breaks_an_endpoint_or_leaves_a_trace()
    {
        var samples = await Samples();
        var document = await app.Anonymous.Get("openapi/v1.json");
        var met = new List<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        foreach (
            var operation in path
                .Value.EnumerateObject()
                .Where(o =>
                    o.Value.TryGetProperty("requestBody", out var body)
                    && body.GetProperty("content").TryGetProperty("application/json", out _)
                )
        )
        {
            var name = $"{operation.Name.ToUpperInvariant()} {path.Name}";
            met.Add(name);
            var (client, at, sample) = samples.GetValueOrDefault(name) is { Client: not null } row
                ? row
                : throw new ShouldAssertException($"{name} takes JSON and has no sample in this sweep.");
            var method = new HttpMethod(operation.Name.ToUpperInvariant());
            foreach (var body in Broken.Append(Deep(5_000)).Append(Deep(40)).Append($"{{\"a\":\"{new string('x', 2_000_000)}\"}}"))
                await Sent(
                    client,
                    method,
                    at,
                    body,
                    mustBeRefused: !(body == "null" && MayBeEmpty.Contains(name)) && !(body == "[]" && Lists.Contains(name))
                );

            var fields = Fields(
                document,
                operation.Value.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema")
            );
            fields.ShouldNotBeEmpty(name);
            sample.Select(s => s.Key).Except(fields).ShouldBeEmpty(name);
            foreach (var field in fields)
            foreach (var value in BadValues)
                await Sent(client, method, at, Lists.Contains(name) ? $"[{With(sample, field, value)}]" : With(sample, field, value));
        }
        samples.Keys.Except(met).ShouldBeEmpty("Samples for endpoints that are not there.");
        app.Log.Lines.Where(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_in_a_query_breaks_an_endpoint()
    {
        var document = await app.Anonymous.Get("openapi/v1.json");
        var (sara, karim, amina) = (app.Client(app.Sara), app.Client(app.Karim), app.Client(app.Amina));
        string[] values =
        [
            "",
            "%00",
            "%ED%A0%80",
            "%FF",
            "-1",
            "99999999999999999999",
            "%F0%9F%98%80",
            "%E2%80%AE",
            "'%22--",
            "%25",
            "*",
            "%22",
            "a%00b",
            "AND%20OR%20NOT",
            "(",
            new string('a', 6_000),
            "0001-01-01",
            "..%2F..",
            "%EF%BF%BE",
        ];
        foreach (
            var path in document
                .GetProperty("paths")
                .EnumerateObject()
                .Where(p => p.Value.TryGetProperty("get", out _) && !p.Name.EndsWith("/events", StringComparison.Ordinal))
        )
        {
            if (!path.Value.GetProperty("get").TryGetProperty("parameters", out var parameters))
                continue;
            var at = string.Join(
                '/',
                path.Name.TrimStart('/').Split('/').Select(part => part.StartsWith('{') ? Guid.NewGuid().ToString() : part)
            );
            foreach (var parameter in parameters.EnumerateArray().Where(p => p.Text("in") == "query"))
            foreach (var value in values)
            foreach (var client in new[] { sara, karim, amina })
            {
                using var response = await client.GetAsync($"{at}?{parameter.Text("name")}={value}");
                ((int)response.StatusCode).ShouldBeLessThan(500, $"{at}?{parameter.Text("name")}={value}");
                if ((int)response.StatusCode >= 400)
                    await response.ShouldBeProblem((int)response.StatusCode);
            }
        }
    }

    private async Task<Dictionary<string, (HttpClient Client, string At, JsonObject Sample)>> Samples()
    {
        var (sara, david, karim, amina) = (app.Client(app.Sara), app.Client(app.David), app.Client(app.Karim), app.Client(app.Amina));
        // All sign in now, not in the middle of the first call.
        foreach (var client in new[] { sara, david, karim, amina })
            await client.Get("api/auth/me");
        var ticket = (await app.Opened(app.Sara)).Text("id");
        using var published = await amina.Post(
            "api/enhanced/signals",
            new
            {
                entry_price = 100,
                stop_loss = 90,
                take_profit = 130,
            }
        );
        var signal = (await published.Json()).GetProperty("signal").Text("signal_id");
        var number = await app.Database.Ask(
            $"SELECT \"Number\" FROM \"Tickets\" WHERE lower(cast(\"Id\" AS text)) = '{ticket.ToLowerInvariant()}'"
        );
        var chat = (await app.Get<CsDashboard.Desk.LiveChat.Chats>().Start(app.Sara, new() { Topic = "Swept", Message = "Hello" })).Chat.Id;
        var over = (await app.Get<CsDashboard.Desk.LiveChat.Chats>().Start(app.David, new() { Topic = "Swept", Message = "Hello" }))
            .Chat
            .Id;
        var thing = (await Marketplace.Shelf.Thing(app.Get<CsDashboard.Marketplace.Catalogue.Products>(), app.Amina)).Product.Number;
        var asked = (
            await app.Get<CsDashboard.Marketplace.Reviews.ProductQuestions>().Ask(app.David, app.David.CustomerId!.Value, thing, "Why?")
        )
            .Question
            .Number;
        await app.Drain();
        await Told();
        (HttpClient, string, JsonObject) Row(HttpClient client, string at, object sample) =>
            (client, at, JsonSerializer.SerializeToNode(sample)!.AsObject());
        var visit = await app.Get<CsDashboard.Analytics.Behaviour.Visits>()
            .Start(app.Product, new("ann"), new(null, null, null, null, null));
        return new()
        {
            ["POST /api/security/login-attempt"] = Row(
                karim,
                "api/security/login-attempt",
                new
                {
                    user_id = "x",
                    ip_address = "::1",
                    user_agent = "x",
                    success = true,
                }
            ),
            ["POST /api/security/payment-security"] = Row(
                karim,
                "api/security/payment-security",
                new
                {
                    user_id = "x",
                    ip_address = "::1",
                    user_agent = "x",
                    amount = 1,
                }
            ),
            ["POST /api/security/scan-input"] = Row(karim, "api/security/scan-input", new { input_data = "x" }),
            ["POST /api/security/security-event"] = Row(
                karim,
                "api/security/security-event",
                new
                {
                    event_type = "x",
                    user_id = "x",
                    ip_address = "::1",
                }
            ),
            ["POST /api/security/validate-webhook"] = Row(
                app.Anonymous,
                "api/security/validate-webhook",
                new
                {
                    payload = "x",
                    signature = "x",
                    timestamp = "1",
                }
            ),
            ["POST /api/analytics/session/start"] = Row(app.Anonymous, "api/analytics/session/start", new { user_id = "x" }),
            ["POST /api/analytics/session/end"] = Row(app.Anonymous, "api/analytics/session/end", new { session_id = Guid.NewGuid() }),
            ["POST /api/analytics/page-view"] = Row(
                app.Anonymous,
                "api/analytics/page-view",
                new
                {
                    session_id = visit,
                    user_id = "ann",
                    page_url = "/",
                }
            ),
            ["POST /api/analytics/interaction"] = Row(
                app.Anonymous,
                "api/analytics/interaction",
                new
                {
                    session_id = visit,
                    user_id = "ann",
                    event_type = "x",
                }
            ),
            ["POST /api/analytics/marketplace-event"] = Row(
                app.Anonymous,
                "api/analytics/marketplace-event",
                new { user_id = "ann", event_type = "x" }
            ),
            ["POST /api/analytics/conversion"] = Row(
                app.Anonymous,
                "api/analytics/conversion",
                new
                {
                    user_id = "ann",
                    event_type = "x",
                    order_id = "x",
                    order_value = 1,
                }
            ),
            ["POST /api/search/index/product"] = Row(amina, "api/search/index/product", new { id = 77, name = "Mug" }),
            ["POST /api/search/reindex"] = Row(amina, "api/search/reindex", new { id = 77, name = "Mug" }),
            ["PUT /api/currency-rates"] = Row(amina, "api/currency-rates", new { currency = "JPY", rate = 0.01m }),
            ["POST /api/auth/login"] = Row(
                app.Anonymous,
                "api/auth/login",
                new { email = "nobody@example.com", password = "correct horse battery" }
            ),
            ["POST /api/auth/refresh"] = Row(app.Anonymous, "api/auth/refresh", new { refreshToken = "x" }),
            ["POST /api/auth/refresh-token"] = Row(app.Anonymous, "api/auth/refresh-token", new { refreshToken = "x" }),
            ["POST /api/auth/logout"] = Row(app.Anonymous, "api/auth/logout", new { refreshToken = "x" }),
            ["POST /api/auth/register"] = Row(
                app.Anonymous,
                "api/auth/register",
                new
                {
                    name = "Mallory",
                    email = NamedCast.EmailOf(app.Sara),
                    password = "correct horse battery",
                    phone = "+966500000000",
                }
            ),
            ["POST /api/customers/me/tickets"] = Row(sara, "api/customers/me/tickets", new { title = "Late", description = "It was due." }),
            ["POST /api/customers/me/tickets/{ticketId}/messages"] = Row(
                sara,
                $"api/customers/me/tickets/{ticket}/messages",
                new { body = "Please look." }
            ),
            ["POST /api/customers/me/calls"] = Row(sara, "api/customers/me/calls", new { note = "Call me", phone = "+966500000000" }),
            ["POST /api/customers/me/feedback"] = Row(sara, "api/customers/me/feedback", new { ticketId = ticket, rating = 5 }),
            ["POST /api/tickets"] = Row(
                karim,
                "api/tickets",
                new
                {
                    customerId = app.Sara.CustomerId,
                    title = "Late",
                    description = "It was due.",
                }
            ),
            ["POST /api/enhanced/signals"] = Row(
                amina,
                "api/enhanced/signals",
                new
                {
                    pair = "BTC/USD",
                    entry_price = 100,
                    stop_loss = 90,
                    take_profit = 130,
                    indicators = new { rsi = 35 },
                }
            ),
            ["POST /api/enhanced/signals/{id}/events"] = Row(
                amina,
                $"api/enhanced/signals/{signal}/events",
                new { @event = "moved", stop_loss = 91 }
            ),
            ["PATCH /api/tickets/{id}"] = Row(karim, "api/tickets/" + ticket, new { priority = "high" }),
            // For a bot that doesn't exist, since one that is switched on would go on writing during the sweep.
            ["POST /api/enhanced/bot/{bot_type}/toggle"] = Row(
                amina,
                "api/enhanced/bot/stocks/toggle",
                new { active = true, reason = "A sweep" }
            ),
            ["POST /api/enhanced/dashboard/trading-data"] = Row(
                karim,
                "api/enhanced/dashboard/trading-data",
                new { pin = "231806", filters = new { bot_type = "crypto" } }
            ),
            ["POST /api/enhanced/dashboard/store-bot-data"] = Row(
                karim,
                "api/enhanced/dashboard/store-bot-data",
                new
                {
                    pin = "231806",
                    bot_type = "crypto",
                    pair = "BTC/USD",
                    ohlcv = new
                    {
                        open = 1,
                        high = 2,
                        low = 1,
                        close = 2,
                        volume = 5,
                    },
                    indicators = new { rsi = 35 },
                }
            ),
            ["POST /api/vault/unlock"] = Row(amina, "api/vault/unlock", new { pin = "231806" }),
            ["POST /api/enhanced/register"] = Row(
                app.Anonymous,
                "api/enhanced/register",
                new
                {
                    email = NamedCast.EmailOf(app.Sara),
                    password = "correct horse battery",
                    user_data = new { name = "Mallory", account_size = 5 },
                }
            ),
            ["POST /api/enhanced/email-validation"] = Row(
                app.Anonymous,
                "api/enhanced/email-validation",
                new { email = "nobody@example.com" }
            ),
            ["POST /api/enhanced/customers/{customer_id}/sync"] = Row(
                karim,
                $"api/enhanced/customers/{app.Sara.CustomerId}/sync",
                new
                {
                    prop_firm = "Atlas",
                    account_size = 5,
                    experience = "Expert",
                    preferred_pairs = new[] { "BTC/USD" },
                    answers = new { goal = "more" },
                }
            ),
            ["POST /api/customers"] = Row(
                karim,
                "api/customers",
                new
                {
                    name = "Sara again",
                    email = NamedCast.EmailOf(app.Sara),
                    phone = "+966500000000",
                }
            ),
            ["PUT /api/customers/{id}"] = Row(
                karim,
                $"api/customers/{app.Sara.CustomerId}",
                new
                {
                    name = "Sara",
                    phone = "+966500000000",
                    tags = new[] { "a" },
                    preferences = new { newsletter = true },
                }
            ),
            ["POST /api/customers/{id}/notes"] = Row(karim, $"api/customers/{app.Sara.CustomerId}/notes", new { notes = "Noted" }),
            ["PATCH /api/customers/{id}/status"] = Row(
                amina,
                $"api/customers/{app.Sara.CustomerId}/status",
                new { status = "Active", reason = "Back" }
            ),
            ["PATCH /api/customers/{id}/type"] = Row(amina, $"api/customers/{app.Sara.CustomerId}/type", new { type = "VIP" }),
            ["POST /api/customers/{id}/merge"] = Row(
                amina,
                $"api/customers/{app.Sara.CustomerId}/merge",
                new
                {
                    with = app.Sara.CustomerId.ToString(),
                    take = new[] { "phone" },
                    bothAccounts = false,
                }
            ),
            ["POST /api/customers/{id}/erasure"] = Row(
                amina,
                $"api/customers/{app.Sara.CustomerId}/erasure",
                new { confirm = "nobody", fates = new { tickets = "keep" } }
            ),
            ["PUT /api/customer-id/segmentation/{customerId}/update"] = Row(
                karim,
                $"api/customer-id/segmentation/{app.Sara.CustomerId}/update",
                new { segment = "vip" }
            ),
            ["POST /api/customer-id/referral/{customerId}/track"] = Row(
                karim,
                $"api/customer-id/referral/{app.Sara.CustomerId}/track",
                new { referredId = app.David.CustomerId.ToString() }
            ),
            ["POST /api/customer-id/offers/{customerId}/apply"] = Row(
                sara,
                $"api/customer-id/offers/{app.Sara.CustomerId}/apply",
                new { offerId = "SUMMER" }
            ),
            ["POST /api/marketplace/products/{productId}/reviews"] = Row(
                sara,
                $"api/marketplace/products/{thing}/reviews",
                new
                {
                    user_id = app.Sara.CustomerId.ToString(),
                    rating = 5,
                    title = "Good",
                    comment = "Very",
                }
            ),
            ["POST /api/marketplace/products/{productId}/questions"] = Row(
                karim,
                $"api/marketplace/products/{thing}/questions",
                new { user_id = app.Sara.CustomerId.ToString(), question = "How?" }
            ),
            ["POST /api/marketplace/questions/{questionId}/answer"] = Row(
                karim,
                $"api/marketplace/questions/{asked}/answer",
                new { answer = "So", user_type = "admin" }
            ),
            ["POST /api/marketplace/cart/add"] = Row(sara, "api/marketplace/cart/add", new { product_id = thing, quantity = 1 }),
            ["POST /api/marketplace/products/{productId}/inventory/update"] = Row(
                amina,
                $"api/marketplace/products/{thing}/inventory/update",
                new { quantity = 3, action = "stock_in" }
            ),
            ["PUT /api/marketplace/cart/update"] = Row(sara, "api/marketplace/cart/update", new { product_id = thing, quantity = 1 }),
            ["DELETE /api/marketplace/cart/clear"] = Row(sara, "api/marketplace/cart/clear", new { }),
            ["DELETE /api/marketplace/cart/remove"] = Row(sara, "api/marketplace/cart/remove", new { product_id = thing }),
            ["POST /api/marketplace/orders/create"] = Row(
                sara,
                "api/marketplace/orders/create",
                new
                {
                    payment_method = "bank_transfer",
                    shipping_method = "standard",
                    shipping_address = new
                    {
                        street = "1 Main Street",
                        city = "Austin",
                        country = "US",
                    },
                    billing_address = new
                    {
                        street = "1 Main Street",
                        city = "Austin",
                        country = "US",
                    },
                    items = new[] { new { product_id = thing, quantity = 1 } },
                }
            ),
            ["POST /api/marketplace/orders/quote"] = Row(
                sara,
                "api/marketplace/orders/quote",
                new { shipping_method = "standard", items = new[] { new { product_id = thing, quantity = 1 } } }
            ),
            ["PUT /api/marketplace/orders/{orderId}/status"] = Row(
                karim,
                "api/marketplace/orders/999/status",
                new { status = "confirmed" }
            ),
            ["POST /api/marketplace/shipping/calculate"] = Row(
                app.Anonymous,
                "api/marketplace/shipping/calculate",
                new
                {
                    shipping_method = "standard",
                    subtotal = 20,
                    weight = 1,
                }
            ),
            ["POST /api/marketplace/tax/calculate"] = Row(
                app.Anonymous,
                "api/marketplace/tax/calculate",
                new
                {
                    subtotal = 20,
                    country = "US",
                    state = "CA",
                }
            ),
            ["POST /api/marketplace/wishlist/add"] = Row(sara, "api/marketplace/wishlist/add", new { product_id = thing }),
            ["DELETE /api/marketplace/wishlist/remove"] = Row(sara, "api/marketplace/wishlist/remove", new { product_id = thing }),
            ["POST /api/marketplace/comparisons"] = Row(
                sara,
                "api/marketplace/comparisons",
                new { name = "Mugs", product_ids = new[] { thing } }
            ),
            ["POST /api/marketplace/recently-viewed"] = Row(sara, "api/marketplace/recently-viewed", new { product_id = thing }),
            ["POST /api/marketplace/price-alerts"] = Row(
                sara,
                "api/marketplace/price-alerts",
                new { product_id = thing, target_price = 5 }
            ),
            ["POST /api/marketplace/returns/create"] = Row(
                sara,
                "api/marketplace/returns/create",
                new
                {
                    order_id = "ORD-NONE",
                    reason = "Broken",
                    items = new[] { new { product_id = thing, quantity = 1 } },
                }
            ),
            ["PUT /api/marketplace/returns/{returnId}/status"] = Row(
                karim,
                "api/marketplace/returns/999/status",
                new { status = "approved", refund_amount = 5 }
            ),
            ["POST /api/marketplace/loyalty/points/add"] = Row(
                karim,
                "api/marketplace/loyalty/points/add",
                new
                {
                    user_id = app.Sara.CustomerId.ToString(),
                    amount = 5,
                    description = "Kind",
                }
            ),
            ["POST /api/marketplace/loyalty/points/redeem"] = Row(
                sara,
                "api/marketplace/loyalty/points/redeem",
                new { points = 5, reason = "A cup" }
            ),
            ["PUT /api/customer-id/notifications/{customerId}/preferences"] = Row(
                karim,
                $"api/customer-id/notifications/{app.Sara.CustomerId}/preferences",
                new
                {
                    emailNotifications = true,
                    frequency = "daily",
                    quiet_hours_start = "22:00",
                    language = "ar",
                }
            ),
            ["POST /api/customer-id/notifications/{customerId}/send"] = Row(
                karim,
                $"api/customer-id/notifications/{app.Sara.CustomerId}/send",
                new
                {
                    type = "push",
                    title = "News",
                    message = "Hello",
                }
            ),
            ["PUT /api/retention"] = Row(amina, "api/retention", new { kind = "bells", days = 3000 }),
            ["POST /api/customers/internal/create"] = Row(
                app.Service,
                "api/customers/internal/create",
                new
                {
                    userId = "u",
                    email = NamedCast.EmailOf(app.Sara),
                    fullName = "Sara",
                    contactNumber = "+966500000000",
                }
            ),
            ["PATCH /api/customers/internal/{customerId}/statistics"] = Row(
                app.Service,
                $"api/customers/internal/{app.Sara.CustomerId}/statistics",
                new { totalOrders = 5, totalOrderValue = 9.5 }
            ),
            ["POST /api/customers/internal/{customerId}/orders"] = Row(
                app.Service,
                $"api/customers/internal/{app.Sara.CustomerId}/orders",
                new
                {
                    number = "BAD-1",
                    status = "placed",
                    lines = new[]
                    {
                        new
                        {
                            name = "Lamp",
                            quantity = 1,
                            unitPrice = 5,
                        },
                    },
                }
            ),
            ["POST /api/customer-id/support/{customerId}/ticket"] = Row(
                sara,
                $"api/customer-id/support/{app.Sara.CustomerId}/ticket",
                new
                {
                    subject = "Late",
                    description = "It was due.",
                    category = "account",
                }
            ),
            ["POST /api/customer-id/support/ticket/{ticketId}/comment"] = Row(
                sara,
                $"api/customer-id/support/ticket/{number}/comment",
                new { comment = "Please look." }
            ),
            ["PUT /api/customer-id/support/ticket/{ticketId}/status"] = Row(
                karim,
                $"api/customer-id/support/ticket/{number}/status",
                new { status = "in-progress" }
            ),
            ["POST /api/customer-id/support-chat/{customerId}/start"] = Row(
                sara,
                $"api/customer-id/support-chat/{app.Sara.CustomerId}/start",
                new { topic = "Late", message = "It was due." }
            ),
            ["POST /api/customer-id/support-chat/{sessionId}/message"] = Row(
                sara,
                $"api/customer-id/support-chat/{chat}/message",
                new { customerId = app.Sara.CustomerId, message = "Please look." }
            ),
            ["POST /api/customer-id/support-chat/{sessionId}/close"] = Row(
                david,
                $"api/customer-id/support-chat/{over}/close",
                new { rating = 5 }
            ),
            ["POST /api/customer-id/loyalty/{customerId}/points"] = Row(
                karim,
                $"api/customer-id/loyalty/{app.Sara.CustomerId}/points",
                new { points = 5, reason = "A sweep" }
            ),
            ["POST /api/customer-id/loyalty/{customerId}/redeem"] = Row(
                sara,
                $"api/customer-id/loyalty/{app.Sara.CustomerId}/redeem",
                new { points = 1, rewardId = "voucher" }
            ),
            ["POST /api/customer-id/rewards/{customerId}/claim"] = Row(
                sara,
                $"api/customer-id/rewards/{app.Sara.CustomerId}/claim",
                new { rewardId = "none" }
            ),
            ["POST /api/customer-id/security/{customerId}/report"] = Row(
                sara,
                $"api/customer-id/security/{app.Sara.CustomerId}/report",
                new
                {
                    activityType = "other",
                    description = "Something",
                    evidence = "A mail",
                }
            ),
            ["POST /api/messages"] = Row(karim, "api/messages", new { ticketId = ticket, content = "We look." }),
        };
    }

    private async Task Sent(HttpClient client, HttpMethod method, string at, string body, bool mustBeRefused = false)
    {
        var before = at == "api/auth/login" ? "" : await Counts();
        var what = $"{method} {at} with {(body.Length > 300 ? body[..300] + "…" : body)}";
        using var request = new HttpRequestMessage(method, at) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        // A body that is refused for its length alone is not sent at all.
        if (body.Length > 1_000_000)
            request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request);
        var status = (int)response.StatusCode;
        status.ShouldBeLessThan(500, what + "\n" + await response.Content.ReadAsStringAsync());
        if (mustBeRefused)
            status.ShouldBeInRange(400, 499, what);
        if (status >= 400)
        {
            await response.ShouldBeProblem(status);
            // A failed sign-in is recorded on purpose.
            if (at != "api/auth/login")
                (await Counts()).ShouldBe(before, what + "; the newest event: " + await Newest());
        }
        else
        {
            status.ShouldBeOneOf(200, 201, 204);
            await app.Drain();
            await Told();
        }
    }

    private Task<string> Newest() => app.Database.Ask("SELECT \"Kind\" || ' ' || \"Payload\" FROM \"Events\" ORDER BY \"Id\" DESC LIMIT 1");

    // Customers are notified of a signal a second later, which would look like a trace of the next call.
    private async Task Told()
    {
        while (await app.Database.Ask("SELECT count(*) FROM \"SignalPosts\" WHERE \"DoneAt\" IS NULL") != "0")
            await Task.Delay(100, TestContext.Current.CancellationToken);
    }

    // Sessions and attempts to sign in are written down on purpose, and what was recorded earlier is sealed, and checked at night,
    // meanwhile.
    private async Task<string> Counts()
    {
        tables ??=
        [
            .. (
                await app.Database.Ask(
                    app.Database.Kind == DatabaseKind.Sqlite
                        ? "SELECT group_concat(name) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE '%VIRTUAL%'"
                        : "SELECT string_agg(table_name, ',') FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
                )
            )
                .Split(',')
                .Except(["Sessions", "SignInAttempts", "Lockouts", "AuditLinks", "ChainHeads"]),
        ];
        return await app.Database.Ask(
            "SELECT "
                + string.Join(
                    " || ' ' || ",
                    tables.Select(t =>
                        $"'{t}=' || (SELECT count(*) FROM \"{t}\"{(t == "Events" ? $" WHERE \"Kind\" <> '{nameof(CsDashboard.Audit.AuditVerified)}'" : "")})"
                    )
                )
        );
    }

    private string[]? tables;

    private static string With(JsonObject sample, string field, string value) =>
        "{"
        + string.Join(
            ',',
            sample
                .Where(s => s.Key != field)
                .Select(s => $"{JsonSerializer.Serialize(s.Key)}:{s.Value?.ToJsonString() ?? "null"}")
                .Append($"{JsonSerializer.Serialize(field)}:{value}")
        )
        + "}";

    private static string Deep(int levels) => "{\"a\":" + new string('[', levels) + new string(']', levels) + "}";

    private static List<string> Fields(JsonElement document, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        else if (schema.TryGetProperty("oneOf", out var some))
            return
            [
                .. some.EnumerateArray()
                    .Where(s => s.TryGetProperty("$ref", out _) || s.TryGetProperty("items", out _))
                    .SelectMany(s => Fields(document, s)),
            ];
        if (schema.TryGetProperty("items", out var one))
            return Fields(document, one);
        return schema.TryGetProperty("properties", out var properties) ? [.. properties.EnumerateObject().Select(p => p.Name)] : [];
    }
}

using System.Net;
using CsDashboard.Customers.Merging;
using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation;
using CsDashboard.Tests.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace CsDashboard.Tests.Faults;

/// <summary>
/// Every endpoint checks who calls, and every id in a path whether it belongs to the caller. Taken from the endpoints themselves, so that a
/// new one cannot be forgotten.
/// </summary>
public sealed class EndpointGuardTests(TestApp app) : IClassFixture<TestApp>
{
    // Endpoints that anybody may call. Think a new one over, then add it here.
    private static readonly string[] Open =
    [
        "/health",
        "/health/live",
        "/health/ready",
        "/api/health",
        "/openapi/v1.json",
        "/docs",
        "/redoc",
        "/api/auth/login",
        "/api/auth/refresh",
        "/api/auth/refresh-token",
        "/api/auth/logout",
        "/api/auth/register",
        "/api/enhanced/register",
        "/api/enhanced/email-validation",
        "/api/debug/customer-credentials",
        "/api/customer-id/loyalty/tiers/all",
        "/api/customer-id/loyalty/tier/{tier}/benefits",
        "/api/customer-id/loyalty/earn/methods",
        "/api/customer-id/rewards/all",
        "/app/culture",
        "/app/logout",
        "/hooks/signals/{token}",
        "/hooks/stripe/{company:guid}",
        "/checkout/back/{session:guid}",
        "/ref/{code}",
        "/api/customer-id/segmentation/{segment}/benefits",
        "/api/customer-id/support-chat/faq",
        "/api/customer-id/support-chat/faq/search",
        "/api/customer-id/support-chat/categories",
        "/api/marketplace/products",
        "/api/marketplace/products/featured",
        "/api/marketplace/products/deals",
        "/api/marketplace/products/trending",
        "/api/marketplace/products/{productId}",
        "/api/marketplace/products/{productId}/reviews",
        "/api/marketplace/products/{productId}/questions",
        "/api/marketplace/categories",
        "/api/marketplace/categories/{categoryId}",
        "/api/marketplace/categories/slug/{slug}",
        "/api/marketplace/shipping/calculate",
        "/api/marketplace/tax/calculate",
        "/api/analytics/session/start",
        "/api/analytics/session/end",
        "/api/analytics/page-view",
        "/api/analytics/interaction",
        "/api/analytics/marketplace-event",
        "/api/analytics/conversion",
        "/api/security/validate-webhook",
        "/api/search/products",
        "/api/search/suggestions",
        "/app/passkeys/ask",
        "/app/passkeys/enter",
        "/login/code",
        "/login",
        "/register",
        "/setup",
        "/forgot",
        "/join",
        "/password",
        "/confirm",
        "/unsubscribe/{word}",
        "/unsubscribe/{Word}",
        "/help",
        "/help/{Slug}",
        "/help/pictures/{id:guid}",
        "/img/{company}/{picture}/{preset}",
        "/download/{word}",
        "/record/{Slug}",
        "/shop",
        "/shop/c/{Slug}",
        "/shop/compare",
        "/shop/found/{number:int}",
        "/shop/p/{Slug}",
        "/shop/search",
        "/cart",
        "/checkout",
        "/checkout/orders/{Number}",
        "/checkout/orders/{Number}/invoice",
        "/checkout/seen/{Pass}",
        "/checkout/seen/{Pass}/invoice",
        "/checkout/pay/{Number}",
        "/error",
        "/forbidden",
        "/not-found",
        "/status/400",
        "/status/403",
        "/status/404",
    ];

    // Blazor's own: its script, and the connection of pages, each of which is guarded by itself.
    private static readonly string[] Framework = ["/_blazor", "/_framework"];

    private IEnumerable<RouteEndpoint> Endpoints => app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string PathOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static bool IsAnonymous(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsGuarded(RouteEndpoint endpoint) =>
        !IsAnonymous(endpoint)
        && (
            endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count > 0
            || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null
        );

    // Files of wwwroot, which are public by where they lie.
    private static bool IsAsset(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));

    [Fact]
    public void Every_endpoint_asks_who_calls_but_those_of_a_short_list()
    {
        var own = Endpoints.Where(e => !IsAsset(e) && !Framework.Any(f => PathOf(e).StartsWith(f, StringComparison.Ordinal))).ToList();
        own.Count.ShouldBeGreaterThan(40);
        own.Where(e => !IsGuarded(e) && !Open.Contains(PathOf(e)))
            .Select(e => e.DisplayName)
            .ShouldBeEmpty("These ask nobody who they are.");
        Open.Where(path => !own.Any(e => PathOf(e) == path && IsAnonymous(e)))
            .ShouldBeEmpty("These of the list are not there, or are guarded by now.");
    }

    [Fact]
    public async Task Nobody_gets_anything_of_a_guarded_endpoint_without_signing_in()
    {
        foreach (var endpoint in Endpoints.Where(e => IsGuarded(e)))
        {
            var path = string.Join(
                '/',
                PathOf(endpoint)
                    .Split('/')
                    .Select(part =>
                        part.Contains(":int", StringComparison.Ordinal) ? "1"
                        : part.Contains('{') ? Guid.NewGuid().ToString()
                        : part
                    )
            );
            foreach (var method in Methods(endpoint))
            {
                using var response = await app.Anonymous.SendAsync(new HttpRequestMessage(new HttpMethod(method), path.TrimStart('/')));
                if (path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/app/", StringComparison.Ordinal))
                    await response.ShouldBeProblem(401);
                else if (path.StartsWith("/hubs/", StringComparison.Ordinal))
                    await response.ShouldBe(401);
                else
                {
                    ((int)response.StatusCode).ShouldBeOneOf(302, 400);
                    if (response.StatusCode == HttpStatusCode.Redirect)
                        response.Headers.Location!.ToString().ShouldContain("/login");
                }
            }
        }
    }

    [Fact]
    public async Task An_id_is_refused_to_whom_it_does_not_belong()
    {
        var matrix = await Rows();
        var seen = new List<string>();
        foreach (
            var endpoint in Endpoints.Where(e =>
                e.RoutePattern.Parameters.Count > 0
                && (PathOf(e).StartsWith("/api/", StringComparison.Ordinal) || PathOf(e).StartsWith("/app/", StringComparison.Ordinal))
            )
        )
        foreach (var method in Methods(endpoint))
        {
            var name = $"{method} {PathOf(endpoint)}";
            seen.Add(name);
            var row = matrix.GetValueOrDefault(name).ShouldNotBeNull($"{name} takes an id and has no row in this matrix.");
            if (row.Whole)
                continue;
            string At(string id) =>
                "/"
                + string.Join(
                    '/',
                    PathOf(endpoint).Trim('/').Split('/').Select(part => part.Contains('{') ? Uri.EscapeDataString(id) : part)
                )
                + row.Suffix;
            async Task Expect(HttpClient client, string id, params int[] statuses)
            {
                using var response = await Send(client, method, At(id), row.Body);
                ((int)response.StatusCode).ShouldBeOneOf(statuses, $"{name} with {id}");
                if ((int)response.StatusCode >= 400)
                    await response.ShouldBeProblem((int)response.StatusCode);
            }

            await Expect(app.Anonymous, row.Own, 401);
            foreach (var wrong in row.WrongRoles)
                await Expect(wrong, row.Own, 403);
            foreach (var stranger in row.Strangers)
                await Expect(stranger, row.Own, 404);
            foreach (var id in row.Others)
                await Expect(row.Owner, id, 404);
            foreach (
                var id in new[]
                {
                    "x",
                    "0",
                    "-1",
                    "' OR 1=1 --",
                    "../../etc/passwd",
                    "%00",
                    "\u202E",
                    new string('a', 3_000),
                    Guid.Empty.ToString(),
                    "null",
                    "{id}",
                }
            )
                await Expect(row.Owner, row.Prefix + id, 400, 404);
            // And the owner is let in, so the refusals above are not those of a broken call.
            await Expect(row.Owner, row.Own, 200, 201, 204);
        }
        matrix.Keys.Except(seen).ShouldBeEmpty("Rows for endpoints that are not there.");
    }

    private sealed record Row
    {
        public required HttpClient Owner { get; init; }
        public required string Own { get; init; }
        public required HttpClient[] WrongRoles { get; init; }
        public required HttpClient[] Strangers { get; init; }
        public required string[] Others { get; init; }
        public object? Body { get; init; }
        public string Prefix { get; init; } = "";
        public bool Whole { get; init; }
        public string Suffix { get; init; } = "";
    }

    private async Task<Dictionary<string, Row>> Rows()
    {
        var (saras, davids, oskars) = (
            (await app.Opened(app.Sara)).Text("id"),
            (await app.Opened(app.David)).Text("id"),
            (await app.Opened(app.Oskar)).Text("id")
        );
        var (sarasFile, davidsFile, oskarsFile) = (
            await FileOf(app.Sara, saras),
            await FileOf(app.David, davids),
            await FileOf(app.Oskar, oskars)
        );
        var (sara, david, oskar, karim, amina, olga, omar) = (
            app.Client(app.Sara),
            app.Client(app.David),
            app.Client(app.Oskar),
            app.Client(app.Karim),
            app.Client(app.Amina),
            app.Client(app.Olga),
            app.Client(app.Omar)
        );
        var (saraPage, davidPage, oskarPage, karimPage, olgaPage) = (
            await app.Browser(app.Sara),
            await app.Browser(app.David),
            await app.Browser(app.Oskar),
            await app.Browser(app.Karim),
            await app.Browser(app.Olga)
        );
        (await saraPage.Put("app/drafts/chat%3Anew", new { text = "Half a" })).Dispose();
        using var made = await amina.Post(
            "api/enhanced/signals",
            new
            {
                entry_price = 100,
                stop_loss = 90,
                take_profit = 130,
            }
        );
        using var theirs = await omar.Post(
            "api/enhanced/signals",
            new
            {
                entry_price = 100,
                stop_loss = 90,
                take_profit = 130,
            }
        );
        var (signal, oskarsSignal) = (
            (await made.Json()).GetProperty("signal").Text("signal_id"),
            (await theirs.Json()).GetProperty("signal").Text("signal_id")
        );
        var (aminaPage, omarPage) = (await app.Browser(app.Amina), await app.Browser(app.Omar));
        async Task<string> Import(Actor admin) =>
            (
                await app.Get<CsDashboard.Customers.Importing.CustomerImports>()
                    .Upload(admin, "guard.csv", new MemoryStream("name,email\nX,nobody"u8.ToArray()))
            ).Id.ToString();
        async Task<string> ProductImport(Actor admin) =>
            (
                await app.Get<CsDashboard.Marketplace.Importing.ProductImports>()
                    .Upload(admin, "guard.csv", new MemoryStream("name,price\nX,much"u8.ToArray()))
            ).Id.ToString();
        var (import, oskarsImport) = (await Import(app.Amina), await Import(app.Omar));
        Row Portal(object? body = null) =>
            new()
            {
                Owner = sara,
                Own = saras,
                WrongRoles = [karim, amina, app.Service],
                Strangers = [david, oskar],
                Others = [davids, oskars],
                Body = body,
            };
        Row Staff(object? body = null) =>
            new()
            {
                Owner = karim,
                Own = saras,
                WrongRoles = [sara, david, oskar],
                Strangers = [olga, omar],
                Others = [oskars],
                Body = body,
            };
        Row Customer() =>
            new()
            {
                Owner = karim,
                Own = app.Sara.CustomerId!.Value.ToString(),
                WrongRoles = [sara, david, oskar],
                Strangers = [olga, omar],
                Others = [app.Oskar.CustomerId!.Value.ToString()],
            };
        async Task<string> ImageOf(Actor staff) =>
            (await app.Get<CsDashboard.Images.Pictures>().Upload(staff, "guard.png", new MemoryStream(DeskApp.Png))).Id.ToString();
        var (image, oskarsImage) = (await ImageOf(app.Karim), await ImageOf(app.Olga));
        Row Image() =>
            new()
            {
                Owner = karim,
                Own = image,
                WrongRoles = [sara, david, oskar],
                Strangers = [olga, omar],
                Others = [oskarsImage],
            };
        // Somebody who may be suspended and deleted without the others of the cast missing them.
        var spare = (
            await app.Get<CsDashboard.Customers.CustomerRecords>().Add(app.Karim, new() { Name = "Spare", Email = "spare@example.com" })
        ).PublicId;
        Row Record(object? body = null) => Customer() with { Body = body };
        Row Member(object? body = null) =>
            new()
            {
                Owner = sara,
                Own = app.Sara.CustomerId!.Value.ToString(),
                WrongRoles = [],
                Strangers = [david, oskar, olga, omar],
                Others = [app.David.CustomerId!.Value.ToString(), app.Oskar.CustomerId!.Value.ToString()],
                Body = body,
            };
        Row Standing(object? body = null) =>
            new()
            {
                Owner = amina,
                Own = spare,
                WrongRoles = [sara, david, karim, app.Service],
                Strangers = [omar],
                Others = [app.Oskar.CustomerId!.Value.ToString()],
                Body = body,
            };
        // Somebody who may be merged with another; NotFound for a merge that never happened stands for another company's.
        var customers = app.Get<CsDashboard.Customers.CustomerRecords>();
        var twin = (await customers.Add(app.Karim, new() { Name = "Twin", Email = "twin@example.com" })).PublicId;
        var erased = await customers.Add(app.Karim, new() { Name = "Erased", Email = "erased@example.com" });
        var third = await customers.Add(app.Karim, new() { Name = "Third", Email = "third@example.com" });
        var merge = await app.Get<CsDashboard.Customers.Merging.Merges>()
            .Merge(app.Amina, third.Id, (await customers.Add(app.Karim, new() { Name = "Fourth", Email = "fourth@example.com" })).Id);
        Row Reported(object? body = null) =>
            new()
            {
                Owner = app.Service,
                Own = spare,
                WrongRoles = [sara, karim, amina],
                Strangers = [],
                Others = [app.Oskar.CustomerId!.Value.ToString()],
                Body = body,
            };
        // Membership calls: a customer for themselves, staff and the service key for anyone of the company.
        async Task<string> Chat(Actor customer) =>
            (
                await app.Get<CsDashboard.Desk.LiveChat.Chats>().Start(customer, new() { Topic = "Guarded", Message = "Hello" })
            ).Chat.Id.ToString();
        var (sarasChat, davidsChat, oskarsChat) = (await Chat(app.Sara), await Chat(app.David), await Chat(app.Oskar));
        string Id(Actor customer) => customer.CustomerId!.Value.ToString();
        async Task<string> Number(string ticket) =>
            (
                await app.Database.Ask(
                    $"SELECT \"Number\" FROM \"Tickets\" WHERE lower(cast(\"Id\" AS text)) = '{ticket.ToLowerInvariant()}'"
                )
            );
        var (sarasNumber, davidsNumber, oskarsNumber) = (await Number(saras), await Number(davids), await Number(oskars));
        // A draft is the writer's own whatever its key; the tests of drafts check that. Here it is only about who may call at all.
        Row Draft(string key, object? body = null) =>
            new()
            {
                Owner = saraPage,
                Own = key,
                WrongRoles = [],
                Strangers = [],
                Others = [],
                Body = body,
                Prefix = "~",
            };
        // Sara has points to spend, and a reward to claim that they led to.
        await app.Get<CsDashboard.Engagement.Loyalty.Points>()
            .Give(app.Karim, app.Sara.CustomerId!.Value, new() { Points = 1_001, Reason = "The matrix" });
        await app.Drain();
        await app.Drain();
        var reward = (await app.Get<CsDashboard.Engagement.Rewards.Rewards>().SpecialDates(app.Sara, app.Sara.CustomerId!.Value))
            .First(r => r.State == CsDashboard.Engagement.Rewards.RewardState.Open)
            .Id;
        var offers = app.Get<CsDashboard.Engagement.Offers.Offers>();
        async Task<string> Offer(Actor admin) =>
            (
                await offers.Save(
                    admin,
                    null,
                    new()
                    {
                        Code = "GUARD",
                        Title = "Guard",
                        TitleAr = "حارس",
                        Worth = 5,
                        StartsAt = DateTimeOffset.UnixEpoch,
                        EndsAt = DateTimeOffset.UnixEpoch.AddYears(200),
                    }
                )
            ).Id.ToString();
        var (offer, oskarsOffer) = (await Offer(app.Amina), await Offer(app.Omar));
        async Task<string> Rate(Actor admin) =>
            (await app.Get<CsDashboard.Marketplace.Currencies>().SetRate(admin, new() { Currency = "JPY", Rate = 0.01m })).Id.ToString();
        var (rate, oskarsRate) = (await Rate(app.Amina), await Rate(app.Omar));
        var thing = (
            await Marketplace.Shelf.Thing(app.Get<CsDashboard.Marketplace.Catalogue.Products>(), app.Amina)
        ).Product.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Row OpenTo(string own) =>
            new()
            {
                Owner = app.Anonymous,
                Own = own,
                WrongRoles = [],
                Strangers = [],
                Others = [],
                Whole = true,
            };
        var number = int.Parse(thing, System.Globalization.CultureInfo.InvariantCulture);
        // The other company has no product of that number.
        Row About(object? body) =>
            new()
            {
                Owner = sara,
                Own = thing,
                WrongRoles = [],
                Strangers = [oskar],
                Others = ["99999"],
                Body = body,
            };
        Row Stock(bool moves) =>
            new()
            {
                Owner = moves ? amina : karim,
                Own = thing,
                WrongRoles = moves ? [sara, karim, app.Service] : [sara],
                Strangers = moves ? [omar] : [olga, omar],
                Others = ["99999"],
                Body = moves ? new { quantity = 3, action = "stock_in" } : null,
            };
        return new Dictionary<string, Row>
        {
            ["GET /api/marketplace/products/{productId}"] = OpenTo(thing),
            ["GET /api/marketplace/products/{productId}/reviews"] = OpenTo(thing),
            ["GET /api/marketplace/products/{productId}/questions"] = OpenTo(thing),
            ["POST /api/marketplace/products/{productId}/reviews"] = About(
                new
                {
                    rating = 5,
                    title = "Good",
                    comment = "Very",
                }
            ),
            ["POST /api/marketplace/products/{productId}/questions"] = About(new { question = "How?" }),
            ["POST /api/marketplace/questions/{questionId}/answer"] = About(new { answer = "So" }) with
            {
                Own = (
                    await app.Get<CsDashboard.Marketplace.Reviews.ProductQuestions>()
                        .Ask(app.David, app.David.CustomerId!.Value, number, "Why?")
                ).Question.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Strangers = [oskar, olga],
            },
            ["DELETE /api/marketplace/price-alerts/{alertId}"] = About(null) with
            {
                Own = (
                    await app.Get<CsDashboard.Marketplace.Prices.ProductAlerts>()
                        .WaitForPrice(app.Sara, app.Sara.CustomerId!.Value, number, 5)
                ).Alert.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Strangers = [david, oskar],
            },
            ["PUT /api/marketplace/returns/{returnId}/status"] = About(new { status = "approved" }) with
            {
                Owner = karim,
                Own = await ReturnOf(app.Sara),
                WrongRoles = [sara, david, oskar],
                Strangers = [olga, omar],
            },
            ["GET /api/marketplace/orders/{orderId}"] = About(null) with
            {
                Own = OrderNumber,
                Strangers = [david, oskar, olga],
                Others = ["99999", "ORD-20260101-00000000"],
            },
            ["PUT /api/marketplace/orders/{orderId}/status"] = About(new { status = "delivered" }) with
            {
                Owner = karim,
                Own = OrderNumber,
                WrongRoles = [sara, david, oskar],
                Strangers = [olga, omar],
            },
            ["GET /api/marketplace/categories/{categoryId}"] = OpenTo("1"),
            ["GET /api/marketplace/categories/slug/{slug}"] = OpenTo("books"),
            ["GET /api/marketplace/products/{productId}/inventory"] = Stock(moves: false),
            ["GET /api/marketplace/products/{productId}/inventory/logs"] = Stock(moves: false),
            ["POST /api/marketplace/products/{productId}/inventory/update"] = Stock(moves: true),
            ["DELETE /api/currency-rates/{rateId}"] = new()
            {
                Owner = amina,
                Own = rate,
                WrongRoles = [sara, karim, app.Service],
                Strangers = [omar],
                Others = [oskarsRate],
            },
            ["GET /api/customer-id/loyalty/tier/{tier}/benefits"] = new()
            {
                Owner = app.Anonymous,
                Own = "gold",
                WrongRoles = [],
                Strangers = [],
                Others = [],
                Whole = true,
            },
            ["GET /api/customer-id/loyalty/{customerId}"] = Member(),
            ["POST /api/customer-id/loyalty/{customerId}/redeem"] = Member(new { points = 1, rewardId = "voucher" }),
            ["POST /api/customer-id/loyalty/{customerId}/points"] = Record(new { points = 5, reason = "The matrix" }),
            ["GET /api/customer-id/rewards/{customerId}/special-dates"] = Member(),
            ["GET /api/customer-id/rewards/{customerId}/upcoming"] = Member(),
            ["GET /api/customer-id/rewards/{customerId}/history"] = Member(),
            ["POST /api/customer-id/rewards/{customerId}/claim"] = Member(new { rewardId = reward }),
            ["GET /api/customer-id/rewards/{rewardId}/details"] = new()
            {
                Owner = sara,
                Own = reward,
                WrongRoles = [],
                Strangers = [david, oskar, olga, omar],
                Others = [reward[..25] + "birthday-2020"],
            },
            ["GET /api/customer-id/segmentation/{customerId}"] = Member(),
            ["PUT /api/customer-id/segmentation/{customerId}/update"] = Record(new { segment = "occasional" }),
            // One of five words, the same for every company.
            ["GET /api/customer-id/segmentation/{segment}/stats"] = new()
            {
                Owner = karim,
                Own = "vip",
                WrongRoles = [sara],
                Strangers = [],
                Others = [],
            },
            ["GET /api/customer-id/segmentation/{segment}/benefits"] = new()
            {
                Owner = app.Anonymous,
                Own = "vip",
                WrongRoles = [],
                Strangers = [],
                Others = [],
                Whole = true,
            },
            ["POST /api/customer-id/referral/{customerId}/generate-link"] = Member(),
            ["GET /api/customer-id/referral/{customerId}/history"] = Member(),
            ["GET /api/customer-id/referral/{customerId}/rewards"] = Member(),
            ["GET /api/customer-id/referral/{customerId}/stats"] = Member(),
            ["POST /api/customer-id/referral/{customerId}/track"] = Record(new { referredId = spare }),
            ["GET /api/customer-id/offers/{customerId}"] = Member(),
            ["POST /api/customer-id/offers/{customerId}/apply"] = Member(new { offerId = offer }),
            ["GET /api/customer-id/offers/{customerId}/history"] = Member(),
            ["GET /api/customer-id/offers/{offerId}/details"] = new()
            {
                Owner = sara,
                Own = offer,
                WrongRoles = [],
                Strangers = [oskar, olga, omar],
                Others = [oskarsOffer],
            },
            ["GET /api/customers/me/tickets/{ticketId}"] = Portal(),
            ["POST /api/customers/me/tickets/{ticketId}/messages"] = Portal(new { body = "Hello" }),
            ["POST /api/customers/me/tickets/{ticketId}/attachments"] = Portal(new Upload()),
            ["POST /api/customer-id/support/{customerId}/ticket"] = Member(
                new
                {
                    subject = "Late",
                    description = "It was due.",
                    category = "account",
                }
            ),
            ["GET /api/customer-id/support/{customerId}/tickets"] = Member(),
            ["GET /api/customer-id/support/ticket/{ticketId}"] = new()
            {
                Owner = sara,
                Own = sarasNumber,
                WrongRoles = [],
                Strangers = [david, oskar, olga],
                Others = [davidsNumber, oskarsNumber],
            },
            ["POST /api/customer-id/support/ticket/{ticketId}/comment"] = new()
            {
                Owner = sara,
                Own = sarasNumber,
                WrongRoles = [],
                Strangers = [david, oskar, olga],
                Others = [davidsNumber, oskarsNumber],
                Body = new { comment = "Hello" },
            },
            ["PUT /api/customer-id/support/ticket/{ticketId}/status"] = new()
            {
                Owner = karim,
                Own = sarasNumber,
                WrongRoles = [sara, david, oskar],
                Strangers = [olga, omar],
                Others = [oskarsNumber],
                Body = new { status = "in-progress" },
            },
            ["GET /api/customer-id/support-chat/{customerId}/sessions"] = Member(),
            ["POST /api/customer-id/support-chat/{customerId}/start"] = Member(new { topic = "Guarded", message = "Hello" }),
            ["POST /api/customer-id/support-chat/{sessionId}/message"] = new()
            {
                Owner = sara,
                Own = sarasChat,
                WrongRoles = [],
                Strangers = [david, oskar, olga],
                Others = [davidsChat, oskarsChat],
                Body = new { customerId = Id(app.Sara), message = "Hello" },
            },
            ["GET /api/customer-id/support-chat/{sessionId}/history"] = new()
            {
                Owner = sara,
                Own = sarasChat,
                WrongRoles = [],
                Strangers = [david, oskar, olga],
                Others = [davidsChat, oskarsChat],
            },
            ["POST /api/customer-id/support-chat/{sessionId}/close"] = new()
            {
                Owner = david,
                Own = davidsChat,
                WrongRoles = [],
                Strangers = [sara, oskar, olga],
                Others = [sarasChat, oskarsChat],
            },
            ["GET /api/tickets/{id}"] = Staff(),
            ["PATCH /api/tickets/{id}"] = Staff(new { priority = "high" }),
            ["GET /api/tickets/{ticketId}/messages"] = Staff(),
            ["GET /api/customers/{id}/tickets"] = Customer(),
            ["GET /api/customers/{id}/calls"] = Customer(),
            ["GET /api/enhanced/signals/{id}"] = new()
            {
                Owner = sara,
                Own = signal,
                WrongRoles = [],
                Strangers = [oskar, olga, omar],
                Others = [oskarsSignal],
            },
            ["POST /api/enhanced/signals/{id}/events"] = new()
            {
                Owner = amina,
                Own = signal,
                WrongRoles = [sara, david, karim, app.Service],
                Strangers = [omar],
                Others = [oskarsSignal],
                Body = new { @event = "entry_reached" },
            },
            ["GET /api/audit/users/{user_id}/trail"] = new()
            {
                Owner = amina,
                Own = app.Sara.UserId!.Value.ToString(),
                WrongRoles = [sara, david, karim, app.Service],
                Strangers = [omar],
                Others = [app.Oskar.UserId!.Value.ToString()],
            },
            ["GET /api/customers/{id}"] = Record(),
            ["PUT /api/customers/{id}"] = Record(new { phone = "+966500000000" }),
            ["POST /api/customers/{id}/notes"] = Record(new { notes = "Noted" }),
            ["GET /api/customers/{id}/orders"] = Record(),
            ["GET /api/customers/{id}/complaints"] = Record(),
            ["POST /api/enhanced/customers/{customer_id}/sync"] = Record(new { }),
            ["GET /api/enhanced/customers/{customer_id}/comprehensive"] = Record(),
            ["GET /api/customers/{id}/duplicates"] = Record(),
            ["GET /api/customer-id/notifications/{customerId}/preferences"] = Member(),
            ["PUT /api/customer-id/notifications/{customerId}/preferences"] = Member(new { pushNotifications = true }),
            ["GET /api/customer-id/notifications/{customerId}/history"] = Member(),
            ["POST /api/customer-id/notifications/{customerId}/send"] = Record(new { type = "push", message = "Hello" }),
            ["GET /api/customer-id/analytics/{customerId}"] = Member(),
            ["GET /api/customer-id/analytics/{customerId}/purchase-history"] = Member(),
            ["GET /api/customer-id/analytics/{customerId}/spending-trends"] = Member(),
            ["GET /api/customer-id/analytics/{customerId}/category-breakdown"] = Member(),
            ["GET /api/customer-id/analytics/{customerId}/engagement"] = Member(),
            ["GET /api/customers/{id}/merge"] = Standing() with { Own = app.Sara.CustomerId!.Value.ToString(), Suffix = "?with=" + twin },
            ["POST /api/customers/{id}/merge"] = Standing(new { with = twin }) with { Own = third.PublicId },
            ["POST /api/customers/merges/{mergeId}/undo"] = Standing() with
            {
                Own = merge.Id.ToString(),
                Others = [Guid.NewGuid().ToString()],
            },
            ["GET /api/customers/{id}/export"] = Standing(),
            ["GET /api/customers/{id}/erasure"] = Standing(),
            ["POST /api/customers/{id}/erasure"] = Standing(new { confirm = erased.UniqueId }) with { Own = erased.PublicId },
            ["PATCH /api/customers/{id}/status"] = Standing(new { status = "Active" }),
            ["PATCH /api/customers/{id}/type"] = Standing(new { type = "VIP" }),
            ["DELETE /api/customers/{id}"] = Standing(),
            ["PATCH /api/customers/internal/{customerId}/statistics"] = Reported(new { totalOrders = 1 }),
            ["POST /api/customers/internal/{customerId}/orders"] = Reported(
                new
                {
                    number = "GUARD-1",
                    status = "delivered",
                    total = 5,
                }
            ),
            ["GET /api/customers/internal/user/{userId}"] = Reported() with
            {
                Own = app.Sara.UserId!.Value.ToString(),
                Others = [app.Oskar.UserId!.Value.ToString()],
            },
            ["GET /api/customer-id/security/{customerId}/status"] = Member(),
            ["GET /api/customer-id/security/{customerId}/alerts"] = Member(),
            ["POST /api/customer-id/security/{customerId}/report"] = Member(new { activityType = "other", description = "Something" }),
            ["GET /api/customer-id/security/{customerId}/recommendations"] = Member(),
            ["POST /api/customer-id/security/{customerId}/2fa/enable"] = Member(),
            ["GET /api/customer-id/security/{customerId}/history"] = Member(),
            ["GET /api/files/{fileId}"] = new()
            {
                Owner = sara,
                Own = sarasFile,
                WrongRoles = [],
                Strangers = [david, oskar, olga, omar],
                Others = [davidsFile, oskarsFile],
            },
            ["GET /api/files/{fileId}/preview"] = new()
            {
                Owner = sara,
                Own = sarasFile,
                WrongRoles = [],
                Strangers = [david, oskar, olga, omar],
                Others = [davidsFile, oskarsFile],
            },
            ["GET /api/images/{id}"] = Image(),
            ["GET /api/images/{id}/original"] = Image(),
            ["DELETE /api/images/{id}"] = Image(),
            // One of two words, the same for every company: the caller decides whose bot it is. The tests of bots check that.
            ["POST /api/enhanced/bot/{bot_type}/toggle"] = new()
            {
                Owner = amina,
                Own = "crypto",
                WrongRoles = [],
                Strangers = [],
                Others = [],
                Whole = true,
            },
            ["GET /api/enhanced/bot/{bot_type}/status"] = new()
            {
                Owner = karim,
                Own = "crypto",
                WrongRoles = [],
                Strangers = [],
                Others = [],
                Whole = true,
            },
            // Any word is a person of whom nothing was told, in every company. Their own tests check who may.
            ["GET /api/security/user-risk/{userId}"] = OpenTo("anybody"),
            ["GET /api/analytics/user/{userId}"] = OpenTo("anybody"),
            // Taking out of the search what isn't in it is no mistake (contract: market, Search). Its own tests check who may.
            ["DELETE /api/search/index/product/{productId}"] = new()
            {
                Owner = amina,
                Own = "999",
                WrongRoles = [],
                Strangers = [],
                Others = [],
                Whole = true,
            },
            ["GET /app/signals/{id:guid}/chart"] = new()
            {
                Owner = davidPage,
                Own = signal,
                WrongRoles = [],
                Strangers = [oskarPage, olgaPage, omarPage],
                Others = [oskarsSignal],
            },
            ["GET /app/calls/{id:guid}/call.ics"] = new()
            {
                Owner = saraPage,
                Own = await CallOf(app.Sara),
                WrongRoles = [],
                Strangers = [davidPage, oskarPage, olgaPage],
                Others = [await CallOf(app.David), await CallOf(app.Oskar)],
            },
            ["GET /app/customers/imports/{importId}/errors.csv"] = new()
            {
                Owner = aminaPage,
                Own = import,
                WrongRoles = [saraPage, karimPage],
                Strangers = [omarPage],
                Others = [oskarsImport],
            },
            ["GET /app/shop/imports/{importId}/errors.csv"] = new()
            {
                Owner = aminaPage,
                Own = await ProductImport(app.Amina),
                WrongRoles = [saraPage, karimPage],
                Strangers = [omarPage],
                Others = [await ProductImport(app.Omar)],
            },
            ["GET /app/segments/{segmentId}/members.csv"] = new()
            {
                Owner = aminaPage,
                Own = await SegmentOf(app.Amina),
                WrongRoles = [saraPage, karimPage],
                Strangers = [omarPage],
                Others = [await SegmentOf(app.Omar)],
            },
            ["PUT /app/drafts/{key}"] = Draft("chat:new", new { text = "Half a" }),
            ["GET /app/drafts/{key}"] = Draft("chat:new") with { Strangers = [davidPage, oskarPage, karimPage] },
            ["DELETE /app/drafts/{key}"] = Draft("chat:new"),
            ["POST /app/typing/{key}"] = new()
            {
                Owner = saraPage,
                Own = $"ticket:{saras}:reply",
                WrongRoles = [],
                Strangers = [davidPage, oskarPage, olgaPage],
                Others = [$"ticket:{davids}:reply", $"ticket:{oskars}:reply"],
                Prefix = "ticket:",
            },
        };
    }

    private async Task<string> SegmentOf(Actor admin) =>
        (
            await app.Get<CsDashboard.Engagement.Segments.OwnSegments>()
                .Save(admin, null, new() { Name = "Buyers", Conditions = [new("orders", "atLeast", "1")] })
        ).ToString();

    private const string OrderNumber = "GUARD-RETURN";

    private async Task<string> ReturnOf(Actor customer)
    {
        var order = await app.Get<CsDashboard.Marketplace.Orders>()
            .Record(
                app.Karim with
                {
                    Role = CsDashboard.Foundation.Role.Service,
                    UserId = null,
                },
                customer.CustomerId!.Value,
                new()
                {
                    Number = OrderNumber,
                    Status = "delivered",
                    Lines =
                    [
                        new()
                        {
                            Name = "Mug",
                            Quantity = 1,
                            UnitPrice = 5,
                        },
                    ],
                }
            );
        var asked = await app.Get<CsDashboard.Marketplace.Returns.GoodsReturns>()
            .Request(customer, customer.CustomerId.Value, order.Order.Number, new());
        return asked.Return.SequenceNumber.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<string> CallOf(Actor customer) =>
        (
            await app.Get<CsDashboard.Desk.Calls.CallRequests>().Request(customer, new() { ScheduledAt = customer.Now.AddDays(3) })
        ).Id.ToString();

    private async Task<string> FileOf(Actor customer, string ticket)
    {
        using var response = await app.Client(customer)
            .PostAsync($"api/customers/me/tickets/{ticket}/attachments", DeskApp.Form("a.png", DeskApp.Png, "image/png"));
        await response.ShouldBe(HttpStatusCode.Created);
        return (await response.Json()).Text("id");
    }

    private sealed class Upload;

    private static async Task<HttpResponseMessage> Send(HttpClient client, string method, string path, object? body)
    {
        if (body is not Upload)
            return await client.SendJson(new HttpMethod(method), path, body);
        using var form = DeskApp.Form("a.png", DeskApp.Png, "image/png");
        return await client.PostAsync(path, form);
    }

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? [.. methods.Where(m => m is not ("HEAD" or "OPTIONS"))]
            : ["GET"];
}

using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Paying by Stripe against one that stands in for it, on each database: one order, one charge, whatever is told when.</summary>
public sealed class StripeTests
{
    private static readonly (string, string) Back = ("https://shop.example/back/{session}", "https://shop.example/order");

    private sealed class Shop : IAsyncDisposable
    {
        public required House House { get; init; }
        public required StubStripe Stub { get; init; }
        public required Guid Mug { get; init; }
        public StripeCheckouts Stripe => House.Get<StripeCheckouts>();

        public static async Task<Shop> Open(DatabaseKind kind, int stock = 5)
        {
            var stub = await StubStripe.Start();
            var house = await House.On(kind, s => s.Configure<Settings>(x => x.Stripe.Url = stub.Url));
            await house.Get<ShopSettings>().Begin(house.Amina);
            await house
                .Get<StripeAccounts>()
                .Set(
                    house.Amina,
                    new()
                    {
                        IsOn = true,
                        SecretKey = StubStripe.Key,
                        WebhookSecret = StubStripe.Secret,
                    }
                );
            return new()
            {
                House = house,
                Stub = stub,
                Mug = (await house.Thing("Mug", 99.99m, stock)).Product.Variants[0].Id,
            };
        }

        public Task<PlacedOrder> Buy(int quantity = 1) => House.Buy(House.Sara, Mug, quantity, pay: "credit_card");

        public Task<OwnOrder> Order(PlacedOrder placed) => House.Get<OwnOrders>().Get(House.Sara, placed.Number);

        public async Task<Uri?> Begin(PlacedOrder placed) => await Stripe.Begin(House.Sara, await Order(placed), Back);

        public Task<bool> Told(byte[] body, Guid? company = null, string secret = StubStripe.Secret, int late = 0) =>
            Stripe.Called(company ?? House.Nour, StubStripe.Sign(body, House.Clock.Now().AddSeconds(-late), secret), body);

        public Task Run() => Stripe.Run(House.Product);

        public async ValueTask DisposeAsync()
        {
            await House.DisposeAsync();
            await Stub.DisposeAsync();
        }
    }

    [Theory, EachDatabase]
    public async Task An_order_is_paid_once_however_often_and_by_whomever_it_is_told(DatabaseKind kind)
    {
        await using var shop = await Shop.Open(kind);
        var placed = await shop.Buy();
        placed.IsPaidNow.ShouldBeTrue();
        // Clicked twice at once it is one page, and again later the same.
        var pages = await Task.WhenAll(shop.Begin(placed), shop.Begin(placed));
        pages.Append(await shop.Begin(placed)).Distinct().Count().ShouldBe(1);
        var session = shop.Stub.Sessions.Single();
        ((long)session["amount_total"]!, (string?)session["currency"]).ShouldBe((StripeCalls.Coins(placed.Total, Currency.Usual), "usd"));
        (await shop.Order(placed)).ReservedUntil.ShouldBe(shop.House.Clock.Now().AddMinutes(31));

        shop.Stub.Pay(session);
        var body = StubStripe.Event("checkout.session.completed", session, "evt_1");
        (await Task.WhenAll(shop.Told(body), shop.Told(body))).ShouldAllBe(taken => taken);
        (await shop.Told(StubStripe.Event("checkout.session.completed", session, "evt_2"))).ShouldBeTrue();
        (await shop.Told(StubStripe.Event("checkout.session.expired", session))).ShouldBeTrue();
        shop.House.Clock.Advance(TimeSpan.FromMinutes(3));
        await shop.Run();
        var id = Guid.Parse((string)session["metadata"]!["session"]!);
        (await shop.Stripe.Look(shop.House.Sara, id)).ShouldBe(placed.Number);
        var paid = await shop.Order(placed);
        (paid.Payment, paid.Status, paid.Paid).ShouldBe((PaymentStatus.Paid, OrderStatus.Confirmed, placed.Total));
        paid.Payments.Single().ShouldSatisfyAllConditions(p => p.Provider.ShouldBe("stripe"), p => p.Reference.ShouldBe("pi_2"));
        (await shop.Begin(placed)).ShouldBeNull();
        shop.Stub.Refunds.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task What_is_not_signed_by_Stripe_does_nothing(DatabaseKind kind)
    {
        await using var shop = await Shop.Open(kind);
        var placed = await shop.Buy();
        await shop.Begin(placed);
        var session = shop.Stub.Pay(shop.Stub.Sessions.Single());
        var body = StubStripe.Event("checkout.session.completed", session);
        var good = StubStripe.Sign(body, shop.House.Clock.Now());
        (await shop.Told(body, secret: "whsec_another")).ShouldBeFalse();
        (await shop.Told(body, late: 301)).ShouldBeFalse();
        (await shop.Told(body, late: -301)).ShouldBeFalse();
        (await shop.Told(body, company: shop.House.Other)).ShouldBeFalse();
        (await shop.Told(body, company: Guid.NewGuid())).ShouldBeFalse();
        byte[] other = [.. body, (byte)' '];
        (await shop.Stripe.Called(shop.House.Nour, good, other)).ShouldBeFalse();
        foreach (var header in new[] { null, "", "t=1", "v1=00", good.Replace("v1=", "v0=", StringComparison.Ordinal), good[..^1] })
            (await shop.Stripe.Called(shop.House.Nour, header, body)).ShouldBeFalse();
        (await shop.Order(placed)).Payment.ShouldBe(PaymentStatus.Pending);
        // Signed, and nonsense to us.
        foreach (
            var text in new[]
            {
                "",
                "[]",
                "{}",
                """{"id":"evt_x","type":"checkout.session.completed"}""",
                """{"id":"evt_y","type":"new","data":{"object":{}}}""",
            }
        )
            (await shop.Told(System.Text.Encoding.UTF8.GetBytes(text))).ShouldBeTrue();
        (await shop.Told(body, late: 299)).ShouldBeTrue();
        (await shop.Order(placed)).Payment.ShouldBe(PaymentStatus.Paid);
    }

    [Theory, EachDatabase]
    public async Task Another_amount_or_currency_is_not_taken_and_staff_are_told(DatabaseKind kind)
    {
        await using var shop = await Shop.Open(kind);
        foreach (var (amount, currency) in new (long?, string?)[] { (1, null), (null, "jpy") })
        {
            var placed = await shop.Buy();
            await shop.Begin(placed);
            var session = shop.Stub.Sessions.Single(s => (string?)s["client_reference_id"] == placed.Number);
            shop.Stub.Pay(session, amount, currency);
            (await shop.Told(StubStripe.Event("checkout.session.completed", session))).ShouldBeTrue();
            (await shop.Order(placed)).Paid.ShouldBe(0);
            await using var db = shop.House.Store.Open(shop.House.Product);
            (
                await db.Notifications.Where(n => n.UserId == shop.House.Karim.UserId && n.Title.Contains(placed.Number)).SingleAsync()
            ).Kind.ShouldBe("order_stripe");
        }
    }

    [Theory, EachDatabase]
    public async Task Whose_call_never_comes_is_asked_for(DatabaseKind kind)
    {
        await using var shop = await Shop.Open(kind);
        var (paid, left) = (await shop.Buy(), await shop.Buy());
        await shop.Begin(paid);
        await shop.Begin(left);
        shop.Stub.Pay(shop.Stub.Sessions.Single(s => (string?)s["client_reference_id"] == paid.Number));
        shop.House.Clock.Advance(TimeSpan.FromMinutes(3));
        shop.Stub.Failing = 2;
        await shop.Run();
        (await shop.Order(paid)).Payment.ShouldBe(PaymentStatus.Pending);
        shop.House.Clock.Advance(TimeSpan.FromMinutes(6));
        await shop.Run();
        (await shop.Order(paid)).Payment.ShouldBe(PaymentStatus.Paid);
        // Nobody pays for what was given up: its page is closed.
        shop.House.Clock.Advance(TimeSpan.FromMinutes(40));
        await shop.House.Get<OwnOrders>().EndReservations(shop.House.Product);
        (await shop.Order(left)).Status.ShouldBe(OrderStatus.Cancelled);
        await shop.Run();
        ((string?)shop.Stub.Sessions.Single(s => (string?)s["client_reference_id"] == left.Number)["status"]).ShouldBe("expired");
        var calls = shop.Stub.Calls.Count;
        shop.House.Clock.AdvanceDays(3);
        await shop.Run();
        shop.Stub.Calls.Count.ShouldBe(calls);
    }

    [Theory, EachDatabase]
    public async Task Paid_too_late_it_is_taken_up_again_or_the_money_goes_back(DatabaseKind kind)
    {
        await using var shop = await Shop.Open(kind, stock: 2);
        var (there, gone) = (await shop.Buy(), await shop.Buy());
        await shop.Begin(there);
        await shop.Begin(gone);
        shop.House.Clock.Advance(TimeSpan.FromMinutes(35));
        await shop.House.Get<OwnOrders>().EndReservations(shop.House.Product);
        System.Text.Json.Nodes.JsonObject Of(PlacedOrder o) =>
            shop.Stub.Sessions.Single(s => (string?)s["client_reference_id"] == o.Number);
        await shop.Told(StubStripe.Event("checkout.session.completed", shop.Stub.Pay(Of(there))));
        (await shop.Order(there)).ShouldSatisfyAllConditions(o => o.Status.ShouldBe(OrderStatus.Confirmed), o => o.Refunded.ShouldBe(0));
        await shop.House.Buy(shop.House.David, shop.Mug);
        // Told of its end first, and then that it was paid.
        await shop.Told(StubStripe.Event("checkout.session.expired", new() { ["id"] = (string?)Of(gone)["id"], ["status"] = "expired" }));
        await shop.Told(StubStripe.Event("checkout.session.completed", shop.Stub.Pay(Of(gone))));
        await shop.Run();
        await shop.Run();
        (await shop.Order(gone)).ShouldSatisfyAllConditions(
            o => o.Status.ShouldBe(OrderStatus.Cancelled),
            o => o.Payment.ShouldBe(PaymentStatus.Refunded),
            o => o.Refundable.ShouldBe(0)
        );
        shop.Stub.Refunds.Single().Amount.ShouldBe(StripeCalls.Coins(gone.Total, Currency.Usual));
    }

    [Theory, EachDatabase]
    public async Task Money_goes_back_once_by_Stripe_and_never_more_than_was_paid(DatabaseKind kind)
    {
        await using var shop = await Shop.Open(kind);
        var (payments, placed) = (shop.House.Get<OrderPayments>(), await shop.Buy());
        await shop.Begin(placed);
        var session = shop.Stub.Pay(shop.Stub.Sessions.Single());
        await shop.Told(StubStripe.Event("checkout.session.completed", session));
        await payments.Refund(shop.House.Karim, placed.Id, 10, "r-1");
        await payments.Refund(shop.House.Karim, placed.Id, 10, "r-1");
        shop.Stub.Failing = 1;
        await shop.Run();
        shop.Stub.Refunds.ShouldBeEmpty();
        shop.House.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(shop.Run(), shop.Run());
        shop.Stub.Refunds.ShouldBe([("pi_2", 1_000)]);
        // Ours told back, late and again; and five more that somebody gave back at Stripe itself.
        System.Text.Json.Nodes.JsonObject Charge(long back) => new() { ["payment_intent"] = "pi_2", ["amount_refunded"] = back };
        foreach (var back in new long[] { 1_000, 1_500, 1_000, 1_500 })
            await shop.Told(StubStripe.Event("charge.refunded", Charge(back)));
        (await shop.Order(placed)).Refunded.ShouldBe(15);
        shop.Stub.Refunds.Count.ShouldBe(1);
        (await Till.Refused(() => payments.Refund(shop.House.Karim, placed.Id, placed.Total))).Code.ShouldBe("refund_exceeds");
        // What Stripe refuses stays in the book, for staff to give back in another way.
        shop.Stub.NoRefunds = "Insufficient funds";
        await payments.Refund(shop.House.Karim, placed.Id, 20);
        await shop.Run();
        (await shop.House.Get<StripeAccounts>().Get(shop.House.Amina)).Refused.ShouldBe(1);
        await using var db = shop.House.Store.Open(shop.House.Product);
        var told = await db.Notifications.Where(n => n.UserId == shop.House.Karim.UserId && n.Kind == "order_stripe").SingleAsync();
        told.Content.ShouldContain("Insufficient funds");
        told.Channel.ShouldBe(Channel.Bell);
    }

    [Theory, EachDatabase]
    public async Task An_order_that_staff_marked_as_paid_meanwhile_is_not_paid_twice(DatabaseKind kind)
    {
        await using var shop = await Shop.Open(kind);
        var placed = await shop.Buy();
        await shop.Begin(placed);
        await shop.House.Get<OrderPayments>().MarkPaid(shop.House.Karim, placed.Id);
        await shop.Told(StubStripe.Event("checkout.session.completed", shop.Stub.Pay(shop.Stub.Sessions.Single())));
        await shop.Run();
        var order = await shop.Order(placed);
        (order.Paid - order.Refunded, order.Status).ShouldBe((placed.Total, OrderStatus.Confirmed));
        shop.Stub.Refunds.Count.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Keys_are_the_companys_own_and_are_shown_to_nobody(DatabaseKind kind)
    {
        await using var shop = await Shop.Open(kind);
        var (accounts, house) = (shop.House.Get<StripeAccounts>(), shop.House);
        var view = await accounts.Get(house.Amina);
        (view.IsOn, view.KeyEnd, view.IsLive, view.HasWebhookSecret, view.CalledAt).ShouldBe((true, "Nour", false, true, null));
        (await accounts.Test(house.Amina)).ShouldBe(("Nour Cards", true));
        foreach (var who in new[] { house.Karim, house.Sara })
        {
            (await Till.Refused(() => accounts.Get(who))).Kind.ShouldBe(RefusalKind.Forbidden);
            (await Till.Refused(() => accounts.Set(who, new()))).Kind.ShouldBe(RefusalKind.Forbidden);
            (await Till.Refused(() => accounts.Test(who))).Kind.ShouldBe(RefusalKind.Forbidden);
        }
        (await accounts.Get(house.Omar)).HasKey.ShouldBeFalse();
        (await Till.Refused(() => accounts.Set(house.Omar, new() { IsOn = true }))).Fields[0].Field.ShouldBe("secretKey");
        (await Till.Refused(() => accounts.Set(house.Amina, new() { SecretKey = "pk_test_1234567890" })))
            .Fields[0]
            .Field.ShouldBe("secretKey");
        (await Till.Refused(() => accounts.Set(house.Amina, new() { WebhookSecret = "sk_test_1234567890" })))
            .Fields[0]
            .Field.ShouldBe("webhookSecret");
        await accounts.Set(house.Omar, new() { SecretKey = "sk_live_0123456789abcd" });
        (await Till.Refused(() => accounts.Test(house.Omar))).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe("stripe_refused"),
            r => r.Message.ShouldContain("Invalid API Key")
        );
        // Left empty they stay; and neither rows nor history hold one.
        await accounts.Set(house.Amina, new() { IsOn = true });
        (await accounts.Test(house.Amina)).Name.ShouldBe("Nour Cards");
        (
            await house.Database.Ask(
                "SELECT count(*) FROM \"StripeAccounts\" WHERE \"SecretKey\" LIKE '%canary%' OR \"WebhookSecret\" LIKE '%canary%'"
            )
        ).ShouldBe("0");
        (await house.Database.Ask("SELECT count(*) FROM \"Events\" WHERE \"Payload\" LIKE '%canary%'")).ShouldBe("0");
        await accounts.Set(house.Amina, new());
        (await shop.House.Get<ShopSettings>().Get(house.Amina)).Terms.TakesStripe.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Where_Stripe_is_down_the_order_is_kept_and_trying_again_works(DatabaseKind kind)
    {
        await using var shop = await Shop.Open(kind);
        var placed = await shop.Buy();
        shop.Stub.Failing = 2;
        (await Till.Refused(() => shop.Begin(placed))).Kind.ShouldBe(RefusalKind.Unavailable);
        (await shop.Order(placed)).Status.ShouldBe(OrderStatus.Pending);
        shop.Stub.Failing = 1;
        (await shop.Begin(placed)).ShouldNotBeNull();
        shop.Stub.Sessions.Count.ShouldBe(1);
        // Nobody pays a real order on the page on which the shop is tried out.
        await shop.House.Get<ShopSettings>().Set(shop.House.Amina, new() { TakesTest = true });
        (
            await Till.Refused(() => shop.House.Get<OrderPayments>().Try(shop.House.Sara, shop.House.Sara.Cart(), placed.Id, works: true))
        ).Kind.ShouldBe(RefusalKind.NotFound);
    }
}

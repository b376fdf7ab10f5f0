using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Marketplace;

/// <summary>What an order is billed as: its own amounts, to the coin, for those who may see it.</summary>
public sealed class InvoiceTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("USD")]
    [InlineData("JPY")]
    [InlineData("KWD")]
    public void Taxes_by_rate_add_up_to_the_total(string code)
    {
        var (random, currency) = (new Random(20_261_201), Currency.Of(code));
        for (var i = 0; i < 1_000; i++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 6)).Select(_ => (random.Next(1, 9), random.Next(1, 999_999) / 100m)).ToList();
            var terms = new PricingTerms(
                random.Next(0, 3) * 4.99m,
                random.Next(0, 3) * 3.33m,
                new[] { 0, 0.07m, 0.0825m, 0.19m }[random.Next(4)],
                random.Next(2) == 0
            );
            var priced = Pricing.Of(lines, terms, currency);
            var order = new Order
            {
                Number = "ORD-1",
                IsOwn = true,
                Discount = priced.Discount,
                TaxRate = priced.TaxRate,
                IsTaxIncluded = priced.IsTaxIncluded,
                Lines =
                [
                    .. priced.Lines.Select(l => new OrderLine
                    {
                        Name = "Mug",
                        Amount = l.Amount,
                        Discount = l.Discount,
                        TaxShare = l.Tax,
                    }),
                ],
            };
            Order.Placed(order, priced, DateTimeOffset.UnixEpoch, null, new RateBook(currency, []));
            var invoice = new Invoice
            {
                Order = OwnOrder.Of(order, []),
                Company = "Nour",
                Seller = null,
                Zone = TimeZoneInfo.Utc,
            };
            invoice.Taxes.Sum(t => t.Net + t.Tax).ShouldBe(order.Total);
            invoice.Taxes.Sum(t => t.Tax).ShouldBe(order.Tax);
        }
    }

    [Fact]
    public async Task It_is_printed_in_both_languages_for_its_buyer_and_for_staff_and_for_nobody_else()
    {
        var shop = app.Get<ShopSettings>();
        await shop.Begin(app.Amina);
        await shop.SetSeller(
            app.Amina,
            new()
            {
                Name = "Nour Trading LLC",
                Address = "1 Palm Street\nRiyadh",
                TaxNumber = "310122393500003",
                NoteEn = "Thank you",
                NoteAr = "شكرًا لكم",
            }
        );
        var mug = (await Shelf.Thing(app.Get<Products>(), app.Amina, "Mug", 99.99m)).Product.Variants[0].Id;
        var placed = await app.Get<Checkouts>().Place(app.David, app.David.Cart(), Till.Order(mug, 2));
        await app.Get<OrderPayments>().MarkPaid(app.Karim, placed.Id);
        await app.Get<OrderPayments>().Refund(app.Karim, placed.Id, 6.48m);
        var (david, karim, sara, olga) = (
            await app.Browser(app.David),
            await app.Browser(app.Karim),
            await app.Browser(app.Sara),
            await app.Browser(app.Olga)
        );
        var path = $"portal/orders/{placed.Number}/invoice";
        var english = await david.GetStringAsync(path);
        foreach (
            var part in new[]
            {
                "Nour Trading LLC",
                "310122393500003",
                "Riyadh",
                "Thank you",
                $"Invoice {placed.SequenceNumber}",
                placed.Number,
                "199.98 USD",
                "16.50 USD",
                "8.25%",
                "216.48 USD",
                "-216.48 USD",
                "6.48 USD",
                "Sara Haddad",
                "data-print",
            }
        )
            english.ShouldContain(part);
        english.ShouldContain("data-sum=\"due\"><bdi>0.00 USD");
        var arabic = await david.GetStringAsync(path + "?language=ar");
        arabic.ShouldContain("dir=\"rtl\"");
        arabic.ShouldContain($"فاتورة {placed.SequenceNumber}");
        arabic.ShouldContain("شكرًا لكم");
        (await karim.GetStringAsync($"desk/orders/{placed.Number}/invoice")).ShouldContain("216.48 USD");
        foreach (
            var (who, at) in new[]
            {
                (sara, path),
                (olga, $"desk/orders/{placed.Number}/invoice"),
                (david, "portal/orders/ORD-20260101-00000000/invoice"),
                (app.Anonymous, $"checkout/orders/{placed.Number}/invoice"),
                (app.Anonymous, "checkout/seen/nonsense/invoice"),
            }
        )
            (await who.GetAsync(at)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, at);
        // What a shop told is for the shop to bill.
        await app.Service.Post(
            $"api/customers/internal/{app.David.CustomerId}/orders",
            new
            {
                number = "SHOP-1",
                status = "delivered",
                total = 5,
            }
        );
        (await david.GetAsync("portal/orders/SHOP-1/invoice")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_visitor_has_it_by_the_link_in_the_mail()
    {
        await app.Get<ShopSettings>().Begin(app.Amina);
        var mug = (await Shelf.Thing(app.Get<Products>(), app.Amina, "Tray", 20)).Product.Variants[0].Id;
        var visitor = Actor.System(app.Nour);
        var guest = CartOwner.Guest(Guid.NewGuid());
        var placed = await app.Get<Checkouts>().Place(visitor, guest, Till.Order(mug, email: "link@example.test"));
        await app.Drain();
        var link = await app.Database.Ask(
            "SELECT \"Link\" FROM \"Notifications\" WHERE \"Address\" = 'link@example.test' AND \"Kind\" = 'order_placed'"
        );
        var page = await app.Anonymous.GetStringAsync(link.TrimStart('/'));
        page.ShouldContain(placed.Number);
        page.ShouldContain("1 Main Street");
        (await app.Anonymous.GetStringAsync(link.TrimStart('/') + "/invoice")).ShouldContain($"Invoice {placed.SequenceNumber}");
    }
}

using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Demo;

/// <summary>
/// How the demo companies sell, a few orders in each state, and the customer and the order that programs ask for as a test.
/// </summary>
public sealed class DemoOrders(
    ShopSettings shop,
    Orders told,
    Checkouts checkouts,
    OwnOrders orders,
    OrderPayments payments,
    Products products,
    CustomerRecords customers
)
{
    private const string TestUser = "test_user_123",
        TestOrder = "order_123";
    private const int First = 1;

    /// <summary>The contract's ways and taxes, and payments that can be tried.</summary>
    public async Task Open(Actor admin)
    {
        await shop.Begin(admin);
        await shop.SetSeller(admin, new SellerInput { Address = "12 King Fahd Road\n12271 Riyadh", TaxNumber = "310122393500003" });
        await shop.Set(
            admin,
            new ShopTermsInput
            {
                TakesTest = true,
                HowToPayEn = "Transfer the amount to Demo Trading, IBAN SA03 8000 0000 6080 1016 7519.",
                HowToPayAr = "حوّل المبلغ إلى Demo Trading، الآيبان SA03 8000 0000 6080 1016 7519.",
            }
        );
    }

    /// <summary>
    /// At every start: the test's customer, and their order of product 1, which arrived three days ago, so that it can always be sent
    /// back.
    /// </summary>
    public async Task Date(Actor company)
    {
        var service = company with { Role = Role.Service, Silent = true };
        var (customer, _) = await customers.Create(
            service,
            new NewCustomer
            {
                Name = "Test User",
                Email = "test.user@example.com",
                OutsideId = TestUser,
            }
        );
        var product = (await products.Of(service, First)).Product;
        await told.Record(
            service,
            customer.Id,
            new OrderInput
            {
                Number = TestOrder,
                Status = "delivered",
                PlacedAt = company.Now.AddDays(-6),
                DeliveredAt = company.Now.AddDays(-3),
                Lines =
                [
                    new OrderLineInput
                    {
                        Name = product.Name("en"),
                        Sku = product.Variants[0].Sku,
                        Category = "electronics",
                        Quantity = 1,
                        UnitPrice = product.Variants[0].Price,
                    },
                ],
            }
        );
    }

    /// <summary>Orders of a customer, from one that waits for its money to one that has arrived, and one that was taken back.</summary>
    public async Task Place(Actor agent, Actor customer, DateTimeOffset now, Func<Actor, DateTimeOffset, Actor> at)
    {
        var variant = (await products.Of(agent, First)).Product.Variants[0].Id;
        OrderStatus[] way = [OrderStatus.Processing, OrderStatus.Shipped, OrderStatus.Delivered];
        var buyer = CartOwner.Customer(customer.CustomerId!.Value);
        foreach (var (i, steps) in new[] { 3, 2, 1, -1, 0 }.Index())
        {
            var began = now.AddDays(-12 + 2.5 * i);
            var order = await checkouts.Place(at(customer, began), buyer, Input(variant, 1 + i % 2));
            if (steps < 0)
                await orders.Cancel(at(customer, began.AddHours(1)), buyer, order.Id);
            if (steps <= 0)
                continue;
            await payments.MarkPaid(at(agent, began.AddHours(5)), order.Id);
            foreach (var (j, step) in way.Take(steps).Index())
                await orders.Move(
                    at(agent, began.AddHours(8 + 20 * j)),
                    order.Id,
                    step,
                    step == OrderStatus.Shipped ? new TrackingInput { Carrier = "DHL", Number = $"JD0146000{i}2207" } : null
                );
        }
    }

    internal static CheckoutInput Input(Guid variant, int quantity, string name = "Sara Haddad") =>
        new()
        {
            ShipTo = new PostalAddressInput
            {
                Name = name,
                Street = "4 King Fahd Road",
                City = "Riyadh",
                ZipCode = "12271",
                Country = "SA",
            },
            ShippingMethod = "standard",
            PaymentMethod = "bank_transfer",
            Items = [new CheckoutItem { VariantId = variant, Quantity = quantity }],
        };
}

using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Checkout;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Buying for tests, through the verbs.</summary>
internal static class Till
{
    public static readonly PostalAddressInput Home = new()
    {
        Name = "Sara Haddad",
        Street = "1 Main Street",
        City = "Los Angeles",
        State = "CA",
        ZipCode = "90001",
        Country = "US",
    };

    /// <summary>The company sells: the contract's ways and taxes, and payments that can be tried.</summary>
    public static Task Sells(this House house, Actor? admin = null) => house.Get<ShopSettings>().Sells(admin ?? house.Amina);

    /// <inheritdoc cref="Sells(House, Actor?)"/>
    public static Task Sells(this TestApp app) => app.Get<ShopSettings>().Sells(app.Amina);

    private static async Task Sells(this ShopSettings shop, Actor admin)
    {
        await shop.Begin(admin);
        await shop.Set(admin, new ShopTermsInput { TakesTest = true });
    }

    public static CartOwner Cart(this Actor customer) => CartOwner.Customer(customer.CustomerId!.Value);

    public static CheckoutInput Order(
        Guid? variant = null,
        int quantity = 1,
        string pay = "bank_transfer",
        string way = "standard",
        string? email = null
    ) =>
        new()
        {
            Name = email is null ? null : "Gus Guest",
            Email = email,
            ShipTo = Home,
            PaymentMethod = pay,
            ShippingMethod = way,
            Items = variant is null ? null : [new CheckoutItem { VariantId = variant, Quantity = quantity }],
        };

    public static Task<PlacedOrder> Buy(this House house, Actor customer, Guid variant, int quantity = 1, string pay = "bank_transfer") =>
        house.Get<Checkouts>().Place(customer, customer.Cart(), Order(variant, quantity, pay));

    public static Actor Once(this Actor actor, string key, object body) => actor with { Once = OnceKey.Of(key, body) };

    public static Task<Refusal> Refused(Func<Task> act) => Should.ThrowAsync<Refusal>(act);
}

using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Checkout;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Who buys without an account, by the address of somebody who has one.</summary>
public sealed class GuestOrdersTests
{
    [Theory, EachDatabase]
    public async Task Many_orders_by_a_members_address_are_refused_and_the_member_still_buys(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.Configure<Settings>(x => x.RateLimit = new()));
        await house.Sells();
        var mug = (await house.Thing("Mug", 10, 100)).Product.Variants[0].Id;
        var visitor = Actor.System(house.Sara.TenantId, house.Clock);
        var address = (await house.Get<CustomerRecords>().Get(house.Karim, house.Sara.CustomerId!.Value)).Email;
        Task<PlacedOrder> Order() =>
            house.Get<Checkouts>().Place(visitor, CartOwner.Guest(Guid.NewGuid()), Till.Order(mug, email: address));
        for (var i = 0; i < 30; i++)
            await Order();
        (await Till.Refused(Order)).Kind.ShouldBe(RefusalKind.TooMany);
        (await house.Buy(house.Sara, mug)).Number.ShouldNotBeEmpty();
    }
}

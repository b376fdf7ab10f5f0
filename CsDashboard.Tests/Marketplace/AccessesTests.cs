using CsDashboard.Customers;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Signals;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Paid access sets the tier until a date, a refund takes it back; a service opens a ticket for the team.</summary>
public sealed class AccessesTests
{
    [Theory, EachDatabase]
    public async Task Paid_access_is_the_customers_tier_at_once_and_a_refund_takes_it_back(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Get<SignalAccess>().Set(house.Amina, new Dictionary<string, int> { ["standard"] = 30 });
        var order = await Ordered(house, await Access(house, "pro", 30));
        (await Tier(house)).ShouldBe("standard");
        (await house.Get<SignalAccess>().SightOf(house.David)).Delay.ShouldBe(TimeSpan.FromMinutes(30));

        await Pay(house, order);
        (await Tier(house)).ShouldBe("pro");
        (await house.Get<SignalAccess>().SightOf(house.David)).Delay.ShouldBe(TimeSpan.Zero);
        var running = (await Mine(house)).ShouldHaveSingleItem();
        (running.Tier, running.Until, running.EndedAt).ShouldBe(("pro", house.David.Now.AddDays(30), null));

        await Refund(house, order);
        (await Tier(house)).ShouldBe("standard");
        (await house.Get<SignalAccess>().SightOf(house.David)).Delay.ShouldBe(TimeSpan.FromMinutes(30));
        var over = (await Mine(house)).ShouldHaveSingleItem();
        (over.EndedAt, over.IsTakenBack).ShouldBe((house.David.Now, true));
    }

    [Theory, EachDatabase]
    public async Task It_ends_by_its_time_exactly_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var order = await Ordered(house, await Access(house, "premium", 30));
        await Pay(house, order);
        house.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await End(house);
        (await Tier(house)).ShouldBe("premium");
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await End(house);
        await End(house);
        (await Tier(house)).ShouldBe("standard");
        // Paid back when it is over, it ends no second time.
        await Refund(house, order);
        (await Mine(house)).ShouldHaveSingleItem().IsTakenBack.ShouldBeFalse();
        await using var db = house.Store.Open(house.Amina);
        (await db.Set<CsDashboard.Foundation.Events.StoredEvent>().CountAsync(e => e.Kind == nameof(AccessEnded))).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task What_is_bought_while_it_runs_begins_when_it_ends_and_moves_up_when_that_goes_back(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var product = await Access(house, "premium", 30);
        var (first, second) = (await Ordered(house, product), await Ordered(house, product, quantity: 2));
        var began = house.David.Now;
        await Pay(house, first);
        house.Clock.Advance(TimeSpan.FromDays(10));
        await Pay(house, second);
        (await Mine(house)).Select(a => (a.From, a.Until)).ShouldBe([(began.AddDays(30), began.AddDays(90)), (began, began.AddDays(30))]);

        await Refund(house, first);
        (await Tier(house)).ShouldBe("premium");
        var left = (await Mine(house))[0];
        (left.From, left.Until).ShouldBe((began.AddDays(10), began.AddDays(70)));
    }

    [Theory, EachDatabase]
    public async Task The_best_of_what_runs_counts_and_the_word_of_an_admin_stays(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Pay(house, await Ordered(house, await Access(house, "premium", 10)));
        await Pay(house, await Ordered(house, await Access(house, "enterprise", 5)));
        (await Tier(house)).ShouldBe("enterprise");
        house.Clock.Advance(TimeSpan.FromDays(5));
        await End(house);
        (await Tier(house)).ShouldBe("premium");
        // An admin gives another tier meanwhile: that is what the customer has when the bought one is over.
        await house.Store.Write(
            house.Amina,
            async db => CustomerRecords.MoveToTier(db, await db.Customers.SingleAsync(c => c.Id == house.David.CustomerId), "starter")
        );
        house.Clock.Advance(TimeSpan.FromDays(5));
        await End(house);
        (await Tier(house)).ShouldBe("starter");
    }

    [Theory, EachDatabase]
    public async Task Events_that_come_twice_or_late_change_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var order = await Ordered(house, await Access(house, "pro", 30));
        await Pay(house, order);
        await Tell(house, order);
        await Tell(house, order);
        (await Mine(house)).ShouldHaveSingleItem();
    }

    [Theory, EachDatabase]
    public async Task A_paid_service_is_a_ticket_with_the_order_as_its_card_and_is_called_off_when_paid_back(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var challenge = await house.Thing("Challenge 25K", 199, with: p => (p.Kind, p.Variants![0].Stock) = (GoodsKind.Service, null));
        var order = await Ordered(house, challenge);
        (await Tickets(house)).ShouldBeEmpty();
        await Pay(house, order);
        await Tell(house, order);
        var row = (await Tickets(house)).ShouldHaveSingleItem();
        var ticket = await house.Get<TicketLists>().Get(house.Amina, row.Id);
        ticket.Subject.ShouldContain("Challenge 25K");
        ticket.Card.ShouldNotBeNull().Title.ShouldBe(await NumberOf(house, order));
        ticket.Tags.ShouldContain("orders");

        await Refund(house, order);
        await Tell(house, order);
        var notes = (await house.Get<TicketLists>().Get(house.Amina, row.Id)).Messages.Where(m => m.Kind == MessageKind.Note);
        notes.ShouldHaveSingleItem().Body.ShouldContain("cancelled or refunded");
        // The customer never sees what is said to the team.
        (await house.Get<TicketLists>().Get(house.David, row.Id)).Messages.ShouldNotContain(m => m.Kind == MessageKind.Note);
    }

    [Theory, EachDatabase]
    public async Task Customers_see_their_own_staff_anybodys(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Pay(house, await Ordered(house, await Access(house, "pro", 30)));
        (await house.Get<Accesses>().List(house.Amina, house.David.CustomerId!.Value)).Count.ShouldBe(1);
        (await house.Get<Accesses>().List(house.Omar, house.David.CustomerId!.Value)).ShouldBeEmpty();
        await Should.ThrowAsync<Refusal>(() => house.Get<Accesses>().List(house.Sara, house.David.CustomerId!.Value));
    }

    private static Task<ProductView> Access(House house, string tier, int days) =>
        house.Thing(
            $"Signals {tier}",
            49,
            with: p => (p.Kind, p.Tier, p.AccessDays, p.Variants![0].Stock) = (GoodsKind.Access, tier, days, null)
        );

    private static async Task<Guid> Ordered(House house, ProductView product, int quantity = 1)
    {
        var id = await house.Store.Write(
            house.David,
            db =>
            {
                var price = product.Product.Price;
                var terms = new PricingTerms(0, 0, 0, IsTaxIncluded: false);
                var priced = Pricing.Of([(quantity, price)], terms, product.Currency);
                var order = new Order
                {
                    CustomerId = house.David.CustomerId!.Value,
                    Number = $"ORD-20260504-{Guid.NewGuid():N}"[..21],
                    IsOwn = true,
                    Lines =
                    [
                        new OrderLine
                        {
                            Name = product.Product.NameEn,
                            Quantity = quantity,
                            UnitPrice = price,
                            Amount = priced.Lines[0].Amount,
                            Kind = product.Product.Kind,
                            ProductId = product.Product.Id,
                            VariantId = product.Product.Variants[0].Id,
                        },
                    ],
                };
                db.Orders.Add(Order.Placed(order, priced, house.David.Now, null, new RateBook(product.Currency, [])));
                db.Record(new OrderRecorded(order.Id, order.CustomerId, order.Number, null, order.Facts));
                return Task.FromResult(order.Id);
            }
        );
        await house.Drain();
        return id;
    }

    private static Task Pay(House house, Guid id) => Change(house, id, order => order.Receive(order.Total, house.David.Now));

    private static Task Refund(House house, Guid id) => Change(house, id, order => order.Refund(order.Total, house.David.Now));

    private static Task Tell(House house, Guid id) => Change(house, id, _ => { });

    private static async Task Change(House house, Guid id, Action<Order> change)
    {
        await house.Store.Write(
            house.Amina,
            async db =>
            {
                var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == id);
                var before = order.Facts;
                change(order);
                db.Record(new OrderRecorded(order.Id, order.CustomerId, order.Number, before, order.Facts));
            }
        );
        await house.Drain();
    }

    private static async Task End(House house)
    {
        await house.Get<Accesses>().EndDue(Actor.System(house.Nour, house.Clock));
        await house.Drain();
    }

    private static Task<IReadOnlyList<AccessView>> Mine(House house) =>
        house.Get<Accesses>().List(house.David, house.David.CustomerId!.Value);

    private static async Task<string> Tier(House house)
    {
        await using var db = house.Store.Open(house.Amina);
        return await db.Customers.Where(c => c.Id == house.David.CustomerId).Select(c => c.MembershipTier).SingleAsync();
    }

    private static async Task<string> NumberOf(House house, Guid id)
    {
        await using var db = house.Store.Open(house.Amina);
        return await db.Orders.Where(o => o.Id == id).Select(o => o.Number).SingleAsync();
    }

    private static async Task<IReadOnlyList<TicketRow>> Tickets(House house) =>
        (await house.Get<TicketLists>().List(house.David, new TicketFilter())).Items;
}

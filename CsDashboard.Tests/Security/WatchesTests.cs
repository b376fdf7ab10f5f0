using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Engagement;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Security;
using CsDashboard.Tests.Engagement;

namespace CsDashboard.Tests.Security;

/// <summary>
/// Payments, withdrawals, unusual orders and data that leaves the house, as the security history shows them
/// (contract: membership, Security); on each database.
/// </summary>
public sealed class WatchesTests
{
    private static Task<IReadOnlyList<SecurityEventView>> History(House house, Actor person) => house.Get<OwnSecurity>().History(person);

    private static Task<IReadOnlyList<AlertView>> Alerts(House house, Actor person) => house.Get<OwnSecurity>().AlertsOf(person);

    private static Task Again(House house) =>
        house.Database.Ask(
            "UPDATE \"Events\" SET \"DeliveredAt\" = NULL WHERE \"Kind\" IN ('OrderRecorded', 'PointsBooked', 'CustomerExported', 'CustomersExported')"
        );

    private static async Task Order(
        House house,
        Actor customer,
        string number,
        decimal total,
        string status = "delivered",
        double daysAgo = 0,
        string currency = "USD"
    )
    {
        await house
            .Get<Orders>()
            .Record(
                house.Shop with
                {
                    TenantId = customer.TenantId,
                },
                customer.CustomerId!.Value,
                new OrderInput
                {
                    Number = number,
                    Status = status,
                    Total = total,
                    Currency = currency,
                    PlacedAt = house.Clock.Now() - TimeSpan.FromDays(daysAgo),
                }
            );
        await house.Drain();
    }

    // Five orders of up to 100, a day apart, the last a day ago.
    private static async Task Usual(House house, Actor customer)
    {
        for (var i = 5; i > 0; i--)
            await Order(house, customer, $"U-{i}", 120 - 20 * i, daysAgo: i);
    }

    [Theory, EachDatabase]
    public async Task An_order_is_a_payment_once_and_points_that_are_redeemed_are_a_withdrawal(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await Order(house, house.David, "P-1", 49.5m, "placed", daysAgo: 3, currency: "SAR");
        await Order(house, house.David, "P-1", 49.5m, "shipped", daysAgo: 3, currency: "SAR");
        await Order(house, house.David, "P-2", 10, "cancelled");
        await house.Give(house.David, 300);
        house.Clock.AdvanceMinutes(1);
        await house.Redeem(house.David, 200, "A cup");
        await house.Drain();
        await Again(house);
        await house.Drain();
        (await History(house, house.David))
            .Select(e => (e.Type, e.Title, e.Description, e.Status))
            .ShouldBe([
                ("withdrawal", "Points redeemed", "Points: 200 (A cup)", "success"),
                ("payment", "Payment", "Order P-1, 49.50 SAR", "success"),
            ]);
        (await History(house, house.David))[1]
            .At.ShouldBe(house.Clock.Now().AddMinutes(-1) - TimeSpan.FromDays(3), "when it was placed, not when the shop told it");
        (await house.Get<OwnSecurity>().History(house.Karim, house.David.CustomerId)).Count.ShouldBe(2);
        (await History(house, house.Sara)).ShouldBeEmpty();
        (await house.Get<OwnSecurity>().History(house.Olga, house.David.CustomerId)).ShouldBeEmpty("Another company sees none.");
        (await house.Get<OwnSecurity>().Status(house.David)).Risk.ShouldBe("low");
    }

    [Theory, EachDatabase]
    public async Task A_customer_without_an_account_has_payments_too(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var added = await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Add(house.Karim, new NewCustomer { Name = "By phone", Email = "by.phone@example.test" });
        var buyer = house.David with { CustomerId = added.Id };
        await Usual(house, buyer);
        await Order(house, buyer, "BIG", 501);
        (await house.Get<OwnSecurity>().History(house.Karim, added.Id)).Count.ShouldBe(6);
        var row = (await house.Get<SecurityCases>().List(house.Karim, new CaseFilter())).Items.ShouldHaveSingleItem();
        (row.CustomerId, row.Person, row.Title).ShouldBe((added.Id, "", "Unusual order"));
        (await house.Events(house.Nour)).Last(e => e.Kind == nameof(SecurityAlertRaised)).Payload.ShouldContain("By phone");
    }

    // contract: membership, Security. Five earlier orders make a usual; more than five times the largest is far from it.
    [Theory, EachDatabase]
    public async Task An_order_far_beyond_all_before_it_is_an_alert_that_staff_work(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Usual(house, house.David);
        await Order(house, house.David, "JUST", 500);
        (await Alerts(house, house.David)).ShouldBeEmpty("Five times is not more than five times.");
        house.Clock.Advance(TimeSpan.FromDays(1));
        await Order(house, house.David, "BIG", 2501);
        var alert = (await Alerts(house, house.David)).ShouldHaveSingleItem();
        (alert.Type, alert.Severity, alert.Description, alert.Action).ShouldBe(
            ("suspicious_transaction", "medium", "Order BIG is far larger than any before it.", "review-orders")
        );
        (await house.Get<OwnSecurity>().Status(house.David)).Risk.ShouldBe("low", "One unusual order punishes nobody.");
        await Again(house);
        await house.Drain();
        (await Alerts(house, house.David)).Count.ShouldBe(1);
        var row = (await house.Get<SecurityCases>().List(house.Karim, new CaseFilter())).Items.ShouldHaveSingleItem();
        (row.Person, row.Title).ShouldBe(("David", "Unusual order"));
        await house.Get<SecurityCases>().Work(house.Karim, row.Id, new CaseStep { State = "resolved", Note = "He bought for his office." });
        (await Alerts(house, house.David))[0].Resolved.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Normal_shoppers_raise_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        // A first large order, with four small ones before it.
        for (var i = 4; i > 0; i--)
            await Order(house, house.Sara, $"S-{i}", 10, daysAgo: i);
        await Order(house, house.Sara, "S-BIG", 5000);
        // In another currency there is no usual yet, a cancelled one is no purchase, and what a shop tells later is history.
        await Usual(house, house.David);
        await Order(house, house.David, "YEN", 90_000, currency: "JPY");
        await Order(house, house.David, "NOT", 5000, "cancelled");
        await Order(house, house.David, "OLD", 5000, daysAgo: 1.5);
        (await house.Get<SecurityCases>().List(house.Karim, new CaseFilter())).Items.ShouldBeEmpty();
    }

    // More than 5 payments within an hour (contract: market, Payment risk).
    [Theory, EachDatabase]
    public async Task More_than_five_orders_in_an_hour_are_one_alert(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 1; i <= 9; i++)
        {
            await Order(house, house.David, $"R-{i}", 20);
            if (i == 5)
                (await Alerts(house, house.David)).ShouldBeEmpty();
            house.Clock.AdvanceMinutes(5);
        }
        var alert = (await Alerts(house, house.David)).ShouldHaveSingleItem();
        (alert.Severity, alert.Description).ShouldBe(("medium", "Order R-6 was one of many within an hour."));
        // Many at once, and one far beyond the others: worth a look today.
        await Order(house, house.David, "R-BIG", 101);
        var high = (await Alerts(house, house.David))[0];
        (high.Severity, high.Description).ShouldBe(("high", "Order R-BIG is far larger than any before it."));
        (await house.Get<OwnSecurity>().Status(house.David)).Risk.ShouldBe("medium", "contract: membership, Security: one high alert");
    }

    // contract: membership, Security: data_access.
    [Theory, EachDatabase]
    public async Task What_staff_take_out_of_a_person_or_of_many_is_an_alert(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var david = house.David.CustomerId!.Value;
        await house.Get<CustomerArchives>().Of(house.Amina with { Address = "203.0.113.7" }, david);
        await foreach (var _ in house.Get<CustomerExports>().Read(house.Lena with { Role = Role.Admin }, new CustomerFilter())) { }
        await house.Drain();
        await Again(house);
        await house.Drain();
        var own = (await Alerts(house, house.David)).ShouldHaveSingleItem();
        (own.Type, own.Severity, own.Description).ShouldBe(("data_access", "low", "Amina exported all data held on this customer."));
        (await house.Get<OwnSecurity>().Status(house.David)).Risk.ShouldBe("low");
        (await Alerts(house, house.Sara)).ShouldBeEmpty();
        var taken = (await Alerts(house, house.Lena)).ShouldHaveSingleItem();
        (taken.Type, taken.Severity).ShouldBe(("data_access", "medium"));
        taken.Description.ShouldStartWith("This account exported a list of ");
        (await house.Get<SecurityCases>().List(house.Karim, new CaseFilter()))
            .Items.Select(i => i.Person)
            .ShouldBe(["Lena", "David"], ignoreOrder: true);
        (await house.Get<SecurityCases>().List(house.Olga, new CaseFilter())).Items.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Taking_ones_own_data_is_an_alert_from_a_new_device_alone(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        async Task<int> Taken(string address)
        {
            // Once in ten minutes.
            house.Clock.AdvanceMinutes(11);
            await house.Get<CustomerArchives>().Mine(house.David with { Address = address });
            await house.Drain();
            return (await Alerts(house, house.David)).Count(a => a.Type == "data_access");
        }
        await SignIn(house, "own", "198.51.100.1");
        (await Taken("198.51.100.1")).ShouldBe(0);
        await SignIn(house, "strange", "203.0.113.9");
        (await Taken("198.51.100.1")).ShouldBe(0, "from where they always are");
        (await Taken("203.0.113.9")).ShouldBe(1);
        var alert = (await Alerts(house, house.David))[0];
        (alert.Severity, alert.Action).ShouldBe(("medium", "review-devices"));
        alert.Description.ShouldContain("203.0.113.x");
        // Staff know by now that it was him.
        foreach (var known in (await house.Get<SecurityCases>().List(house.Karim, new CaseFilter())).Items)
            await house.Get<SecurityCases>().Work(house.Karim, known.Id, new CaseStep { State = "resolved" });
        (await Taken("203.0.113.9")).ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromDays(2));
        await SignIn(house, "third", "192.0.2.4");
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await Taken("192.0.2.4")).ShouldBe(1, "After a day it is new no more.");
    }

    private static async Task SignIn(House house, string device, string address)
    {
        await house
            .Get<SignIns>()
            .WithPassword(
                new Credentials { Email = "david@example.com", Password = House.Password },
                house.At(address) with
                {
                    Device = device,
                },
                tokens: false
            );
        await house.Drain();
    }
}

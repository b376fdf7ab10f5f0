using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Foundation;

public sealed class TenancyTests
{
    [Theory, EachDatabase]
    public async Task Reading_shows_only_rows_of_the_own_company(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await using var db = house.Store.Open(house.Karim);
        (await db.Customers.Select(c => c.Name).OrderBy(n => n).ToListAsync()).ShouldBe(["David", "Sara"]);
        (await db.Customers.SingleOrDefaultAsync(c => c.Id == house.Oskar.CustomerId)).ShouldBeNull();
        (await db.Customers.FindAsync(house.Oskar.CustomerId)).ShouldBeNull();
        (await db.Events.AnyAsync()).ShouldBeTrue();
        (await db.Events.AnyAsync(e => e.TenantId != house.Nour)).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task The_same_house_read_by_the_other_company_shows_the_others(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        // In turn, and again: the model is cached across companies, the filter must not be.
        for (var turn = 0; turn < 2; turn++)
        {
            await using (var nour = house.Store.Open(house.Karim))
                (await nour.Customers.CountAsync()).ShouldBe(2);
            await using (var other = house.Store.Open(house.Olga))
                (await other.Customers.CountAsync()).ShouldBe(1);
        }
    }

    [Theory, EachDatabase]
    public async Task Somebody_of_no_company_sees_nothing_and_saves_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var nobody = Actor.System(Guid.Empty, house.Clock);
        await using (var db = house.Store.Open(nobody))
        {
            (await db.Customers.AnyAsync()).ShouldBeFalse();
            (await db.Events.AnyAsync()).ShouldBeFalse();
        }
        await Should.ThrowAsync<InvalidOperationException>(() =>
            house.Store.Write(
                nobody,
                db =>
                {
                    db.Record(new Tolled(Guid.NewGuid()));
                    return Task.CompletedTask;
                }
            )
        );
    }

    [Theory, EachDatabase]
    public async Task Adding_a_row_for_another_company_is_refused(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var refused = await Should.ThrowAsync<InvalidOperationException>(() =>
            house.Store.Write(
                house.Karim,
                db =>
                {
                    db.Customers.Add(SomeCustomer(house.Other));
                    return Task.CompletedTask;
                }
            )
        );
        refused.Message.ShouldContain("Customer of another company");
        await using var other = house.Store.Open(house.Olga);
        (await other.Customers.CountAsync()).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_row_added_without_a_company_gets_the_actors(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Store.Write(
            house.Karim,
            db =>
            {
                db.Customers.Add(SomeCustomer(Guid.Empty));
                return Task.CompletedTask;
            }
        );
        await using var nour = house.Store.Open(house.Karim);
        (await nour.Customers.SingleAsync(c => c.Name == "Someone")).TenantId.ShouldBe(house.Nour);
    }

    [Theory, EachDatabase("change")]
    [EachDatabase("remove")]
    public async Task Changing_or_removing_a_foreign_row_is_refused(DatabaseKind kind, string what)
    {
        await using var house = await House.On(kind);
        Customer foreign;
        await using (var other = house.Store.Open(house.Olga))
            foreign = await other.Customers.SingleAsync();

        await Should.ThrowAsync<InvalidOperationException>(() =>
            house.Store.Write(
                house.Karim,
                db =>
                {
                    db.Attach(foreign);
                    if (what == "change")
                        foreign.Name = "Ours now";
                    else
                        db.Remove(foreign);
                    return Task.CompletedTask;
                }
            )
        );

        await using var after = house.Store.Open(house.Olga);
        (await after.Customers.SingleAsync()).Name.ShouldBe("Oskar");
    }

    [Theory, EachDatabase]
    public async Task Moving_a_row_into_another_company_is_refused(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Should.ThrowAsync<InvalidOperationException>(() =>
            house.Store.Write(house.Karim, async db => (await db.Customers.SingleAsync(c => c.Name == "David")).TenantId = house.Other)
        );
        await using var nour = house.Store.Open(house.Karim);
        (await nour.Customers.CountAsync()).ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task Changes_in_bulk_touch_only_rows_of_the_own_company(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        (
            await house.Store.Write(house.Karim, db => db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Phone, "1234567")))
        ).ShouldBe(2);
        await using var other = house.Store.Open(house.Olga);
        (await other.Customers.SingleAsync()).Phone.ShouldBeNull();
    }

    private static Customer SomeCustomer(Guid tenant) =>
        new()
        {
            TenantId = tenant,
            Name = "Someone",
            Email = "someone@example.com",
            NormalizedEmail = "someone@example.com",
            Number = 77_001,
            Language = "en",
            TimeZone = "UTC",
        };

    private sealed record Tolled(Guid Id) : IEvent
    {
        public Subject About => new("bell", Id);
        public (string, object?[]) Sentence => ("Event_SignedIn", ["The bell"]);
    }
}

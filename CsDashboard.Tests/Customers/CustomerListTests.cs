using CsDashboard.Customers;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Tests.Customers;

/// <summary>The list of customers: filters, bulk changes, saved views and exports; on each database.</summary>
public sealed class CustomerListTests
{
    private static async Task<Guid> Added(House house, string name, Actor? by = null) =>
        (
            await house
                .Get<CsDashboard.Customers.CustomerRecords>()
                .Add(by ?? house.Karim, new NewCustomer { Name = name, Email = name.ToLowerInvariant().Replace(' ', '.') + "@example.org" })
        ).Id;

    private static Task Bought(House house, Guid customer, string number, decimal price) =>
        house
            .Get<Orders>()
            .Record(
                house.Product,
                customer,
                new OrderInput
                {
                    Number = number,
                    Status = "delivered",
                    Lines = [new() { Name = "Challenge", UnitPrice = price }],
                }
            );

    private static async Task<Refusal> Refused(Func<Task> act, RefusalKind kind, string? field = null)
    {
        var refusal = await Should.ThrowAsync<Refusal>(act);
        refusal.Kind.ShouldBe(kind);
        if (field is not null)
            refusal.Fields.ShouldContain(f => f.Field == field);
        return refusal;
    }

    private static async Task<string[]> Names(House house, CustomerFilter filter) =>
        [
            .. (await house.Get<CustomerLists>().List(house.Karim, filter))
                .Items.Select(c => c.Name)
                .Where(n => n is not ("Sara" or "David"))
                .Order(StringComparer.Ordinal),
        ];

    [Theory, EachDatabase]
    public async Task Customers_are_narrowed_by_what_and_when_they_bought(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (early, late, never) = (await Added(house, "Early"), await Added(house, "Late"), await Added(house, "Never"));
        await Bought(house, early, "A-1", 99.5m);
        var first = house.Clock.GetUtcNow();
        house.Clock.AdvanceDays(40);
        await Bought(house, late, "A-2", 250);
        (await Names(house, new CustomerFilter { OrderedDays = 30 })).ShouldBe(["Late"]);
        (await Names(house, new CustomerFilter { OrderedDays = 90 })).ShouldBe(["Early", "Late"]);
        (await Names(house, new CustomerFilter { OrderedFrom = first, OrderedTo = first.AddDays(1) })).ShouldBe(["Early"]);
        (await Names(house, new CustomerFilter { OrderedTo = first })).ShouldBeEmpty();
        (await Names(house, new CustomerFilter { ValueFrom = 99.5m })).ShouldBe(["Early", "Late"]);
        (await Names(house, new CustomerFilter { ValueFrom = 99.51m, ValueTo = 250 })).ShouldBe(["Late"]);
        (await Names(house, new CustomerFilter { ValueTo = 0 })).ShouldBe(["Never"]);
        (await Names(house, new CustomerFilter { Search = "Late", ValueTo = 100 })).ShouldBeEmpty();
        foreach (
            var (filter, field) in new[]
            {
                (new CustomerFilter { OrderedDays = 0 }, "orderedDays"),
                (new CustomerFilter { OrderedDays = 4_000 }, "orderedDays"),
                (new CustomerFilter { ValueFrom = -1 }, "valueFrom"),
                (new CustomerFilter { ValueTo = decimal.MaxValue }, "valueTo"),
            }
        )
            await Refused(() => house.Get<CustomerLists>().List(house.Karim, filter), RefusalKind.Invalid, field);
        never.ShouldNotBe(Guid.Empty);
    }

    [Theory, EachDatabase]
    public async Task Many_are_tagged_and_untagged_at_once_and_the_second_time_changes_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var customers = house.Get<CsDashboard.Customers.CustomerRecords>();
        Guid[] ids = [await Added(house, "One"), await Added(house, "Two"), await Added(house, "Three")];
        await customers.Change(house.Karim, ids[0], new CustomerChange { Tags = ["fair", "old"] });
        (await customers.ChangeAll(house.Karim, ids, new BulkChange { AddTags = ["Fair"], RemoveTags = ["old"] })).ShouldBe(
            ids,
            ignoreOrder: true
        );
        async Task<string[]> Tags(Guid id) => [.. (await house.Get<CustomerLists>().Get(house.Karim, id)).Tags];
        foreach (var id in ids)
            (await Tags(id)).ShouldBe(["fair"]);
        (await customers.ChangeAll(house.Karim, ids, new BulkChange { AddTags = ["fair"] })).ShouldBeEmpty();
        (await house.Events(house.Karim.TenantId)).Count(e => e.Kind == "CustomerChanged" && e.SubjectId == ids[1]).ShouldBe(1);
        // One customer would have too many, so nobody is changed.
        await customers.Change(house.Karim, ids[2], new CustomerChange { Tags = [.. Enumerable.Range(1, 20).Select(i => $"t{i}")] });
        await Refused(() => customers.ChangeAll(house.Karim, ids, new BulkChange { AddTags = ["more"] }), RefusalKind.Invalid, "tags");
        (await Tags(ids[0])).ShouldBe(["fair"]);
        // Not those of another company, not none, not too many, not bad tags, and not by a customer.
        await Refused(
            () => customers.ChangeAll(house.Karim, [ids[0], house.Oskar.CustomerId!.Value], new BulkChange { AddTags = ["x"] }),
            RefusalKind.NotFound
        );
        await Refused(() => customers.ChangeAll(house.Karim, [], new BulkChange { AddTags = ["x"] }), RefusalKind.Invalid, "ids");
        await Refused(
            () =>
                customers.ChangeAll(
                    house.Karim,
                    [.. Enumerable.Range(0, 501).Select(_ => Guid.NewGuid())],
                    new BulkChange { AddTags = ["x"] }
                ),
            RefusalKind.Invalid,
            "ids"
        );
        await Refused(() => customers.ChangeAll(house.Karim, ids, new BulkChange { AddTags = ["<b>"] }), RefusalKind.Invalid, "tags");
        await Refused(() => customers.ChangeAll(house.Sara, ids, new BulkChange { AddTags = ["x"] }), RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task The_status_of_many_is_an_admins_and_signs_them_out(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var customers = house.Get<CsDashboard.Customers.CustomerRecords>();
        Guid[] ids = [house.Sara.CustomerId!.Value, house.David.CustomerId!.Value];
        var sara = (await house.SignIn(house.Sara)).Actor;
        await Refused(() => customers.ChangeAll(house.Karim, ids, new BulkChange { Status = "Suspended" }), RefusalKind.Forbidden);
        await Refused(() => customers.ChangeAll(house.Amina, ids, new BulkChange { Status = "Gone" }), RefusalKind.Invalid, "status");
        await Refused(
            () => customers.ChangeAll(house.Amina, ids, new BulkChange { Status = "Suspended", Reason = new string('x', 501) }),
            RefusalKind.Invalid,
            "reason"
        );
        (await customers.ChangeAll(house.Amina, ids, new BulkChange { Status = "Suspended", Reason = "Charge-back" })).Count.ShouldBe(2);
        await Refused(() => customers.Me(sara), RefusalKind.SignedOut);
        (await house.Events(house.Amina.TenantId))
            .Where(e => e.Kind == "CustomerStatusChanged")
            .Select(e => e.After!)
            .ShouldAllBe(after => after.Contains("Charge-back", StringComparison.Ordinal));
        (await customers.ChangeAll(house.Amina, ids, new BulkChange { Status = "Suspended" })).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Views_are_ones_own_or_shared_and_columns_ones_own(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var views = house.Get<SavedViews>();
        var mine = await views.Save(house.Karim, new SavedViewInput { Name = " Big ", Query = "?value-from=1000" });
        var shared = await views.Save(
            house.Karim,
            new SavedViewInput
            {
                Name = "Gulf",
                Query = "tag=gulf",
                Shared = true,
            }
        );
        (await views.Save(house.Karim, new SavedViewInput { Name = "Big", Query = "value-from=1000" })).ShouldBe(mine);
        (await views.List(house.Karim))
            .Select(v => (v.Name, v.Query, v.Shared, v.Mine))
            .ShouldBe([("Big", "value-from=1000", false, true), ("Gulf", "tag=gulf", true, true)]);
        (await views.List(house.Lena)).Select(v => (v.Name, v.OwnerName, v.Mine)).ShouldBe([("Gulf", "Karim", false)]);
        (await views.List(house.Olga)).ShouldBeEmpty();
        // A colleague can't see the private one or change the shared one; an admin may change the shared one.
        await Refused(() => views.Remove(house.Lena, mine), RefusalKind.NotFound);
        await Refused(() => views.Remove(house.Amina, mine), RefusalKind.NotFound);
        await Refused(() => views.Change(house.Lena, shared, new SavedViewInput { Name = "X" }), RefusalKind.Forbidden);
        await Refused(() => views.Change(house.Olga, shared, new SavedViewInput { Name = "X" }), RefusalKind.NotFound);
        await views.Change(house.Amina, shared, new SavedViewInput { Name = "الخليج", Shared = true });
        (await views.List(house.Lena))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(v => v.Name.ShouldBe("الخليج"), v => v.Query.ShouldBe("tag=gulf"));
        await views.Remove(house.Karim, shared);
        (await views.List(house.Lena)).ShouldBeEmpty();
        foreach (
            var bad in new[]
            {
                new SavedViewInput { Name = " " },
                new SavedViewInput { Name = new string('x', 61) },
                new SavedViewInput { Name = "x", Query = new string('x', 2_001) },
                new SavedViewInput { Name = "a\0b" },
            }
        )
            await Refused(() => views.Save(house.Karim, bad), RefusalKind.Invalid);
        for (var i = 2; i <= SavedViews.MaxOwn; i++)
            await views.Save(house.Karim, new SavedViewInput { Name = $"View {i}" });
        (await Refused(() => views.Save(house.Karim, new SavedViewInput { Name = "One more" }), RefusalKind.Conflict)).Code.ShouldBe(
            "too_many_views"
        );
        await Refused(() => views.List(house.Sara), RefusalKind.Forbidden);

        (await views.Columns(house.Karim)).ShouldBe("");
        await views.Choose(house.Karim, ["tags", "email", "email"]);
        await views.Choose(house.Karim, ["value", "email"]);
        (await views.Columns(house.Karim)).ShouldBe("email,value");
        (await views.Columns(house.Lena)).ShouldBe("");
        await Refused(() => views.Choose(house.Karim, ["salary"]), RefusalKind.Invalid, "columns");
    }

    [Theory, EachDatabase]
    public async Task What_is_filtered_leaves_in_parts_and_is_recorded(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var imports = house.Get<CustomerImports>();
        var file =
            "name,email,tags\n"
            + string.Concat(Enumerable.Range(0, 2_345).Select(i => $"Person {i},person{i}@example.org,{(i % 2 == 0 ? "even" : "")}\n"));
        var import = await imports.Upload(house.Amina, "many.csv", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file)));
        await imports.Begin(house.Amina, import.Id);
        await imports.Work(Actor.System(house.Amina.TenantId, house.Clock));
        async Task<List<CustomerEntry>> Read(Actor actor, CustomerFilter filter)
        {
            var rows = new List<CustomerEntry>();
            await foreach (var row in house.Get<CustomerExports>().Read(actor, filter))
                rows.Add(row);
            return rows;
        }
        var all = await Read(house.Amina, new CustomerFilter());
        all.Count.ShouldBe(2_347);
        all.Select(r => r.Id).Distinct().Count().ShouldBe(2_347);
        (await Read(house.Amina, new CustomerFilter { Tag = "even", After = "not looked at" })).Count.ShouldBe(1_173);
        (await Read(house.Omar, new CustomerFilter())).ShouldHaveSingleItem().Name.ShouldBe("Oskar");
        var told = (await house.Events(house.Amina.TenantId)).Where(e => e.Kind == "CustomersExported").ToList();
        told.Select(e => (e.Action, e.ActorName)).ShouldBe([("EXPORT", "Amina"), ("EXPORT", "Amina")]);
        told[1].After.ShouldBe("""{"filter":"tag=even","rows":1173}""");
        foreach (var other in new[] { house.Karim, house.Sara })
            await Refused(() => Read(other, new CustomerFilter()), RefusalKind.Forbidden);
        await Refused(() => Read(house.Amina, new CustomerFilter { Status = "gone" }), RefusalKind.Invalid, "status");
    }
}

using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Security;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Accounts;

public sealed class UserListsTests
{
    [Theory, EachDatabase]
    public async Task A_list_takes_any_search_and_any_place(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        (await Found(house, new UserFilter { Search = "KARIM@" })).ShouldBe(["Karim"]);
        (await Found(house, new UserFilter { Role = "customer" })).ShouldBe(["David", "Sara"]);
        foreach (var nothing in new[] { "%", "a\0b", "\ud83d" })
            (await Found(house, new UserFilter { Search = nothing })).ShouldBeEmpty();
        (await Found(house, new UserFilter(), skip: -5)).Count.ShouldBe(5);
        (await Found(house, new UserFilter(), skip: 1000)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Staff_and_customers_stand_apart_and_each_filter_narrows(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (staff, customers) = (new UserFilter { OfCustomers = false }, new UserFilter { OfCustomers = true });
        await house.Get<Users>().Disable(house.Amina, house.Lena.UserId!.Value);
        await house
            .Get<Users>()
            .Invite(
                await house.In(house.Amina),
                new Invitation
                {
                    Name = "Noor",
                    Email = "noor@example.com",
                    Role = "admin",
                }
            );

        (await Found(house, staff)).ShouldBe(["Amina", "Karim", "Lena", "Noor"]);
        (await Found(house, customers)).ShouldBe(["David", "Sara"]);
        (await Found(house, staff with { Role = "admin" })).ShouldBe(["Amina", "Noor"]);
        (await Found(house, staff with { State = "active" })).ShouldBe(["Amina", "Karim"]);
        (await Found(house, staff with { State = "invited" })).ShouldBe(["Noor"]);
        (await Found(house, staff with { State = "deactivated" })).ShouldBe(["Lena"]);
        (await Found(house, staff with { SecondFactor = "off" })).ShouldBe(["Amina", "Karim", "Lena", "Noor"]);
        (await Found(house, staff with { SecondFactor = "on" })).ShouldBeEmpty();
        (await house.Get<UserLists>().List(house.Amina, staff, new ListPlace { Take = 1 })).Total.ShouldBe(4);

        foreach (
            var (field, filter, place) in new[]
            {
                ("role", staff with { Role = "king" }, new ListPlace()),
                ("state", staff with { State = "asleep" }, new ListPlace()),
                ("secondFactor", staff with { SecondFactor = "maybe" }, new ListPlace()),
                ("sort", staff, new ListPlace { Sort = "password" }),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => house.Get<UserLists>().List(house.Amina, filter, place)))
                .Fields.ShouldHaveSingleItem()
                .Field.ShouldBe(field);
    }

    [Theory, EachDatabase]
    public async Task Every_order_goes_both_ways_and_no_row_comes_on_two_pages(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        house.Clock.AdvanceHours(1);
        await house.SignIn(house.Karim);
        house.Clock.AdvanceHours(1);
        await house.SignIn(house.Sara);

        (await Found(house, new UserFilter(), sort: "active", down: true)).Take(2).ShouldBe(["Sara", "Karim"]);
        (await Found(house, new UserFilter(), sort: "active")).TakeLast(2).ShouldBe(["Karim", "Sara"], "Who was never here comes first.");
        (await Found(house, new UserFilter(), sort: "email", down: true)).ShouldBe(["Sara", "Lena", "Karim", "David", "Amina"]);
        foreach (var sort in UserLists.Sorts)
        foreach (var down in new[] { false, true })
        {
            var pages = new List<string>();
            for (var skip = 0; skip < 5; skip += 2)
                pages.AddRange(await Found(house, new UserFilter(), sort, down, skip, take: 2));
            pages.Order().ToList().ShouldBe(["Amina", "David", "Karim", "Lena", "Sara"], sort);
        }
    }

    [Theory, EachDatabase]
    public async Task Whoever_does_something_is_active_then(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var karim = await house.SignIn(house.Karim, tokens: true);
        house.Clock.AdvanceHours(0.1);
        await house.Get<Sessions>().OfToken(karim.Tokens!.Token, house.Clock);
        (await house.Get<UserLists>().List(house.Amina, new UserFilter { Search = "karim" }))
            .Items.ShouldHaveSingleItem()
            .LastActiveAt.ShouldBe(house.Clock.Now());
        (await house.Get<UserLists>().List(house.Amina, new UserFilter { Search = "lena" }))
            .Items.ShouldHaveSingleItem()
            .LastActiveAt.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task What_is_filtered_is_exported_and_recorded(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var lists = house.Get<UserLists>();
        var place = new ListPlace
        {
            Sort = "name",
            Down = true,
            Skip = 3,
            Take = 1,
        };
        var rows = await lists.Export(house.Amina, new UserFilter { OfCustomers = true }, place).ToListAsync();
        rows.ConvertAll(r => r.Name).ShouldBe(["Sara", "David"], "All of them, whatever page is open.");
        await lists.Export(house.Amina, new UserFilter { OfCustomers = false, Search = "kar" }, place).ToListAsync();

        var told = (await house.Events(house.Nour)).Where(e => e.Kind == nameof(UsersExported)).ToList();
        told.Count.ShouldBe(2);
        told[0].After.ShouldNotBeNull().ShouldContain("customers");
        told[1].After.ShouldNotBeNull().ShouldContain("staff search=kar");

        await house.Drain();
        // A list of customers is watched; one of colleagues is not.
        (await house.Get<SecurityCases>().List(house.Amina, new CaseFilter())).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_index_stands_behind_every_order_of_many()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var db = house.Store.Open(house.Amina);
        foreach (var sort in UserLists.Sorts)
        foreach (var down in new[] { false, true })
            (
                await PlanOf(db, UserLists.Asked(db, new UserFilter { OfCustomers = true }, new ListPlace { Sort = sort, Down = down }))
            ).ShouldNotContain("TEMP B-TREE", Case.Insensitive, sort);
    }

    private static async Task<string> PlanOf<T>(AppDb db, IQueryable<T> rows)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = rows.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(3));
        return string.Join('\n', plan);
    }

    private static async Task<List<string>> Found(
        House house,
        UserFilter filter,
        string? sort = null,
        bool down = false,
        int skip = 0,
        int take = 50
    ) =>
        [
            .. (
                await house
                    .Get<UserLists>()
                    .List(
                        house.Amina,
                        filter,
                        new ListPlace
                        {
                            Sort = sort,
                            Down = down,
                            Skip = skip,
                            Take = take,
                        }
                    )
            ).Items.Select(u => u.Name),
        ];
}

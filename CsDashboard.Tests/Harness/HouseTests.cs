using System.Net;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Harness;

public sealed class HouseTests
{
    [Theory, EachDatabase]
    public async Task Two_houses_share_nothing_but_the_cast(DatabaseKind kind)
    {
        await using var one = await House.On(kind);
        await using var two = await House.On(kind);
        await one.Get<Users>()
            .ChangeProfile(
                one.Karim,
                new ProfileInput
                {
                    Name = "Karim of one",
                    Language = "en",
                    TimeZone = "UTC",
                }
            );

        (await one.Get<Users>().Me(one.Karim)).Name.ShouldBe("Karim of one");
        (await two.Get<Users>().Me(two.Karim)).Name.ShouldBe("Karim");
        one.Karim.UserId.ShouldBe(two.Karim.UserId);
    }

    [Theory, EachDatabase]
    public async Task Everybody_of_the_cast_can_sign_in_with_the_shared_password(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        foreach (var person in new[] { house.Amina, house.Sara, house.Oskar })
        {
            var outcome = await house.SignIn(person);
            outcome.Actor.UserId.ShouldBe(person.UserId);
            outcome.Actor.TenantId.ShouldBe(person.TenantId);
            outcome.Actor.CustomerId.ShouldBe(person.CustomerId);
            outcome.Actor.Role.ShouldBe(person.Role);
            outcome.Actor.Language.ShouldBe(person.Language);
        }
    }

    [Theory, EachDatabase]
    public async Task A_house_made_empty_is_migrated_and_has_no_company(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        (await house.Get<Tenants>().Any()).ShouldBeFalse();
        await using var db = house.Store.Open(Actor.System(Guid.Empty));
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_house_runs_on_the_database_that_the_row_names(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        (await house.Store.Engine()).ShouldStartWith(kind == DatabaseKind.Sqlite ? "SQLite 3." : "PostgreSQL ");
    }
}

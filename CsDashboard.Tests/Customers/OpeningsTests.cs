using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Customers;

public sealed class OpeningsTests
{
    private const string Chosen = "a quiet morning walk";

    [Theory, EachDatabase]
    public async Task A_known_customer_opens_an_account_by_a_link_to_their_address_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var openings = house.Get<Openings>();
        var known = await house.Get<CustomerRecords>().Add(house.Karim, new NewCustomer { Name = "Gus Guest", Email = "Gus@Example.com" });
        var opening = (await openings.For("gus@example.com", house.At())).ShouldNotBeNull();
        (opening.TenantId, opening.Name).ShouldBe((house.Nour, "Gus Guest"));
        // Asking writes nothing.
        (await house.Get<Users>().OfCustomer(house.Amina, known.Id)).ShouldBeNull();

        (await Refused(openings, opening.Code, "short", house)).ShouldBe("password");
        await openings.Open(new NewPassword { Code = opening.Code, Password = Chosen }, house.At());
        var gus = (
            await house
                .Get<SignIns>()
                .WithPassword(new Credentials { Email = "gus@example.com", Password = Chosen }, house.At(), tokens: false)
        ).Actor;
        (gus.CustomerId, gus.Role, gus.TenantId).ShouldBe((known.Id, Role.Customer, house.Nour));
        // Once; and who has an account is not asked to open one.
        (await Refused(openings, opening.Code, Chosen, house)).ShouldBe("code");
        (await openings.For("gus@example.com", house.At())).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task A_link_that_is_over_or_forged_opens_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var openings = house.Get<Openings>();
        await house.Get<CustomerRecords>().Add(house.Karim, new NewCustomer { Name = "Gus Guest", Email = "gus@example.com" });
        var code = (await openings.For("gus@example.com", house.At())).ShouldNotBeNull().Code;
        foreach (var forged in new[] { null, "", "none", code[..^3] + "abc" })
            (await Refused(openings, forged, Chosen, house)).ShouldBe("code");
        house.Clock.Advance(Openings.Life + TimeSpan.FromSeconds(2));
        (await Refused(openings, code, Chosen, house)).ShouldBe("code");
    }

    [Theory, EachDatabase]
    public async Task Nobody_else_is_sent_a_link(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var openings = house.Get<Openings>();
        foreach (
            var address in new[]
            {
                "nobody@example.com",
                NamedCast.EmailOf(house.David),
                NamedCast.EmailOf(house.Karim),
                "no address",
                null,
            }
        )
            (await openings.For(address, house.At())).ShouldBeNull(address);
    }

    private static async Task<string> Refused(Openings openings, string? code, string password, House house) =>
        (await Should.ThrowAsync<Refusal>(() => openings.Open(new NewPassword { Code = code, Password = password }, house.At())))
            .Fields.ShouldHaveSingleItem()
            .Field;
}

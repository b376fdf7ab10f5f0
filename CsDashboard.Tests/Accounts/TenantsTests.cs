using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Accounts;

public sealed class TenantsTests
{
    private static SetupInput Input(string code) =>
        new()
        {
            Code = code,
            Company = "Nour",
            Name = "Amina",
            Email = "amina@example.com",
            Password = "a good password",
        };

    [Theory, EachDatabase]
    public async Task The_code_of_the_log_founds_the_first_company_and_its_owner(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var tenants = house.Get<Tenants>();
        (await tenants.Default()).ShouldBeNull();
        var code = tenants.NewSetupCode();
        await tenants.SetUp(Input(" " + code.ToLowerInvariant() + " "), house.At());

        var oldest = await tenants.Default();
        (await tenants.All()).Single(t => t.Id == oldest).Name.ShouldBe("Nour");
        var owner = await house
            .Get<SignIns>()
            .WithPassword(new Credentials { Email = "amina@example.com", Password = "a good password" }, house.At(), tokens: false);
        owner.User.Role.ShouldBe(Role.Admin);
        (await house.Events(owner.User.TenantId))
            .Select(e => e.Kind)
            .ShouldBe([nameof(TenantFounded), nameof(UserAdded), nameof(SignedIn)]);
    }

    [Theory, EachDatabase]
    public async Task A_wrong_or_missing_code_founds_nothing(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var tenants = house.Get<Tenants>();
        (await Should.ThrowAsync<Refusal>(() => tenants.SetUp(Input("anything"), house.At())))
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe("code");
        var old = tenants.NewSetupCode();
        tenants.NewSetupCode().ShouldNotBe(old);
        foreach (var wrong in new[] { old, "x", "00000000000000000000" })
            (await Should.ThrowAsync<Refusal>(() => tenants.SetUp(Input(wrong), house.At())))
                .Fields.ShouldHaveSingleItem()
                .Field.ShouldBe("code");
        (await tenants.Any()).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task A_step_of_the_set_up_is_checked_by_itself(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var tenants = house.Get<Tenants>();
        var input = new SetupInput { Code = tenants.NewSetupCode(), Company = "N" };
        await tenants.CheckSetUp(input, ["code"]);
        (await Should.ThrowAsync<Refusal>(() => tenants.CheckSetUp(input, ["company", "country"])))
            .Fields.Select(f => f.Field)
            .ShouldBe(["company"]);
        input.Code = "00000000000000000000";
        (await Should.ThrowAsync<Refusal>(() => tenants.CheckSetUp(input, ["code"]))).Fields.Single().Field.ShouldBe("code");
        await tenants.SetUp(Input(tenants.NewSetupCode()), house.At());
        (await Should.ThrowAsync<Refusal>(() => tenants.CheckSetUp(input, ["code"]))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task A_second_set_up_is_not_there(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var tenants = house.Get<Tenants>();
        var code = tenants.NewSetupCode();
        await tenants.SetUp(Input(code), house.At());
        (await Should.ThrowAsync<Refusal>(() => tenants.SetUp(Input(code), house.At()))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => tenants.SetUp(Input(tenants.NewSetupCode()), house.At()))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await tenants.All()).ShouldHaveSingleItem();
    }

    [Theory, EachDatabase]
    public async Task Of_many_who_set_up_at_once_one_succeeds(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var code = house.Get<Tenants>().NewSetupCode();
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async i =>
                {
                    try
                    {
                        await house
                            .Get<Tenants>()
                            .SetUp(
                                new SetupInput
                                {
                                    Code = code,
                                    Company = "C" + i,
                                    Name = "N" + i,
                                    Email = $"e{i}@example.com",
                                    Password = "a good password",
                                },
                                house.At()
                            );
                        return true;
                    }
                    catch (Refusal)
                    {
                        return false;
                    }
                })
        );
        outcomes.Count(done => done).ShouldBe(1);
        (await house.Get<Tenants>().All()).ShouldHaveSingleItem();
        (await house.Database.Ask("SELECT COUNT(*) FROM \"Users\"")).ShouldBe("1");
    }

    [Theory, EachDatabase]
    public async Task A_bad_form_is_refused_field_by_field(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var refusal = await Should.ThrowAsync<Refusal>(() =>
            house
                .Get<Tenants>()
                .SetUp(
                    new SetupInput
                    {
                        Code = "c",
                        Company = " ",
                        Name = "A",
                        Email = "no",
                        Password = "short",
                    },
                    house.At()
                )
        );
        refusal.Fields.Select(f => f.Field).ShouldBe(["company", "name", "email", "password"], ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task Everybody_reads_their_own_company(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        (await house.Get<Tenants>().Mine(house.Sara)).Name.ShouldBe("Nour");
        (await house.Get<Tenants>().Mine(house.Oskar)).Name.ShouldBe("Other");
        (await house.Get<Tenants>().Default()).ShouldBe(house.Nour, "Visitors belong to the oldest.");
    }

    [Theory, EachDatabase]
    public async Task The_country_of_the_set_up_is_the_companys_and_decides_its_zone(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var input = Input(house.Get<Tenants>().NewSetupCode());
        input.Country = "السعودية";
        await house.Get<Tenants>().SetUp(input, house.At());
        (await house.Get<Tenants>().All())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(t => t.Country.ShouldBe("SA"), t => t.TimeZone.ShouldBe("Asia/Riyadh"));
    }

    [Theory, EachDatabase]
    public async Task An_admin_says_in_which_country_the_company_is_and_its_numbers_are_read_there_from_then_on(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (tenants, company) = (house.Get<Tenants>(), await house.Company("Anywhere"));
        var admin = await house.Newcomer(company, "Ada", Role.Admin);
        async Task<string?> Read(Actor staff, string phone) =>
            (
                await house
                    .Get<CsDashboard.Customers.CustomerRecords>()
                    .Add(
                        staff,
                        new NewCustomer
                        {
                            Name = "Somebody",
                            Email = $"p{Guid.NewGuid():N}@example.test",
                            Phone = phone,
                        }
                    )
            ).Phone;

        (await tenants.Place(admin)).ShouldBe(new CompanyPlace(null, null), "Its zone is UTC, and nobody has said.");
        (await Read(admin, "0501234567")).ShouldBe("0501234567");
        await tenants.SetCountry(admin, new CompanyInput { Country = "Saudi Arabia" });
        (await tenants.Place(admin)).ShouldBe(new CompanyPlace("SA", null));
        (await Read(admin, "0501234567")).ShouldBe("+966501234567");
        // Saying the same again is no news; another country is, and so is taking it back.
        await tenants.SetCountry(admin, new CompanyInput { Country = "sa" });
        await tenants.SetCountry(admin, new CompanyInput { Country = "AE" });
        (await Read(admin, "0501234567")).ShouldBe("+971501234567");
        await tenants.SetCountry(admin, new CompanyInput { Country = " " });
        (await Read(admin, "0501234567")).ShouldBe("0501234567");
        (await house.Events(company.TenantId))
            .Where(e => e.Kind == nameof(CompanyCountryChanged))
            .Select(e => ((CompanyCountryChanged)e.Happening()!).To)
            .ShouldBe(["SA", "AE", null]);

        // A company of which nobody has said it is where its zone is; what is said goes before that, and stays within the company.
        (await tenants.Place(house.Amina)).ShouldBe(new CompanyPlace(null, "SA"));
        (await Read(house.Karim, "0501234567")).ShouldBe("+966501234567");
        await tenants.SetCountry(house.Amina, new CompanyInput { Country = "AE" });
        (await Read(house.Karim, "0501234567")).ShouldBe("+971501234567");
        (await tenants.Place(house.Omar)).ShouldBe(new CompanyPlace(null, "DE"));
        (await Read(house.Omar, "030 23125000")).ShouldBe("+493023125000");
    }

    [Theory, EachDatabase]
    public async Task What_is_no_country_is_refused_and_so_is_who_is_no_admin(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var tenants = house.Get<Tenants>();
        foreach (var bad in new[] { "XX", "Atlantis", "S", "Saudi\0Arabia" })
            (await Should.ThrowAsync<Refusal>(() => tenants.SetCountry(house.Amina, new CompanyInput { Country = bad })))
                .Fields.ShouldHaveSingleItem()
                .Field.ShouldBe("country");
        foreach (var other in new[] { house.Karim, house.Sara, house.Product with { Role = Role.Service } })
        foreach (
            var verb in new Func<Task>[]
            {
                () => tenants.Place(other),
                () => tenants.SetCountry(other, new CompanyInput { Country = "AE" }),
            }
        )
            (await Should.ThrowAsync<Refusal>(verb)).Kind.ShouldBe(RefusalKind.Forbidden);
        (await tenants.Place(house.Amina)).Country.ShouldBeNull();
        (await house.Events(house.Nour)).ShouldNotContain(e => e.Kind == nameof(CompanyCountryChanged));
    }
}

using CsDashboard.Accounts;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Accounts;

public sealed class TenantsTests
{
    private static SetupInput Input(string code) => new() { Code = code, Company = "Nour", Name = "Amina", Email = "amina@example.com", Password = "a good password" };

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
        var owner = await house.Get<SignIns>().WithPassword(new Credentials { Email = "amina@example.com", Password = "a good password" }, house.At(), tokens: false);
        owner.User.Role.ShouldBe(Role.Admin);
        (await house.Events(owner.User.TenantId)).Select(e => e.Kind).ShouldBe([nameof(TenantFounded), nameof(UserAdded), nameof(SignedIn)]);
    }

    [Theory, EachDatabase]
    public async Task A_wrong_or_missing_code_founds_nothing(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var tenants = house.Get<Tenants>();
        (await Should.ThrowAsync<Refusal>(() => tenants.SetUp(Input("anything"), house.At()))).Fields.ShouldHaveSingleItem().Field.ShouldBe("code");
        var old = tenants.NewSetupCode();
        tenants.NewSetupCode().ShouldNotBe(old);
        foreach (var wrong in new[] { old, "x", "00000000000000000000" })
            (await Should.ThrowAsync<Refusal>(() => tenants.SetUp(Input(wrong), house.At()))).Fields.ShouldHaveSingleItem().Field.ShouldBe("code");
        (await tenants.Any()).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task A_second_set_up_is_not_there(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var tenants = house.Get<Tenants>();
        var code = tenants.NewSetupCode();
        await tenants.SetUp(Input(code), house.At());
        (await Should.ThrowAsync<Refusal>(() => tenants.SetUp(Input(code), house.At()))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => tenants.SetUp(Input(tenants.NewSetupCode()), house.At()))).Kind.ShouldBe(RefusalKind.NotFound);
        (await tenants.All()).ShouldHaveSingleItem();
    }

    [Theory, EachDatabase]
    public async Task Of_many_who_set_up_at_once_one_succeeds(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var code = house.Get<Tenants>().NewSetupCode();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            try { await house.Get<Tenants>().SetUp(new SetupInput { Code = code, Company = "C" + i, Name = "N" + i, Email = $"e{i}@example.com", Password = "a good password" }, house.At()); return true; }
            catch (Refusal) { return false; }
        }));
        outcomes.Count(done => done).ShouldBe(1);
        (await house.Get<Tenants>().All()).ShouldHaveSingleItem();
        (await house.Database.Ask("SELECT COUNT(*) FROM \"Users\"")).ShouldBe("1");
    }

    [Theory, EachDatabase]
    public async Task A_bad_form_is_refused_field_by_field(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        var refusal = await Should.ThrowAsync<Refusal>(() => house.Get<Tenants>().SetUp(new SetupInput { Code = "c", Company = " ", Name = "A", Email = "no", Password = "short" }, house.At()));
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
}

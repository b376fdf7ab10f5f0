using CsDashboard.Customers;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Customers;

/// <summary>Finding customers, on each database.</summary>
public sealed class CustomersTests
{
    [Theory, EachDatabase]
    public async Task Staff_find_customers_of_their_company_by_the_beginning_of_name_address_or_phone(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var customers = house.Get<CsDashboard.Customers.CustomerRecords>();
        var added = await customers.Add(
            house.Karim,
            new NewCustomer
            {
                Name = "سارة المنصوري",
                Email = "s.mansoori@example.net",
                Phone = "+971500000104",
                Language = "ar",
            }
        );
        await house.Drain();
        foreach (
            var words in new[]
            {
                "سار",
                "ساره",
                "mansoori",
                "s.mans",
                "500000104",
                "050 000 0104",
                "+971500000104",
                added.UniqueId,
                added.PublicId,
            }
        )
            (await customers.Search(house.Karim, words)).Select(c => c.Id).ShouldBe([added.Id], words);
        (await customers.Search(house.Karim, "sara"))
            .ShouldHaveSingleItem()
            .ShouldBe(new CustomerRow(house.Sara.CustomerId!.Value, (await customers.Me(house.Sara)).PublicId, "Sara", "sara@example.com"));
        // Nobody for a single letter, nobody of another company, and a customer may not ask.
        (await customers.Search(house.Karim, "s")).ShouldBeEmpty();
        (await customers.Search(house.Karim, "Oskar")).ShouldBeEmpty();
        (await customers.Search(house.Olga, "sara")).ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => customers.Search(house.Sara, "sara"))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task At_most_eight_are_found_the_newest_first(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var customers = house.Get<CsDashboard.Customers.CustomerRecords>();
        for (var i = 1; i <= 10; i++)
            await customers.Add(house.Karim, new NewCustomer { Name = $"Twin {i}", Email = $"twin{i}@example.net" });
        await house.Drain();
        (await customers.Search(house.Karim, "twin"))
            .Select(c => c.Name)
            .ShouldBe(Enumerable.Range(3, 8).Reverse().Select(i => $"Twin {i}"));
    }
}

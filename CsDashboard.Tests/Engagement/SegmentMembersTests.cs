using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Tests.Engagement;

public sealed class SegmentMembersTests
{
    [Theory, EachDatabase]
    public async Task Members_are_read_in_each_order_and_exported_as_customers_are(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var own = house.Get<OwnSegments>();
        foreach (var (customer, total) in new[] { (house.David, 500m), (house.Sara, 900m) })
            await house
                .Get<Orders>()
                .Record(
                    house.Product,
                    customer.CustomerId!.Value,
                    new OrderInput
                    {
                        Number = $"O-{total}",
                        Status = "delivered",
                        Total = total,
                        PlacedAt = house.Clock.Now(),
                    }
                );
        await house.Drain();
        var input = new OwnSegmentInput { Name = "Buyers", Conditions = [new("orders", "atLeast", "1")] };
        var id = await own.Save(house.Amina, null, input);

        var all = await own.Members(house.Karim, input, new ListPlace { Sort = "value", Down = true });
        all.Items.Select(c => (c.Name, c.Value)).ShouldBe([("Sara", 900), ("David", 500)]);
        foreach (var sort in OwnSegments.Sorts)
        foreach (var down in new[] { false, true })
        {
            var pages = new List<string>();
            for (var skip = 0; skip < 2; skip++)
            {
                var place = new ListPlace
                {
                    Sort = sort,
                    Down = down,
                    Skip = skip,
                    Take = 1,
                };
                var part = await own.Members(house.Karim, input, place);
                part.Total.ShouldBe(2);
                pages.AddRange(part.Items.Select(c => c.Name));
            }
            pages.Order().ToList().ShouldBe(["David", "Sara"], sort);
        }
        (await Should.ThrowAsync<Refusal>(() => own.Members(house.Karim, input, new ListPlace { Sort = "email" })))
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe("sort");

        var byValue = new ListPlace
        {
            Sort = "value",
            Skip = 1,
            Take = 1,
        };
        (await own.Export(house.Amina, id, byValue).ToListAsync()).ConvertAll(c => c.Name).ShouldBe(["David", "Sara"]);
        (await Should.ThrowAsync<Refusal>(async () => await own.Export(house.Karim, id, byValue).ToListAsync())).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        (await Should.ThrowAsync<Refusal>(async () => await own.Export(house.Omar, id, byValue).ToListAsync())).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        var told = (await house.Events(house.Nour)).Single(e => e.Kind == nameof(CsDashboard.Customers.CustomersExported));
        told.After.ShouldNotBeNull().ShouldContain("segment=Buyers");
    }
}

using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Tests.Engagement;

public sealed class OfferListsTests
{
    [Theory, EachDatabase]
    public async Task Offers_are_sorted_found_and_told_with_what_came_of_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Get<Offers>().AddFour(house.Amina);
        var lists = house.Get<OfferLists>();
        var all = await lists.List(house.Amina);
        all.Total.ShouldBe(4);
        var first = all.Items[0].Offer;
        await house.Store.Write(
            house.Amina,
            db =>
            {
                foreach (var (order, savings) in new[] { ("A-1", 12.5m), ("A-2", 7.5m), (null, 0m) })
                    db.OfferUses.Add(
                        new OfferUse
                        {
                            OfferId = first.Id,
                            CustomerId = house.Sara.CustomerId!.Value,
                            AppliedAt = house.Clock.Now(),
                            OrderNumber = order,
                            UsedAt = order is null ? null : house.Clock.Now(),
                            Savings = savings,
                        }
                    );
                return Task.CompletedTask;
            }
        );
        var found = (await lists.List(house.Amina, first.Code.ToLowerInvariant())).Items.ShouldHaveSingleItem();
        (found.Used, found.Given).ShouldBe((2, 20m));
        (await lists.List(house.Amina, "no such offer")).Items.ShouldBeEmpty();

        foreach (var sort in OfferLists.Sorts)
        foreach (var down in new[] { false, true })
        {
            var pages = new List<Guid>();
            for (var skip = 0; skip < 4; skip++)
                pages.AddRange(
                    (
                        await lists.List(
                            house.Amina,
                            place: new ListPlace
                            {
                                Sort = sort,
                                Down = down,
                                Skip = skip,
                                Take = 1,
                            }
                        )
                    ).Items.Select(o => o.Offer.Id)
                );
            pages.Distinct().Count().ShouldBe(4, sort);
        }
        (await Should.ThrowAsync<Refusal>(() => lists.List(house.Amina, place: new ListPlace { Sort = "given" })))
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe("sort");
        (await Should.ThrowAsync<Refusal>(() => lists.List(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await lists.List(house.Omar)).Items.ShouldBeEmpty();
    }
}

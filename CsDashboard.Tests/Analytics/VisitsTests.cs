using CsDashboard.Analytics.Behaviour;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Tests.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Analytics;

/// <summary>Visits and what they add up to (contract: market, Behaviour), on each database.</summary>
public sealed class VisitsTests
{
    private static readonly VisitInput Unknown = new(null, null, null, null, null);

    private static Actor Stranger(House house) => Actor.System(house.Nour, house.Clock);

    private static Task<Guid> Start(House house, string who = "ann", Actor? by = null) =>
        house.Get<Visits>().Start(by ?? Stranger(house), new Visitor(who), Unknown);

    private static Task<(Guid Visit, bool Counted)> See(House house, Guid visit, string page = "/shop", string who = "ann") =>
        house.Get<Visits>().Count(Stranger(house), $"{visit}", new Visitor(who), new(HitKind.Page, page) { Seconds = 10 });

    [Theory, EachDatabase]
    public async Task A_visit_with_two_pages_and_an_interaction_is_counted_at_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var visit = await Start(house);
        house.Clock.Advance(TimeSpan.FromSeconds(30.9));
        await See(house, visit);
        await See(house, visit, "/shop/p/mug");
        await See(house, visit, "/shop/p/mug");
        await house.Get<Visits>().Count(Stranger(house), $"{visit}", new Visitor("ann"), new(HitKind.Interaction, "click"));
        await house.Get<Visits>().Market(Stranger(house), null, new Visitor("ann"), new(HitKind.Market, "cart_add") { Product = 1 });
        var ann = await house.Get<BehaviourFigures>().Of(house.Karim, new Visitor("ann"));
        (ann.Visits, ann.Pages, ann.Interactions, ann.MeanSeconds).ShouldBe((1, 3, 1, 30d));
        ann.TopPages.ShouldBe([("/shop/p/mug", 2, 10d), ("/shop", 1, 10d)]);
        (ann.Done[0], ann.Market[0]).ShouldBe((("click", 1), ("cart_add", 1)));
        (await house.Get<BehaviourFigures>().Now(house.Karim)).ShouldBe(new BehaviourNow(1, 1, 3, 1));
        var all = await house.Get<BehaviourFigures>().Platform(house.Amina);
        (all.Visits, all.People, all.Days.Count, all.Days[0].People).ShouldBe((1, 1, 1, 1));
        // Another company's is another.
        (await house.Get<BehaviourFigures>().Now(house.Olga)).ShouldBe(new BehaviourNow(0, 0, 0, 0));
        (await house.Get<BehaviourFigures>().Platform(house.Omar)).Visits.ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task After_thirty_quiet_minutes_it_goes_on_as_another_once_also_when_ten_come_at_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var visit = await Start(house);
        house.Clock.Advance(TimeSpan.FromSeconds(1_799));
        (await See(house, visit)).Visit.ShouldBe(visit);
        house.Clock.Advance(TimeSpan.FromSeconds(1_800));
        (await house.Get<BehaviourFigures>().Now(house.Karim)).Visits.ShouldBe(0);
        var later = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => See(house, visit)));
        var next = later.Select(l => l.Visit).Distinct().ShouldHaveSingleItem();
        next.ShouldNotBe(visit);
        var ann = await house.Get<BehaviourFigures>().Of(house.Karim, new Visitor("ann"));
        (ann.Visits, ann.Pages).ShouldBe((2, 11));
    }

    [Theory, EachDatabase]
    public async Task It_ends_once_and_holds_a_thousand_events(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (visits, visit) = (house.Get<Visits>(), await Start(house));
        await house.Store.Write(
            house.Product,
            async db =>
            {
                var kept = await db.Set<Visit>().SingleAsync(v => v.Id == visit);
                for (var i = 0; i < Visit.MostEvents; i++)
                    kept.Take(HitKind.Page, house.Clock.GetUtcNow());
            }
        );
        (await See(house, visit)).Counted.ShouldBeFalse();
        (await house.Get<BehaviourFigures>().Of(house.Karim, new Visitor("ann"))).Pages.ShouldBe(1_000);
        await visits.End(Stranger(house), $"{visit}");
        (await Should.ThrowAsync<Refusal>(() => visits.End(Stranger(house), $"{visit}"))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => visits.End(Stranger(house), $"{Guid.NewGuid()}"))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => visits.End(house.ProductOfOther, $"{visit}"))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => See(house, visit, who: "bob"))).Fields[0].Field.ShouldBe("user_id");
    }

    [Theory, EachDatabase]
    public async Task An_order_is_one_conversion_with_its_own_value_and_what_strangers_claim_is_in_no_sum(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var mug = (await house.Thing("Mug", 100, 50)).Product.Variants[0].Id;
        var order = await house.Buy(house.Sara, mug);
        await house.Drain();
        var visits = house.Get<Visits>();
        Task Convert(Actor by, string number, decimal value) => visits.Convert(by, new Visitor("ann"), "purchase", number, value, null);
        await Convert(Stranger(house), order.Number, 1_000_000_000);
        await Convert(Stranger(house), order.Number, 5);
        await Convert(Stranger(house), "made up", 1_000_000);
        await Convert(Stranger(house), "by phone", 7);
        await Convert(house.Karim, "by phone", 30);
        await Convert(Stranger(house), "by phone", 8);
        async Task<PlatformBehaviour> All() => await house.Get<BehaviourFigures>().Platform(house.Amina);
        var all = await All();
        (all.Conversions, all.Revenue, all.Claimed).ShouldBe((2, order.Total + 30, 1));
        await house.Get<OrderPayments>().MarkPaid(house.Karim, order.Id);
        await house.Get<OrderPayments>().Refund(house.Karim, order.Id, 10);
        await house.Drain();
        (await All()).Revenue.ShouldBe(order.Total + 20);
        await house.Get<OwnOrders>().Move(house.Karim, order.Id, OrderStatus.Cancelled);
        await house.Drain();
        (await All()).Revenue.ShouldBe(30);
        (await Should.ThrowAsync<Refusal>(() => Convert(house.Karim, "", 1))).Fields[0].Field.ShouldBe("order_id");
        (await Should.ThrowAsync<Refusal>(() => Convert(house.Karim, "x", -1))).Fields[0].Field.ShouldBe("order_value");
    }

    [Theory, EachDatabase]
    public async Task Hints_follow_the_bounds_of_the_contract(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var figures = house.Get<BehaviourFigures>();
        async Task<string> Said(string? who = null) =>
            string.Join(
                ' ',
                (await figures.Insights(house.Karim, who is null ? null : new Visitor(who))).Select(i => $"{i.Kind}/{i.Priority}")
            );
        (await Said()).ShouldBe("growth/high");
        (await Said("ann")).ShouldBe("engagement/low");
        var visit = await Start(house);
        (await Said("ann")).ShouldBe("engagement/medium engagement/medium");
        (await Said()).ShouldBe("growth/high conversion/high");
        house.Clock.Advance(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 5; i++)
            await house.Get<Visits>().Count(Stranger(house), $"{visit}", new Visitor("ann"), new(HitKind.Interaction, "click"));
        (await Said("ann")).ShouldBe("");
        for (var i = 0; i < 9; i++)
            await Start(house, $"person {i}");
        await house.Get<Visits>().Convert(house.Karim, new Visitor("ann"), "purchase", "1", 1, null);
        (await Said()).ShouldBe("");
        house.Clock.Advance(TimeSpan.FromDays(8));
        (await Said("ann")).ShouldBe("engagement/low");
    }

    [Theory, EachDatabase]
    public async Task Bad_input_and_the_wrong_role_are_refused(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (visits, figures, visit) = (house.Get<Visits>(), house.Get<BehaviourFigures>(), await Start(house));
        async Task Named(string field, Func<Task> call) => (await Should.ThrowAsync<Refusal>(call)).Fields[0].Field.ShouldBe(field);
        await Named("user_id", () => Start(house, " "));
        await Named("user_id", () => Start(house, new string('x', 101)));
        await Named("user_id", () => Start(house, "\0"));
        await Named("page_url", () => See(house, visit, ""));
        await Named("session_id", () => visits.End(Stranger(house), null));
        await Named(
            "time_spent",
            () => visits.Count(Stranger(house), $"{visit}", new Visitor("ann"), new(HitKind.Page, "/") { Seconds = -1 })
        );
        await Named(
            "scroll_depth",
            () => visits.Count(Stranger(house), $"{visit}", new Visitor("ann"), new(HitKind.Page, "/") { Depth = 101 })
        );
        await Named(
            "time_spent",
            () => visits.Count(Stranger(house), $"{visit}", new Visitor("ann"), new(HitKind.Page, "/") { Seconds = int.MaxValue })
        );
        await Named("days", () => figures.Of(house.Karim, new Visitor("ann"), 366));
        (await Should.ThrowAsync<Refusal>(() => figures.Platform(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => figures.Now(house.Sara))).Kind.ShouldBe(RefusalKind.Forbidden);
    }
}

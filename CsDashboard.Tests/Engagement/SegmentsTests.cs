using CsDashboard.Audit;
using CsDashboard.Customers;
using CsDashboard.Customers.Merging;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Tests.Engagement;

/// <summary>contract: membership, Segments: who belongs where, when they move, and what is recorded of it.</summary>
public sealed class SegmentsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static Actor Shop(House house) => house.Karim with { Role = Role.Service, UserId = null, Name = "Shop" };

    private static async Task Buys(
        House house,
        Actor customer,
        string number,
        decimal total,
        double daysAgo,
        string status = "delivered"
    ) =>
        await house
            .Get<Orders>()
            .Record(
                Shop(house),
                customer.CustomerId!.Value,
                new OrderInput
                {
                    Number = number,
                    Status = status,
                    Total = total,
                    PlacedAt = house.Clock.Now().AddDays(-daysAgo),
                }
            );

    private static async Task<string> SegmentOf(House house, Actor customer)
    {
        await house.Drain();
        return (await house.Get<Segments>().Of(house.Karim with { TenantId = customer.TenantId }, customer.CustomerId!.Value)).Segment;
    }

    // contract: membership, Segments: vip (> 50 000), inactive (no purchase for 90 days), at_risk (down 50 %), frequent (> 10 a year),
    // occasional (1-10); the first that fits.
    [Theory]
    [InlineData(50_000, 1, 5, 5, 5, "occasional")]
    [InlineData(50_000.01, 1, 5, 5, 5, "vip")]
    [InlineData(60_000, 400, 0, 0, 0, "vip")]
    [InlineData(100, 89.9, 1, 1, 0, "occasional")]
    [InlineData(100, 90, 1, 0, 1, "inactive")]
    [InlineData(100, 90, 20, 0, 1, "inactive")]
    [InlineData(100, 10, 12, 2, 4, "at_risk")]
    [InlineData(100, 10, 12, 3, 4, "frequent")]
    [InlineData(100, 10, 11, 3, 2, "frequent")]
    [InlineData(100, 10, 10, 3, 2, "occasional")]
    public void The_first_of_the_five_that_fits(double spend, double lastDaysAgo, int inYear, int recent, int before, string segment) =>
        new SegmentRules()
            .SegmentOf(new Purchases((decimal)spend, Now.AddDays(-lastDaysAgo), inYear, recent, before), Now)
            .ShouldBe(segment);

    [Fact]
    public void Who_never_bought_is_occasional_and_the_other_words_are_known()
    {
        new SegmentRules().SegmentOf(Purchases.None, Now).ShouldBe("occasional");
        // contract: membership, Segments: the ids of its code are kept; at-risk, regular and new are other words for them.
        new[] { "at-risk", "regular", "new", "VIP", "at_risk", "loyal", null }
            .Select(SegmentNames.Known)
            .ShouldBe(["at_risk", "frequent", "occasional", "vip", "at_risk", null, null]);
        // contract: membership, Segments: discounts 25, 20, 20, 15, 10.
        SegmentNames.All.Select(new SegmentRules().DiscountOf).ShouldBe([25, 20, 20, 15, 10]);
    }

    [Theory, EachDatabase]
    public async Task A_customer_moves_when_an_order_arrives_and_the_moves_are_recorded(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        (await SegmentOf(house, house.Sara)).ShouldBe("occasional");
        for (var i = 0; i < 11; i++)
            await Buys(house, house.Sara, "F-" + i, 10, i * 8);
        (await SegmentOf(house, house.Sara)).ShouldBe("frequent");
        await Buys(house, house.Sara, "V-1", 60_000, 0.5);
        (await SegmentOf(house, house.Sara)).ShouldBe("vip");
        // Cancelled orders are not purchases.
        await Buys(house, house.Sara, "V-1", 60_000, 0.5, "cancelled");
        (await SegmentOf(house, house.Sara)).ShouldBe("frequent");
        var moves = (await house.Events(house.Nour))
            .Where(e => e.Kind is nameof(SegmentEntered) or nameof(SegmentLeft))
            .Select(e => e.Kind + " " + ((object?)e.After ?? e.Before))
            .ToList();
        moves.Count.ShouldBe(6);
        moves[0].ShouldContain("occasional");
        moves[^1].ShouldContain("frequent");
        (await SegmentOf(house, house.Oskar)).ShouldBe("occasional");
        var all = await house.Get<Segments>().All(house.Karim);
        all.Select(s => (s.Segment, s.Members)).ShouldBe([("vip", 0), ("inactive", 0), ("at_risk", 0), ("frequent", 1), ("occasional", 1)]);
        (await house.Get<CustomerLists>().List(house.Karim, new CustomerFilter { Segment = "regular" }))
            .Items.Select(c => (c.Name, c.Segment))
            .ShouldBe([("Sara", "frequent")]);
        (await Should.ThrowAsync<Refusal>(() => house.Get<CustomerLists>().List(house.Karim, new CustomerFilter { Segment = "loyal" })))
            .Fields[0]
            .Field.ShouldBe("segment");
    }

    [Theory, EachDatabase]
    public async Task At_night_all_are_looked_at_and_only_what_is_different_is_written(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 4; i++)
            await Buys(house, house.Sara, "S-" + i, 10, 5 + i);
        await Buys(house, house.David, "D-1", 10, 5);
        await house.Drain();
        house.Clock.AdvanceDays(88);
        await Buys(house, house.David, "D-2", 10, 0);
        await house.Drain();
        house.Clock.AdvanceDays(2);
        var night = house.Get<Segmentation>();
        // contract: membership, Segments: Sara has not bought for 90 days; David bought once in either window.
        (await night.EvaluateAll(house.Product)).ShouldBe(1);
        (await SegmentOf(house, house.Sara)).ShouldBe("inactive");
        var events = (await house.Events(house.Nour)).Count;
        (await night.EvaluateAll(house.Product)).ShouldBe(0);
        (await house.Events(house.Nour)).Count.ShouldBe(events);
        (await Should.ThrowAsync<Refusal>(() => night.EvaluateAll(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
        // At three by the clock of the company, once.
        house.Clock.Advance(house.Clock.Now().UtcDateTime.Date.AddDays(1) - house.Clock.Now().UtcDateTime);
        await night.ByNight(house.Product);
        await house.Get<Segments>().SetRules(house.Amina, (await house.Get<Segments>().Rules(house.Amina)) with { InactiveDays = 1000 });
        await night.ByNight(house.Product);
        (await SegmentOf(house, house.Sara)).ShouldBe("inactive");
        (await night.EvaluateAll(house.Product)).ShouldBe(1);
    }

    // Many at once are written past the change tracker; what is recorded of each, and who is left out, is the same.
    [Theory, EachDatabase]
    public async Task A_night_in_which_many_move_records_each_of_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var customers = house.Get<CsDashboard.Customers.CustomerRecords>();
        var members = new List<Guid>();
        for (var i = 0; i < 230; i++)
        {
            members.Add((await customers.Add(house.Karim, new NewCustomer { Name = "Member " + i, Email = $"m{i}@example.org" })).Id);
            if (i < 215)
                await house
                    .Get<Orders>()
                    .Record(
                        Shop(house),
                        members[i],
                        new OrderInput
                        {
                            Number = "M-" + i,
                            Status = "delivered",
                            Total = 10,
                            PlacedAt = house.Clock.Now(),
                        }
                    );
        }
        var (byHand, gone) = (members[0], members[1]);
        await house.Get<Segments>().Set(house.Karim, byHand, "vip");
        await house.Get<Merges>().Merge(house.Amina, members[220], gone);
        await house.Get<OwnSegments>().Save(house.Amina, null, new() { Name = "Quiet", Conditions = [new("segment", "is", "inactive")] });
        await house.Drain();
        await house.Get<Seal>().SealAll();
        var before = (await house.Events(house.Nour))[^1].Id;
        house.Clock.AdvanceDays(91);
        // 213 of their own orders, and the winner of the merge, whose order that now is.
        (await house.Get<Segmentation>().EvaluateAll(house.Product)).ShouldBe(214);
        var events = (await house.Events(house.Nour)).Where(e => e.Id > before).ToList();
        var moved = members.Skip(2).Take(213).Append(members[220]).ToHashSet();
        events.Count.ShouldBe(3 * 214);
        events.ShouldAllBe(e =>
            moved.Contains(e.SubjectId)
            && e.ForCustomer == e.SubjectId
            && e.At == house.Clock.Now()
            && e.DeliveredAt != null
            && e.ActorRole == house.Product.Role
        );
        foreach (var own in events.GroupBy(e => e.SubjectId))
            own.Select(e => (e.Kind, e.After ?? e.Before))
                .ShouldBe([
                    (nameof(SegmentLeft), """{"segment":"occasional"}"""),
                    (nameof(SegmentEntered), """{"segment":"inactive"}"""),
                    (nameof(SegmentEntered), """{"segment":"Quiet"}"""),
                ]);
        (await house.Get<OwnSegments>().List(house.Karim)).Single().Members.ShouldBe(214);
        (await house.Get<CustomerLists>().Get(house.Karim, byHand)).Segment.ShouldBe("vip");
        await house.Get<Seal>().SealAll();
        (await house.Get<AuditCheck>().Verify(house.Amina)).IsWhole.ShouldBeTrue();
        (await house.Get<Segmentation>().EvaluateAll(house.Product)).ShouldBe(0);
        // They buy again: both are left.
        foreach (var member in moved.Take(30))
            await house
                .Get<Orders>()
                .Record(
                    Shop(house),
                    member,
                    new OrderInput
                    {
                        Number = "N-" + member.ToString("N")[^12..],
                        Status = "delivered",
                        Total = 10,
                        PlacedAt = house.Clock.Now(),
                    }
                );
        (await house.Get<Segmentation>().EvaluateAll(house.Product)).ShouldBe(30);
        (await house.Get<OwnSegments>().List(house.Karim)).Single().Members.ShouldBe(184);
        (await house.Events(house.Nour))
            .Count(e => e.Kind == nameof(SegmentLeft) && e.Before!.Contains("Quiet", StringComparison.Ordinal))
            .ShouldBe(30);
    }

    [Theory, EachDatabase]
    public async Task Set_by_hand_it_stays_until_the_rules_decide_again(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (segments, sara) = (house.Get<Segments>(), house.Sara.CustomerId!.Value);
        var set = await segments.Set(house.Karim, sara, "at-risk");
        (set.Segment, set.Discount, set.SetBy).ShouldBe(("at_risk", 20, "Karim"));
        await segments.Set(house.Karim, sara, "at_risk");
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(SegmentEntered)).ShouldBe(1);
        await Buys(house, house.Sara, "H-1", 10, 1);
        (await SegmentOf(house, house.Sara)).ShouldBe("at_risk");
        (await house.Get<Segmentation>().EvaluateAll(house.Product)).ShouldBe(0);
        (await segments.Of(house.Sara, sara)).SetBy.ShouldBeNull();
        (await segments.Release(house.Lena, sara)).ShouldSatisfyAllConditions(
            s => s.Segment.ShouldBe("occasional"),
            s => s.SetBy.ShouldBeNull()
        );
        (await Should.ThrowAsync<Refusal>(() => segments.Set(house.Karim, sara, "loyal"))).Fields[0].Field.ShouldBe("segment");
        (await Should.ThrowAsync<Refusal>(() => segments.Set(house.Sara, sara, "vip"))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => segments.Set(house.Olga, sara, "vip"))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => segments.Of(house.David, sara))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task The_bounds_are_the_companys_own(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var segments = house.Get<Segments>();
        var rules = await segments.Rules(house.Amina);
        (rules.VipSpend, rules.FrequentOrders, rules.InactiveDays, rules.AtRiskDrop).ShouldBe((50_000m, 10, 90, 50));
        await segments.SetRules(house.Amina, rules with { VipSpend = 100, VipDiscount = 30 });
        await Buys(house, house.Sara, "B-1", 101, 1);
        (await SegmentOf(house, house.Sara)).ShouldBe("vip");
        (await segments.Of(house.Sara, house.Sara.CustomerId!.Value)).ShouldSatisfyAllConditions(
            s => s.Discount.ShouldBe(30),
            s => s.Benefits[0].ShouldContain("30"),
            s => s.Score.ShouldBe(100)
        );
        (await segments.Rules(house.Omar)).VipSpend.ShouldBe(50_000);
        foreach (
            var (bad, field) in new[]
            {
                (rules with { VipSpend = -1 }, "vipSpend"),
                (rules with { InactiveDays = 0 }, "inactiveDays"),
                (rules with { AtRiskDrop = 101 }, "atRiskDrop"),
                (rules with { FrequentDiscount = -1 }, "frequentDiscount"),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => segments.SetRules(house.Amina, bad))).Fields[0].Field.ShouldBe(field);
        (await Should.ThrowAsync<Refusal>(() => segments.SetRules(house.Karim, rules))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task An_own_segment_counts_lists_and_tells_who_comes_and_goes(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (own, customers) = (house.Get<OwnSegments>(), house.Get<CsDashboard.Customers.CustomerRecords>());
        await customers.Change(
            house.Amina,
            house.Sara.CustomerId!.Value,
            new CustomerChange
            {
                Tags = ["payout"],
                Country = "SA",
                MembershipTier = "pro",
            }
        );
        await Buys(house, house.David, "O-1", 500, 3);
        await house.Drain();
        async Task<string[]> Who(bool any, params (string Field, string Is, string Value)[] conditions) =>
            [
                .. (
                    await own.Members(
                        house.Karim,
                        new OwnSegmentInput
                        {
                            Any = any,
                            Conditions = [.. conditions.Select(c => new SegmentCondition(c.Field, c.Is, c.Value))],
                        }
                    )
                )
                    .Items.Select(c => c.Name)
                    .Order(StringComparer.Ordinal),
            ];
        (await Who(false, ("tag", "has", "payout"), ("country", "is", "sa"), ("tier", "is", "pro"))).ShouldBe(["Sara"]);
        (await Who(true, ("tag", "has", "payout"), ("orders", "atLeast", "1"))).ShouldBe(["David", "Sara"]);
        (await Who(false, ("value", "atLeast", "500"), ("lastOrder", "within", "7"), ("joined", "within", "1"))).ShouldBe(["David"]);
        (await Who(false, ("lastOrder", "before", "2"), ("orders", "atMost", "0"))).ShouldBe(["Sara"]);
        (
            await Who(
                false,
                ("tag", "hasNot", "payout"),
                ("language", "isNot", "ar"),
                ("status", "is", "Active"),
                ("type", "is", "Regular"),
                ("segment", "is", "new")
            )
        ).ShouldBe(["David"]);
        (await Who(false, ("value", "atMost", "499.99"), ("joined", "before", "1"))).ShouldBeEmpty();

        var id = await own.Save(house.Amina, null, new() { Name = "Buyers", Conditions = [new("orders", "atLeast", "1")] });
        (await own.List(house.Karim)).Select(s => (s.Name, s.Members)).ShouldBe([("Buyers", 1)]);
        (await house.Get<Segmentation>().EvaluateAll(house.Product)).ShouldBe(1);
        await Buys(house, house.Sara, "O-2", 5, 1);
        await house.Drain();
        (await house.Events(house.Nour))
            .Where(e => e.Kind == nameof(SegmentEntered) && e.After!.Contains("Buyers", StringComparison.Ordinal))
            .Select(e => e.SubjectId)
            .ShouldBe([house.David.CustomerId!.Value, house.Sara.CustomerId!.Value]);
        await own.Save(house.Amina, id, new() { Name = "Buyers", Conditions = [new("orders", "atLeast", "2")] });
        (await house.Get<Segmentation>().EvaluateAll(house.Product)).ShouldBe(2);
        (await house.Events(house.Nour))
            .Count(e => e.Kind == nameof(SegmentLeft) && e.Before!.Contains("Buyers", StringComparison.Ordinal))
            .ShouldBe(2);
        (await own.List(house.Olga)).ShouldBeEmpty();
        await own.Remove(house.Amina, id);
        (await own.List(house.Karim)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bad_conditions_are_refused_with_a_word()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var own = house.Get<OwnSegments>();
        foreach (
            var (field, way, value) in new[]
            {
                ("shoes", "is", "x"),
                ("orders", "is", "1"),
                ("orders", "atLeast", "-1"),
                ("orders", "atLeast", "many"),
                ("value", "atMost", "99999999999999999999"),
                ("tier", "is", "gold"),
                ("type", "is", "King"),
                ("country", "is", "Narnia"),
                ("joined", "within", "0"),
                ("tag", "has", ""),
                ("tag", "has", "a b!"),
                ("segment", "is", "loyal"),
                ("language", "is", "fr"),
                (null!, null!, null!),
            }
        )
            (
                await Should.ThrowAsync<Refusal>(() =>
                    own.Save(house.Amina, null, new() { Name = "Bad", Conditions = [new(field, way, value)] })
                )
            ).Kind.ShouldBe(RefusalKind.Invalid, $"{field} {way} {value}");
        (await Should.ThrowAsync<Refusal>(() => own.Save(house.Amina, null, new() { Name = "Bad" })))
            .Fields[0]
            .Field.ShouldBe("conditions");
        (
            await Should.ThrowAsync<Refusal>(() =>
                own.Save(house.Amina, null, new() { Name = " ", Conditions = [new("orders", "atLeast", "1")] })
            )
        )
            .Fields[0]
            .Field.ShouldBe("name");
        await own.Save(house.Amina, null, new() { Name = "One", Conditions = [new("orders", "atLeast", "1")] });
        (
            await Should.ThrowAsync<Refusal>(() =>
                own.Save(house.Amina, null, new() { Name = "One", Conditions = [new("orders", "atLeast", "1")] })
            )
        ).Code.ShouldBe("segment_taken");
        (
            await Should.ThrowAsync<Refusal>(() =>
                own.Save(house.Karim, null, new() { Name = "Two", Conditions = [new("orders", "atLeast", "1")] })
            )
        ).Kind.ShouldBe(RefusalKind.Forbidden);
    }
}

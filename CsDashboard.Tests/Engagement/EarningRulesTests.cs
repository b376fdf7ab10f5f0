using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Engagement;

/// <summary>Rules by which points are earned, on each database.</summary>
public sealed class EarningRulesTests
{
    private static RuleInput Extra(decimal amount = 2) =>
        new()
        {
            On = "order",
            Name = "Double week",
            NameAr = "أسبوع مضاعف",
            Amount = amount,
            PerUnit = true,
        };

    // contract: membership, Earning: 1 per riyal, referral 100, review 50.
    [Fact]
    public async Task The_rules_of_the_contract_are_there_before_anybody_writes_one()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var rules = (await house.Rules.List(house.Amina)).ToDictionary(r => r.On);
        (
            rules[EarnOn.Order].Rule.Amount,
            rules[EarnOn.Order].Rule.PerUnit,
            rules[EarnOn.Referral].Rule.Amount,
            rules[EarnOn.Review].Rule.Amount
        ).ShouldBe((1, true, 100, 50));
        rules.Values.ShouldAllBe(r => !r.IsEdited);
        (await house.Rules.List(house.Omar)).Select(r => r.Id).Intersect(rules.Values.Select(r => r.Id)).ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => house.Rules.List(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task A_rule_that_is_switched_off_earns_nothing_and_one_of_the_companys_own_earns_beside(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        var usual = (await house.Rules.List(house.Amina)).Single(r => r.On == EarnOn.Order);
        usual.Rule.IsOn = false;
        await house.Rules.Save(house.Amina, usual.Id, usual.Rule);
        await house.Rules.Save(house.Amina, null, Extra());
        await house.Order(house.David, "A-1", 100);
        (await house.Ledger(house.David))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Points.ShouldBe(200), e => e.Why.ShouldContain("Double week"));
        // Another company's rules are its own.
        await house.Order(house.Oskar, "O-1", 100);
        (await house.Of(house.Oskar)).Balance.ShouldBe(100);
        (await Should.ThrowAsync<Refusal>(() => house.Rules.Save(house.Omar, usual.Id, Extra()))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task A_cap_dates_and_tiers_narrow_a_rule(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        var usual = (await house.Rules.List(house.Amina)).Single(r => r.On == EarnOn.Order);
        usual.Rule.Cap = 150;
        await house.Rules.Save(house.Amina, usual.Id, usual.Rule);
        await house.Order(house.David, "A-1", 100);
        await house.Order(house.David, "A-2", 100);
        await house.Order(house.David, "A-3", 100);
        (await house.Of(house.David)).Balance.ShouldBe(150);
        var today = DateOnly.FromDateTime(house.Clock.Now().UtcDateTime);
        var later = Extra();
        later.From = today.AddDays(1);
        await house.Rules.Save(house.Amina, null, later);
        var silver = Extra(3);
        silver.Tiers = ["Silver"];
        await house.Rules.Save(house.Amina, null, silver);
        await house.Order(house.Sara, "S-1", 10);
        (await house.Of(house.Sara)).Balance.ShouldBe(10);
        await house.Give(house.Sara, 2000);
        await house.Order(house.Sara, "S-2", 10);
        (await house.Of(house.Sara)).Balance.ShouldBe(2050);
    }

    public static readonly TheoryData<string, string> Bad = new()
    {
        { "to", "crossed" },
        { "on", "what" },
        { "amount", "none" },
        { "amount", "less" },
        { "amount", "nothing" },
        { "multiplier", "zero" },
        { "cap", "zero" },
        { "lockDays", "less" },
        { "expiryDays", "zero" },
        { "tiers", "tin" },
        { "segments", "rich" },
        { "name", "long" },
        { "capPer", "week" },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_rule_that_is_wrong_is_refused_by_its_field(string field, string how)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var rule = Extra();
        switch (how)
        {
            case "crossed":
                (rule.From, rule.To) = (new(2027, 2, 1), new(2027, 1, 1));
                break;
            case "what":
                rule.On = "1";
                break;
            case "none":
                rule.Amount = null;
                break;
            case "less" when field == "amount":
                rule.Amount = -1;
                break;
            case "nothing":
                rule.Amount = 0.00001m;
                break;
            case "zero" when field == "multiplier":
                rule.Multiplier = 0;
                break;
            case "zero" when field == "cap":
                rule.Cap = 0;
                break;
            case "less":
                rule.LockDays = -1;
                break;
            case "zero":
                rule.ExpiryDays = 0;
                break;
            case "tin":
                rule.Tiers = ["tin"];
                break;
            case "rich":
                rule.Segments = ["rich"];
                break;
            case "long":
                rule.Name = new string('x', 81);
                break;
            default:
                rule.CapPer = "week";
                break;
        }
        (await Should.ThrowAsync<Refusal>(() => house.Rules.Save(house.Amina, null, rule))).Fields.ShouldContain(f => f.Field == field);
        (await Should.ThrowAsync<Refusal>(() => house.Rules.Preview(house.Amina, null, rule))).Fields.ShouldContain(f => f.Field == field);
    }

    // What a preview says of the last month is what the same month gives when the rule runs.
    [Theory, EachDatabase]
    public async Task A_preview_equals_what_then_happens(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        // The first of a month, so that the caps of both months begin alike.
        house.Clock.Advance(new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero) - house.Clock.Now());
        string[] states = ["placed", "delivered", "cancelled", "returned", "delivered"];
        await MonthOf(house, "M", states);
        var rule = Extra(1.5m);
        (rule.Cap, rule.Multiplier) = (900, 1.1m);
        var preview = await house.Rules.Preview(house.Amina, null, rule);
        preview.Members.ShouldBe(2);
        (await house.Ledger(house.Sara)).ShouldAllBe(e => !e.Why.Contains("Double week"));
        house.Clock.Advance(new DateTimeOffset(2027, 5, 1, 0, 0, 0, TimeSpan.Zero) - house.Clock.Now());
        await house.Rules.Save(house.Amina, null, rule);
        await MonthOf(house, "N", states);
        foreach (var member in new[] { house.Sara, house.David })
        {
            await using var db = house.Store.Open(house.Product);
            var id = (await house.Rules.List(house.Amina)).Single(r => r.Name == "Double week").Id;
            var got = db.LoyaltyEntries.Where(e => e.CustomerId == member.CustomerId && e.RuleId == id).Sum(e => e.Lifetime);
            preview.Rows.Single(r => r.CustomerId == member.CustomerId).Points.ShouldBe(got);
            got.ShouldBeGreaterThan(0);
        }
    }

    private static async Task MonthOf(House house, string prefix, string[] states)
    {
        var random = new Random(5);
        for (var i = 0; i < 40; i++)
        {
            var member = random.Next(2) == 0 ? house.Sara : house.David;
            await house.Order(
                member,
                $"{prefix}-{member.Name}-{random.Next(12)}",
                random.Next(1, 90) + 0.5m,
                states[random.Next(states.Length)]
            );
        }
    }
}

using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Security;
using CsDashboard.Security.Payments;
using CsDashboard.Security.Telling;
using CsDashboard.Tests.Marketplace;

namespace CsDashboard.Tests.Security;

/// <summary>Payments are judged by rules that are data (contract: market, Payment risk), on each database.</summary>
public sealed class PaymentChecksTests
{
    private static Task<PaymentVerdict> Check(
        House house,
        decimal amount = 10,
        string address = "203.0.113.5",
        string agent = "Firefox",
        string who = "ann"
    ) =>
        house
            .Get<PaymentChecks>()
            .Check(
                house.Karim,
                new Told(who),
                new(amount, "USD")
                {
                    Address = address,
                    Agent = agent,
                    Number = "T-1",
                }
            );

    [Theory]
    [InlineData(0.3, 0.4)]
    [InlineData(0.2, 0.5)]
    [InlineData(0.4, 0.2, 0.1)]
    public void Seven_tenths_is_reached_by_its_parts(params double[] parts)
    {
        var rules = parts.Select(p => new PaymentRule
        {
            Label = "x",
            Field = PaymentField.Amount,
            Weight = (decimal)p,
        });
        var verdict = PaymentVerdict.Of(new() { Amount = 1 }, rules);
        (verdict.Score, verdict.IsSafe).ShouldBe((0.7m, false));
    }

    [Theory, EachDatabase]
    public async Task The_six_factors_of_the_contract_add_up(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        (await Check(house)).ShouldSatisfyAllConditions(
            v => v.Score.ShouldBe(0),
            v => v.IsSafe.ShouldBeTrue(),
            v => v.Factors.ShouldBeEmpty()
        );
        (await Check(house, 1_000)).Factors.ShouldBeEmpty();
        (await Check(house, 1_000.01m)).Factors.ShouldBe(["High value transaction"]);
        (await Check(house, 10, "10.1.2.3", "curl/8")).ShouldSatisfyAllConditions(
            v => v.Score.ShouldBe(0.6m),
            v => v.Factors.ShouldBe(["Suspicious IP address", "Suspicious user agent"]),
            v => v.IsSafe.ShouldBeTrue()
        );
        // The sixth and the seventh of the hour: more than five.
        (await Check(house)).Factors.ShouldBeEmpty();
        (await Check(house)).Factors.ShouldBe(["Multiple rapid transactions"]);
        house.Clock.Advance(TimeSpan.FromHours(1));
        (await Check(house)).Factors.ShouldBeEmpty();

        await house
            .Get<ToldEvents>()
            .Record(
                house.Karim,
                new Told("bob"),
                new()
                {
                    Kind = "x",
                    Address = "::1",
                    Risk = 0.71m,
                }
            );
        var bob = await Check(house, 10, "192.168.1.1", who: "bob");
        (bob.Score, bob.IsSafe).ShouldBe((0.7m, false));
        // Above a half it is an event; what isn't safe an alert with its reasons.
        var events = await house.Get<ToldEvents>().List(house.Amina, new(Kind: "suspicious_payment"));
        events
            .Select(e => (e.Who, e.Severity, e.Action))
            .ShouldBe([("bob", Severity.Medium, "blocked"), ("ann", Severity.Medium, "monitored")]);
        var (alert, _) = (await house.Get<FraudAlerts>().List(house.Amina)).ShouldHaveSingleItem();
        (alert.TransactionId, alert.Amount, alert.Currency, alert.Score, alert.State).ShouldBe(("T-1", 10m, "USD", 0.7m, CaseState.Open));
        alert.Factors.ShouldBe("High user risk score\nSuspicious IP address");
        (await house.Get<FraudAlerts>().List(house.Omar)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Of_sixteen_at_once_exactly_those_beyond_five_are_rapid(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Check(house)));
        all.Count(v => v.Factors.Contains("Multiple rapid transactions")).ShouldBe(11);
    }

    [Theory, EachDatabase]
    public async Task Rules_are_changed_tried_on_what_was_and_shadows_do_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var rules = house.Get<PaymentRules>();
        for (var i = 1; i <= 4; i++)
            await Check(house, 100 * i);
        var big = new PaymentRuleInput
        {
            Label = "Beyond 250",
            Field = PaymentField.Amount,
            Limit = 250,
            Effect = PaymentEffect.Block,
        };
        var tried = await rules.Try(house.Amina, [big]);
        (tried.All, tried.Held, tried.WasHeld).ShouldBe((4, 2, 0));
        tried.Newest.Select(n => n.Check.Amount).ShouldBe([400m, 300m]);
        // Trying changes nothing.
        (await Check(house, 300)).IsSafe.ShouldBeTrue();
        await rules.Set(house.Amina, [big with { IsShadow = true }]);
        (await Check(house, 300)).ShouldSatisfyAllConditions(v => v.IsSafe.ShouldBeTrue(), v => v.Shadow.ShouldBe(["Beyond 250"]));
        await rules.Set(house.Amina, [big]);
        (await Check(house, 300)).ShouldSatisfyAllConditions(v => v.IsSafe.ShouldBeFalse(), v => v.Factors.ShouldBe(["Beyond 250"]));
        var known = new PaymentRuleInput
        {
            Label = "Known",
            Field = PaymentField.PaymentsBefore,
            Limit = 2,
            Effect = PaymentEffect.Allow,
        };
        await rules.Set(house.Amina, [known, big]);
        (await Check(house, 300)).IsSafe.ShouldBeTrue();
        (await rules.List(house.Amina)).Select(r => r.Label).ShouldBe(["Known", "Beyond 250"]);
        (await rules.List(house.Omar)).Count.ShouldBe(6);
        async Task Named(string field, params PaymentRuleInput[] all) =>
            (await Should.ThrowAsync<Refusal>(() => rules.Set(house.Amina, all))).Fields[0].Field.ShouldBe(field);
        await Named("label", big with { Label = "" });
        await Named("weight", big with { Weight = 1.1m });
        await Named("limit", big with { Limit = -1 });
        await Named("rules");
        (await Should.ThrowAsync<Refusal>(() => rules.List(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task Switched_off_everything_is_safe(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var settings = house.Get<SecuritySettings>();
        await settings.Judge(house.Amina, false);
        (await Check(house, 5_000, "10.0.0.1", "curl")).ShouldBe(PaymentVerdict.Unasked);
        (await settings.Get(house.Amina)).Judges.ShouldBeFalse();
        await settings.Judge(house.Amina, true);
        (await Check(house, 5_000, "10.0.0.1", "curl")).IsSafe.ShouldBeFalse();
        (await Should.ThrowAsync<Refusal>(() => settings.Judge(house.Karim, true))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task What_is_bought_here_is_judged_once_and_raises_an_alert_with_its_order(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var gold = (await house.Thing("Gold", 1_500, 50)).Product.Variants[0].Id;
        await house
            .Get<PaymentRules>()
            .Set(
                house.Amina,
                [
                    new()
                    {
                        Label = "Large",
                        Field = PaymentField.Amount,
                        Limit = 1_000,
                        Effect = PaymentEffect.Review,
                    },
                ]
            );
        var order = await house.Buy(house.Sara, gold);
        await house.Drain();
        await using var other = house.Again();
        await Task.WhenAll(house.Drain(), other.Drain());
        var (alert, _) = (await house.Get<FraudAlerts>().List(house.Amina, house.Sara.CustomerId)).ShouldHaveSingleItem();
        (alert.TransactionId, alert.Amount, alert.Factors).ShouldBe((order.Number, order.Total, "Large"));
    }
}

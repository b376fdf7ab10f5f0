using CsDashboard.Foundation;
using CsDashboard.Signals;

namespace CsDashboard.Tests.Signals;

/// <summary>contract: enhanced, Signal confidence.</summary>
public sealed class SignalScoreTests
{
    private static SignalScore Score(NewSignal input) => SignalScore.Of(SignalTerms.Of(input));

    private static NewSignal With(
        decimal entry,
        decimal stop,
        decimal target,
        decimal? rsi = null,
        decimal? macd = null,
        string direction = "BUY"
    ) =>
        new()
        {
            Direction = direction,
            EntryPrice = entry,
            StopLoss = stop,
            TakeProfit = target,
            Indicators = new Dictionary<string, decimal?> { ["rsi"] = rsi, ["macd"] = macd },
        };

    [Fact]
    public void The_samples_of_the_contract_score_75_and_60_and_neither_is_recommended()
    {
        var btc = Score(SignalHouse.Btc());
        (btc.Total, btc.Recommended, btc.RiskReward).ShouldBe((75, false, 2m));
        btc.Lines.Select(l => (l.Reason, l.Points)).ShouldBe([("start", 50), ("reward_good", 10), ("indicators_agree", 15)]);
        var eth = Score(SignalHouse.Eth());
        (eth.Total, eth.Recommended, eth.RiskReward).ShouldBe((60, false, 2m));
    }

    [Theory]
    // Reward over risk is strict: exactly 2 earns 10, exactly 1.5 nothing.
    [InlineData(100, 90, 120.0, 60)]
    [InlineData(100, 90, 120.0000000001, 70)]
    [InlineData(100, 90, 115.0, 50)]
    [InlineData(100, 90, 115.0000000001, 60)]
    [InlineData(100, 90, 101.0, 50)]
    public void Reward_to_risk_is_compared_strictly(double entry, double stop, double target, int score) =>
        Score(With((decimal)entry, (decimal)stop, (decimal)target)).Total.ShouldBe(score);

    [Theory]
    [InlineData("BUY", 39.9, 0.1, 15)]
    [InlineData("BUY", 40.0, 0.1, 0)]
    [InlineData("BUY", 39.9, -0.1, 0)]
    // Both must be there and not zero.
    [InlineData("BUY", 0.0, 0.1, 0)]
    [InlineData("BUY", 35.0, 0.0, 0)]
    [InlineData("SELL", 60.1, -0.1, 15)]
    [InlineData("SELL", 60.0, -0.1, 0)]
    [InlineData("SELL", 35.0, 0.5, 0)]
    public void Indicators_count_when_both_agree_with_the_side(string direction, double rsi, double macd, int points) =>
        Score(
            direction == "BUY" ? With(100, 90, 110, (decimal)rsi, (decimal)macd) : With(100, 110, 90, (decimal)rsi, (decimal)macd, "SELL")
        )
            .Lines[2]
            .Points.ShouldBe(points);

    [Fact]
    public void More_than_75_is_recommended_and_85_is_the_most_there_is()
    {
        var gold = Score(SignalHouse.Gold());
        (gold.Total, gold.Recommended).ShouldBe((85, true));
        SignalScore
            .Read(SignalScore.Text(gold.Lines))
            .Select(l => (l.Reason, l.Points, string.Join('/', l.Figures)))
            .ShouldBe(gold.Lines.Select(l => (l.Reason, l.Points, string.Join('/', l.Figures))));
    }

    public static TheoryData<Action<NewSignal>, string> Bad =>
        new()
        {
            { s => s.EntryPrice = null, "entryPrice" },
            { s => s.EntryPrice = 0, "entryPrice" },
            { s => s.StopLoss = -1, "stopLoss" },
            { s => s.TakeProfit = null, "takeProfit" },
            { s => s.EntryPrice = 1_000_000_000_000m, "entryPrice" },
            { s => s.TakeProfit = 47000.00000000001m, "takeProfit" },
            // The original divides by zero.
            { s => s.StopLoss = 45000, "stopLoss" },
            { s => s.StopLoss = 46000, "stopLoss" },
            { s => s.TakeProfit = 44500, "takeProfit" },
            { s => s.TakeProfit = 45000, "takeProfit" },
            { s => (s.Direction, s.StopLoss, s.TakeProfit) = ("SELL", 44000, 43000), "stopLoss" },
            { s => s.Direction = "HOLD", "direction" },
            { s => s.Type = "stocks", "type" },
            { s => s.Pair = "BTC", "pair" },
            { s => s.Pair = "BTC/US D", "pair" },
            { s => s.Pair = "بتك/دولار", "pair" },
            { s => s.Pair = "<b>/USD", "pair" },
            { s => s.Pair = "BTC/USD\u202E", "pair" },
            { s => s.Pair = "ＢＴＣ/USD", "pair" },
            { s => s.MoreTargets = [46000], "moreTargets" },
            { s => s.MoreTargets = [48000, 49000, 50000], "moreTargets" },
            { s => s.Indicators = Enumerable.Range(0, 21).ToDictionary(i => "i" + i, i => (decimal?)i), "indicators" },
            { s => s.Indicators = new Dictionary<string, decimal?> { ["a b"] = 1 }, "indicators" },
            { s => s.Indicators = new Dictionary<string, decimal?> { ["rsi"] = decimal.MaxValue }, "indicators" },
            { s => s.Note = new string('x', 2_001), "note" },
        };

    [Theory, MemberData(nameof(Bad))]
    public void What_is_wrong_is_refused_with_its_field(Action<NewSignal> spoil, string field)
    {
        var signal = SignalHouse.Btc();
        spoil(signal);
        Should.Throw<Refusal>(() => SignalTerms.Of(signal)).Fields.Select(f => f.Field).ShouldContain(field);
    }

    [Fact]
    public void Every_bad_field_is_named_at_once() =>
        Should
            .Throw<Refusal>(() => SignalTerms.Of(new NewSignal { Pair = "?" }))
            .Fields.Select(f => f.Field)
            .Order()
            .ShouldBe(["entryPrice", "pair", "stopLoss", "takeProfit"]);

    [Fact]
    public void A_pair_has_one_form() => SignalTerms.PairOf(" btc/usdt ").ShouldBe("BTC/USDT");
}

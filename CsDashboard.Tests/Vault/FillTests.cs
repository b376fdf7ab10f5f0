using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;

namespace CsDashboard.Tests.Vault;

public sealed class FillTests
{
    [Theory, EachDatabase]
    public async Task The_demo_is_filled_with_the_sample_up_to_where_a_replay_begins(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        await house.Get<CandleImports>().Fill(house.Amina, BotType.Forex, "EUR/USD", TimeSpan.FromDays(8));
        var (amina, grant) = await house.Unlocked();
        var newest = (await house.Get<Candles>().List(amina, grant, new CandleFilter { Size = 1_000 })).Items;
        newest.Count.ShouldBe(768);
        (newest[0].Candle.Time + TimeSpan.FromMinutes(15)).ShouldBe(Samples.First(TimeSpan.FromMinutes(15), house.Clock.Now()));
        newest.Take(700).ShouldAllBe(c => c.Indicators.Contains("\"rsi\":") && c.Indicators.Contains("\"macd_signal\":"));
    }
}

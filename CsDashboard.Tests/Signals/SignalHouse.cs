using CsDashboard.Foundation;
using CsDashboard.Signals;

namespace CsDashboard.Tests.Signals;

/// <summary>The words in which tests of signals speak.</summary>
internal static class SignalHouse
{
    /// <summary>The contract's first sample: it scores 75.</summary>
    public static NewSignal Btc(string? key = null) =>
        new()
        {
            Type = "crypto",
            Pair = "BTC/USD",
            Direction = "BUY",
            EntryPrice = 45000,
            StopLoss = 44000,
            TakeProfit = 47000,
            Key = key,
            Indicators = new Dictionary<string, decimal?>
            {
                ["rsi"] = 35,
                ["macd"] = 0.5m,
                ["volume"] = 1_200_000,
            },
        };

    /// <summary>The contract's second sample: it scores 60.</summary>
    public static NewSignal Eth() =>
        new()
        {
            Type = "crypto",
            Pair = "ETH/USD",
            Direction = "SELL",
            EntryPrice = 3000,
            StopLoss = 3100,
            TakeProfit = 2800,
        };

    /// <summary>More than twice the risk, and indicators that agree: it scores 85 and is recommended.</summary>
    public static NewSignal Gold(string pair = "XAU/USD") =>
        new()
        {
            Type = "forex",
            Pair = pair,
            Direction = "SELL",
            EntryPrice = 2400,
            StopLoss = 2410,
            TakeProfit = 2375,
            MoreTargets = [2370, 2360.5m],
            Indicators = new Dictionary<string, decimal?> { ["rsi"] = 71, ["macd"] = -1.5m },
        };

    extension(House house)
    {
        public CsDashboard.Signals.TradingSignals Signals => house.Get<CsDashboard.Signals.TradingSignals>();

        public Task<SignalRow> Publish(NewSignal? input = null, Actor? by = null) =>
            house.Signals.Publish(by ?? house.Amina, input ?? Btc());

        public async Task<SignalRow> Step(
            Guid signal,
            string happened,
            decimal? price = null,
            string? note = null,
            decimal? stop = null,
            decimal[]? targets = null,
            decimal? entry = null,
            int? target = null
        )
        {
            house.Clock.AdvanceMinutes(1);
            return await house.Signals.Step(
                house.Amina,
                signal,
                new SignalStep
                {
                    Event = happened,
                    Price = price,
                    Note = note,
                    StopLoss = stop,
                    Targets = targets,
                    EntryPrice = entry,
                    Target = target,
                }
            );
        }

        public Task<Verdict> Verify(Actor? by = null) => house.Get<SignalRecord>().Verify(by ?? house.David);

        public async Task<IReadOnlyList<SignalRow>> Seen(Actor by, SignalFilter? filter = null) =>
            (await house.Get<SignalLists>().List(by, filter ?? new SignalFilter())).Items;

        public Task Tier(Actor customer, string tier) =>
            house.Get<CsDashboard.Customers.CustomerRecords>().SetTier(house.Amina, customer.CustomerId!.Value, tier);

        /// <summary>Past the product, as somebody with the database in their hands.</summary>
        public async Task ByHand(string sql)
        {
            await using var connection = await house.Database.Connect();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }
}

using System.Collections.Concurrent;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Tests.Vault;

namespace CsDashboard.Tests.Bots;

/// <summary>The words in which tests of bots speak.</summary>
internal static class BotHouse
{
    public static Task<House> On(DatabaseKind kind) => VaultHouse.On(kind);

    extension(House house)
    {
        public CsDashboard.Bots.TradingBots Bots => house.Get<CsDashboard.Bots.TradingBots>();
        public BotHost Host => house.Get<BotHost>();

        public HandFeed Feed()
        {
            var feed = new HandFeed();
            house.Host.Feeds = (_, _, _) => Task.FromResult<ICandleFeed>(feed);
            return feed;
        }

        /// <summary>Lets the watchdog look again and again until this is so.</summary>
        public async Task<BotView> Until(Func<BotView, bool> so, BotType type = BotType.Crypto, Actor? who = null, BotKey? key = null)
        {
            for (var i = 0; ; i++)
            {
                await house.Host.Check();
                var bot = await house.Bots.Get(who ?? house.Amina, key ?? type);
                if (so(bot))
                    return bot;
                if (i > 1_000)
                    throw new ShouldAssertException($"It came to {bot}\n{string.Join('\n', house.Log.Lines)}");
                await Task.Delay(10);
            }
        }
    }
}

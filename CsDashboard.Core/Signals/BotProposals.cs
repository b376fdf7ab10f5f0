using System.Globalization;
using CsDashboard.Bots;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Signals;

/// <summary>What a bot proposes becomes a draft; an admin decides. Delivered twice, it is one draft.</summary>
public sealed class BotProposals : IHandle<SignalProposed>
{
    public Task Handle(Recorded<SignalProposed> happening, AppDb db)
    {
        var said = happening.Event;
        return Drafts.Add(
            db,
            new NewDraft
            {
                Source = DraftSource.Bot,
                BotId = said.Name is null ? null : said.BotId,
                Original = string.Create(CultureInfo.InvariantCulture, $"{(said.IsReplay ? "replay " : "")}{said.Interval}"),
                Signal = new NewSignal
                {
                    Type = Word.Of(said.Type),
                    Pair = said.Pair,
                    Direction = said.Direction,
                    EntryPrice = said.Entry,
                    StopLoss = said.Stop,
                    TakeProfit = said.Target,
                    Indicators = said.Indicators.ToDictionary(i => i.Key, i => (decimal?)i.Value),
                    Candles =
                    [
                        .. said.Candles.Select(c => new Candle(c.Time.ToUnixTimeSeconds(), c.Open, c.High, c.Low, c.Close, c.Volume)),
                    ],
                    Key = string.Create(
                        CultureInfo.InvariantCulture,
                        $"bot/{said.BotId:N}/{said.Candles.LastOrDefault().Time.ToUnixTimeSeconds()}/{said.Direction}"
                    ),
                },
            }
        );
    }
}

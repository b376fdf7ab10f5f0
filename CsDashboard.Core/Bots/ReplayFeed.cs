namespace CsDashboard.Bots;

/// <summary>Plays stored candles at a chosen speed: the sample that comes with the product, or the file a bot was given.</summary>
internal sealed class ReplayFeed(BotType type, IReadOnlyList<Candle>? own, TimeProvider clock) : ICandleFeed
{
    public int AtOnce => 1;

    public TimeSpan Pause(BotSettings settings) => TimeSpan.FromMinutes(1) / settings.Speed;

    public DateTimeOffset First(BotSettings settings, DateTimeOffset now) => Samples.First(settings.Length, now);

    public Task<IReadOnlyList<Candle>> Closed(
        BotSettings settings,
        string pair,
        DateTimeOffset from,
        int most,
        CancellationToken cancellation
    )
    {
        var (candles, length, now) = (new List<Candle>(), settings.Length, clock.GetUtcNow());
        for (var at = from; candles.Count < most && at + length <= now; at += length)
        {
            var candle = own is null
                ? Samples.At(type, pair, at, length)
                : own[(int)(at.UtcTicks / length.Ticks % own.Count)] with
                {
                    Time = at,
                };
            candles.Add(candle ?? throw new FeedFault(Words.Of("Bot_SamplePairs", string.Join(", ", Samples.Pairs(type)))));
        }
        return Task.FromResult<IReadOnlyList<Candle>>(candles);
    }
}

namespace CsDashboard.Bots;

/// <summary>Where a bot's candles come from. Two bodies: the replay, and an exchange's klines call.</summary>
public interface ICandleFeed
{
    /// <summary>Where a pair begins that was never taken before.</summary>
    DateTimeOffset First(BotSettings settings, DateTimeOffset now);

    /// <summary>
    /// Candles of a pair that have closed, oldest first: those that begin at the given time or later, at most so many.
    /// Throws <see cref="FeedFault"/> when they are not to be had.
    /// </summary>
    Task<IReadOnlyList<Candle>> Closed(BotSettings settings, string pair, DateTimeOffset from, int most, CancellationToken cancellation);

    /// <summary>How many candles of a pair are taken before the next pause.</summary>
    int AtOnce { get; }

    TimeSpan Pause(BotSettings settings);
}

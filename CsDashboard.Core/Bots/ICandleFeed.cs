namespace CsDashboard.Bots;

/// <summary>Where a bot's candles come from. Two bodies: the replay, and an exchange's klines call.</summary>
public interface ICandleFeed
{
    /// <summary>Where to begin a pair that was never read before.</summary>
    DateTimeOffset First(BotSettings settings, DateTimeOffset now);

    /// <summary>
    /// Candles of a pair that have closed, oldest first: those that begin at the given time or later, up to the limit. Throws
    /// <see cref="FeedFault"/> when they can't be read.
    /// </summary>
    Task<IReadOnlyList<Candle>> Closed(BotSettings settings, string pair, DateTimeOffset from, int most, CancellationToken cancellation);

    /// <summary>How many candles of a pair are taken before the next pause.</summary>
    int AtOnce { get; }

    TimeSpan Pause(BotSettings settings);
}

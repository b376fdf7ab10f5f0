namespace CsDashboard.Bots;

/// <summary>
/// The latest candles of a pair, oldest first and at least one, each of that length. IsReplay says that no market traded at them.
/// </summary>
public sealed record Quote(TimeSpan Length, bool IsReplay, IReadOnlyList<Candle> Candles)
{
    // A bot that was switched off, or whose exchange does not answer, leaves its last price behind.
    private const int Patience = 3;

    public decimal Price => Candles[^1].Close;

    /// <summary>When the last candle closed.</summary>
    public DateTimeOffset At => Candles[^1].Time + Length;

    internal bool TellsMore(Quote than) => IsReplay == than.IsReplay ? Length < than.Length : !IsReplay;

    internal bool IsFresh(DateTimeOffset now) => now - At < Length * Patience;
}

using System.Collections.Concurrent;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Tests.Vault;

namespace CsDashboard.Tests.Bots;

/// <summary>A feed that a test controls: it gives what was put into it, and hangs or fails on demand.</summary>
internal sealed class HandFeed : ICandleFeed
{
    private readonly ConcurrentDictionary<string, List<Candle>> candles = new();

    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public Func<CancellationToken, Task>? Before { get; set; }
    public int Asked { get; private set; }

    public int AtOnce => 500;

    public TimeSpan Pause(BotSettings settings) => TimeSpan.Zero;

    public DateTimeOffset First(BotSettings settings, DateTimeOffset now) => Start;

    public void Close(string pair, params decimal[] closes)
    {
        var list = candles.GetOrAdd(pair, _ => []);
        lock (list)
            foreach (var close in closes)
                list.Add(new Candle(Start + list.Count * Length, close, close + 1, close - 1, close, 10));
    }

    public async Task<IReadOnlyList<Candle>> Closed(
        BotSettings settings,
        string pair,
        DateTimeOffset from,
        int most,
        CancellationToken cancellation
    )
    {
        await Task.Delay(5, cancellation);
        Asked++;
        if (Before is { } before)
            await before(cancellation);
        var list = candles.GetOrAdd(pair, _ => []);
        lock (list)
            return [.. list.Where(c => c.Time >= from).Take(most)];
    }
}

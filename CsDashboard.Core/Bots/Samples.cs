namespace CsDashboard.Bots;

/// <summary>
/// Made-up candles, for trying the product without an exchange: a pattern of ten days in steps of a quarter of an hour that ends where it
/// begins, so that any time always has the same candle.
/// </summary>
public static class Samples
{
    private static readonly Dictionary<BotType, Lazy<Dictionary<string, Candle[]>>> All = Enum.GetValues<BotType>()
        .ToDictionary(t => t, t => new Lazy<Dictionary<string, Candle[]>>(() => Read(t)));

    public static IReadOnlyList<string> Pairs(BotType type) => [.. All[type].Value.Keys];

    // How far back a replay starts, so that it has something to play before it catches up with the clock.
    private static readonly TimeSpan Begin = TimeSpan.FromDays(20);

    /// <summary>Where a replay starts that is switched on now.</summary>
    internal static DateTimeOffset First(TimeSpan length, DateTimeOffset now) =>
        new((now - Begin).UtcTicks / length.Ticks * length.Ticks, TimeSpan.Zero);

    /// <summary>The candle of a pair that begins at this time; null for a pair that is not in the sample.</summary>
    public static Candle? At(BotType type, string pair, DateTimeOffset time, TimeSpan length)
    {
        if (!All[type].Value.TryGetValue(pair, out var pattern))
            return null;
        return pattern[(int)(time.UtcTicks / length.Ticks % pattern.Length)] with { Time = time };
    }

    private static Dictionary<string, Candle[]> Read(BotType type)
    {
        using var file = new StreamReader(
            typeof(Samples).Assembly.GetManifestResourceStream($"CsDashboard.Bots.Samples.{Word.Of(type)}.csv")!
        );
        return file.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Trim().Split(','))
            .GroupBy(cells => cells[0])
            .ToDictionary(
                pair => pair.Key,
                pair =>
                    pair.Select(cells => new Candle(
                            default,
                            Numbers.Stored(cells[1]),
                            Numbers.Stored(cells[2]),
                            Numbers.Stored(cells[3]),
                            Numbers.Stored(cells[4]),
                            Numbers.Stored(cells[5])
                        ))
                        .ToArray()
            );
    }
}

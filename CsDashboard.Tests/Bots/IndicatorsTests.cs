using CsDashboard.Bots;

namespace CsDashboard.Tests.Bots;

/// <summary>
/// Against tables that were published with the definitions (StockCharts ChartSchool), and against what follows from the definitions.
/// </summary>
public sealed class IndicatorsTests
{
    [Fact]
    public void Rsi_is_that_of_the_published_table()
    {
        decimal[] closes =
        [
            44.3389m,
            44.0902m,
            44.1497m,
            43.6124m,
            44.3278m,
            44.8264m,
            45.0955m,
            45.4245m,
            45.8433m,
            46.0826m,
            45.8931m,
            46.0328m,
            45.6140m,
            46.2820m,
            46.2820m,
            46.0028m,
            46.0328m,
            46.4116m,
            46.2222m,
            45.6439m,
            46.2122m,
            46.2521m,
            45.7137m,
            46.4515m,
            45.7835m,
            45.3548m,
            44.0288m,
            44.1783m,
            44.2181m,
            44.5672m,
            43.4205m,
            42.6628m,
            43.1314m,
        ];
        decimal[] published =
        [
            70.53m,
            66.32m,
            66.55m,
            69.41m,
            66.36m,
            57.97m,
            62.93m,
            63.26m,
            56.06m,
            62.38m,
            54.71m,
            50.42m,
            39.99m,
            41.46m,
            41.87m,
            45.46m,
            37.30m,
            33.08m,
            37.77m,
        ];
        var rsi = Indicators.Rsi(closes);
        rsi.Take(14).ShouldAllBe(v => v == null);
        rsi.Skip(14).Select(v => Math.Round(v!.Value, 2)).ShouldBe(published);
    }

    [Fact]
    public void The_exponential_average_is_that_of_the_published_table()
    {
        decimal[] closes =
        [
            22.27m,
            22.19m,
            22.08m,
            22.17m,
            22.18m,
            22.13m,
            22.23m,
            22.43m,
            22.24m,
            22.29m,
            22.15m,
            22.39m,
            22.38m,
            22.61m,
            23.36m,
            24.05m,
            23.75m,
            23.83m,
            23.95m,
            23.63m,
            23.82m,
            23.87m,
            23.65m,
            23.19m,
            23.10m,
            23.33m,
            22.68m,
            23.10m,
            22.40m,
            22.17m,
        ];
        decimal[] published =
        [
            22.22m,
            22.21m,
            22.24m,
            22.27m,
            22.33m,
            22.52m,
            22.80m,
            22.97m,
            23.13m,
            23.28m,
            23.34m,
            23.43m,
            23.51m,
            23.53m,
            23.47m,
            23.40m,
            23.39m,
            23.26m,
            23.23m,
            23.08m,
            22.92m,
        ];
        var average = Indicators.Ema(closes, 10).Skip(9).Select(v => v!.Value).ToList();
        average.Count.ShouldBe(published.Length);
        // The table was made of closes with more places than it prints.
        for (var i = 0; i < published.Length; i++)
            average[i].ShouldBe(published[i], 0.011m);
    }

    [Fact]
    public void Bollinger_bands_are_those_of_the_published_table()
    {
        decimal[] closes =
        [
            86.16m,
            89.09m,
            88.78m,
            90.32m,
            89.07m,
            91.15m,
            89.44m,
            89.18m,
            86.93m,
            87.68m,
            86.96m,
            89.43m,
            89.32m,
            88.72m,
            87.45m,
            87.26m,
            89.50m,
            87.90m,
            89.13m,
            90.70m,
            92.90m,
            92.98m,
        ];
        var (middle, upper, lower) = Indicators.Bollinger(closes);
        middle[18].ShouldBeNull();
        foreach (var (at, average, above, below) in new[] { (19, 88.71m, 91.29m, 86.12m), (20, 89.05m, 91.95m, 86.14m) })
        {
            middle[at]!.Value.ShouldBe(average, 0.011m);
            upper[at]!.Value.ShouldBe(above, 0.011m);
            lower[at]!.Value.ShouldBe(below, 0.011m);
        }
    }

    [Fact]
    public void On_a_straight_line_macd_is_the_distance_of_the_two_averages_and_says_no_turn()
    {
        // The average of n lags a line by (n-1)/2 steps: 12.5 less 5.5 are seven.
        var (macd, signal, histogram) = Indicators.Macd([.. Enumerable.Range(0, 80).Select(i => 100m + 3 * i)]);
        macd.Take(25).ShouldAllBe(v => v == null);
        macd[25]!.Value.ShouldBe(21m, 0.000001m);
        signal.Take(33).ShouldAllBe(v => v == null);
        signal[33]!.Value.ShouldBe(21m, 0.000001m);
        histogram[79]!.Value.ShouldBe(0, 0.000001m);
    }

    [Fact]
    public void The_edges_are_what_the_definitions_say()
    {
        Indicators.Rsi([.. Enumerable.Range(0, 20).Select(i => 10m + i)])[19].ShouldBe(100);
        Indicators.Rsi([.. Enumerable.Range(0, 20).Select(i => 100m - i)])[19].ShouldBe(0);
        Indicators.Rsi([.. Enumerable.Repeat(5m, 20)])[19].ShouldBe(50);
        Indicators.Rsi([]).ShouldBeEmpty();
        var (middle, upper, lower) = Indicators.Bollinger([.. Enumerable.Repeat(7m, 20)]);
        (middle[19], upper[19], lower[19]).ShouldBe((7m, 7m, 7m));
        Indicators.VolumeChange([.. Enumerable.Repeat(4m, 20), 6m]).ShouldBe(50);
        Indicators.VolumeChange([.. Enumerable.Repeat(0m, 21)]).ShouldBeNull();
        Indicators.VolumeChange([1, 2]).ShouldBeNull();
        Indicators.Of([]).ShouldBeEmpty();
    }

    [Fact]
    public void The_samples_are_possible_candles_without_a_jump_where_they_begin_again()
    {
        foreach (var type in Enum.GetValues<BotType>())
        {
            Samples.Pairs(type).Count.ShouldBe(2);
            foreach (var pair in Samples.Pairs(type))
            {
                var length = TimeSpan.FromMinutes(15);
                var candles = Enumerable
                    .Range(0, 1_100)
                    .Select(i => Samples.At(type, pair, new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero) + i * length, length)!.Value)
                    .ToList();
                candles.ShouldAllBe(c => c.Fault() == null && c.Volume > 0);
                candles.Zip(candles.Skip(1)).ShouldAllBe(two => Math.Abs(two.First.Close - two.Second.Open) / two.First.Close < 0.0001m);
            }
        }
        Samples.At(BotType.Crypto, "DOGE/USD", default, TimeSpan.FromHours(1)).ShouldBeNull();
    }
}

namespace CsDashboard.Bots;

/// <summary>Figures of technical analysis, each as its author defined it. An entry is null while there is too little before it.</summary>
public static class Indicators
{
    private const int Places = 8;

    /// <summary>Relative strength (Wilder, 1978): the first average is plain, the later ones are smoothed by 1/period. 0 to 100.</summary>
    public static decimal?[] Rsi(IReadOnlyList<decimal> closes, int period = 14)
    {
        var values = new decimal?[closes.Count];
        decimal gain = 0,
            loss = 0;
        for (var i = 1; i < closes.Count; i++)
        {
            var change = closes[i] - closes[i - 1];
            var (up, down) = (Math.Max(change, 0), Math.Max(-change, 0));
            if (i <= period)
                (gain, loss) = (gain + up / period, loss + down / period);
            else
                (gain, loss) = ((gain * (period - 1) + up) / period, (loss * (period - 1) + down) / period);
            if (i >= period)
                values[i] = gain + loss == 0 ? 50 : Math.Round(100 * gain / (gain + loss), Places);
        }
        return values;
    }

    /// <summary>Exponential average with weight 2/(period+1), begun with the plain average of the first.</summary>
    public static decimal?[] Ema(IReadOnlyList<decimal> values, int period) => Ema([.. values.Select(v => (decimal?)v)], period);

    private static decimal?[] Ema(decimal?[] values, int period)
    {
        var averages = new decimal?[values.Length];
        var begin = Array.FindIndex(values, v => v is not null);
        if (begin < 0 || values.Length - begin < period)
            return averages;
        var average = values.Skip(begin).Take(period).Average()!.Value;
        averages[begin + period - 1] = average;
        for (var i = begin + period; i < values.Length; i++)
            averages[i] = average += 2m / (period + 1) * (values[i]!.Value - average);
        return averages;
    }

    /// <summary>MACD (Appel): the fast average less the slow one, its own average (signal), and the difference (histogram).</summary>
    public static (decimal?[] Macd, decimal?[] Signal, decimal?[] Histogram) Macd(
        IReadOnlyList<decimal> closes,
        int fast = 12,
        int slow = 26,
        int signal = 9
    )
    {
        var (quick, late) = (Ema(closes, fast), Ema(closes, slow));
        var macd = quick.Zip(late, (q, l) => q - l).ToArray();
        var line = Ema(macd, signal);
        return (macd, line, [.. macd.Zip(line, (m, s) => m - s)]);
    }

    /// <summary>Bollinger bands: the plain average, and a number of standard deviations (of the whole population) around it.</summary>
    public static (decimal?[] Middle, decimal?[] Upper, decimal?[] Lower) Bollinger(
        IReadOnlyList<decimal> closes,
        int period = 20,
        decimal deviations = 2
    )
    {
        var (middle, upper, lower) = (new decimal?[closes.Count], new decimal?[closes.Count], new decimal?[closes.Count]);
        for (var i = period - 1; i < closes.Count; i++)
        {
            var part = closes.Skip(i - period + 1).Take(period).ToList();
            var average = part.Average();
            var width = deviations * (decimal)Math.Sqrt((double)(part.Sum(c => (c - average) * (c - average)) / period));
            (middle[i], upper[i], lower[i]) = (average, average + width, average - width);
        }
        return (middle, upper, lower);
    }

    /// <summary>Percent by which the last volume is more than the average of those before it; null without one.</summary>
    public static decimal? VolumeChange(IReadOnlyList<decimal> volumes, int period = 20)
    {
        if (volumes.Count <= period)
            return null;
        var average = volumes.Skip(volumes.Count - 1 - period).Take(period).Average();
        return average == 0 ? null : Math.Round(100 * (volumes[^1] / average - 1), Places);
    }

    /// <summary>
    /// All of them for the last candle, by name, as they are stored with it. Those that can't be computed yet are left out.
    /// </summary>
    public static Dictionary<string, decimal> Of(IReadOnlyList<Candle> candles)
    {
        var closes = candles.Select(c => c.Close).ToList();
        var (macd, signal, histogram) = Macd(closes);
        // Of the bands only the last matters here, and it looks no further back.
        var (middle, upper, lower) = Bollinger([.. closes.TakeLast(20)]);
        var values = new Dictionary<string, decimal>();
        void Add(string name, decimal? value)
        {
            if (value is { } known)
                values[name] = Math.Round(known, Places);
        }
        Add("rsi", Rsi(closes).LastOrDefault());
        Add("macd", macd.LastOrDefault());
        Add("macd_signal", signal.LastOrDefault());
        Add("macd_histogram", histogram.LastOrDefault());
        Add("bb_middle", middle.LastOrDefault());
        Add("bb_upper", upper.LastOrDefault());
        Add("bb_lower", lower.LastOrDefault());
        Add("volume", candles.Count > 0 ? candles[^1].Volume : null);
        Add("volume_change", VolumeChange([.. candles.Select(c => c.Volume)]));
        return values;
    }
}

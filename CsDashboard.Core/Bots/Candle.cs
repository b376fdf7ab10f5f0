using System.Text.RegularExpressions;

namespace CsDashboard.Bots;

/// <summary>Open, high, low, close and volume of one stretch of time, which begins at <see cref="Time"/>.</summary>
public readonly record struct Candle(DateTimeOffset Time, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume)
{
    private const decimal Most = 1_000_000_000_000_000m;
    private const int MostPlaces = 18;

    /// <summary>The key of <see cref="Words"/> for what is wrong with it, and the field; null when nothing is.</summary>
    public (string Field, string Key)? Fault()
    {
        foreach (var (field, value) in new[] { ("open", Open), ("high", High), ("low", Low), ("close", Close), ("volume", Volume) })
        {
            if (value < 0)
                return (field, "Candle_Negative");
            if (value > Most || value.Scale > MostPlaces)
                return (field, "Candle_TooLong");
        }
        if (High < Low || High < Open || High < Close)
            return ("high", "Candle_High");
        return Low > Open || Low > Close ? ("low", "Candle_Low") : null;
    }
}

namespace CsDashboard.Bots;

/// <summary>
/// When a bot proposes a draft: the market comes back from where RSI calls it oversold (overbought), while MACD turns the
/// same way and there is volume enough. The stop is half the width of the Bollinger bands away, the target a multiple of it.
/// </summary>
internal static class Rule
{
    /// <summary>
    /// Usually null: no proposal. The last candle is the one that just closed; before holds the figures of the one before it.
    /// </summary>
    public static Proposal? Judge(
        BotSettings settings,
        Candle last,
        IReadOnlyDictionary<string, decimal> now,
        IReadOnlyDictionary<string, decimal> before
    )
    {
        if (
            !now.TryGetValue("rsi", out var rsi)
            || !before.TryGetValue("rsi", out var rsiBefore)
            || !now.TryGetValue("macd_histogram", out var turn)
            || !before.TryGetValue("macd_histogram", out var turnBefore)
            || !now.TryGetValue("bb_upper", out var upper)
            || !now.TryGetValue("bb_lower", out var lower)
        )
            return null;
        if (settings.VolumeChange > -100 && !(now.TryGetValue("volume_change", out var volume) && volume >= settings.VolumeChange))
            return null;
        var places = last.Close.Scale;
        var risk = Math.Round((upper - lower) / 2, places);
        if (risk <= 0)
            return null;
        if (rsiBefore < settings.BuyBelow && rsi > rsiBefore && turn > turnBefore)
            return Of("BUY", risk);
        if (rsiBefore > settings.SellAbove && rsi < rsiBefore && turn < turnBefore)
            return Of("SELL", -risk);
        return null;

        Proposal? Of(string direction, decimal away)
        {
            var (stop, target) = (last.Close - away, Math.Round(last.Close + away * settings.RiskReward, places));
            return stop > 0 && target > 0 ? new Proposal(direction, last.Close, stop, target) : null;
        }
    }
}

namespace CsDashboard.Analytics;

/// <summary>
/// Risk counts multiples of what was at risk (R), as the record of the signals does; money is in the company's currency.
/// </summary>
public enum FigureUnit
{
    Count,
    Seconds,
    Milliseconds,
    Rating,
    Share,
    Bytes,
    Risk,
    Money,
}

namespace CsDashboard.Web.Kit;

/// <summary>A candle as <see cref="CandleChart"/> draws it.</summary>
public sealed record ChartCandle(DateTimeOffset Time, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume);

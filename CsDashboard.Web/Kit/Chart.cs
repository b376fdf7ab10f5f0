namespace CsDashboard.Web.Kit;

/// <summary>A candle as <see cref="CandleChart"/> draws it.</summary>
public sealed record ChartCandle(DateTimeOffset Time, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume);

/// <summary>A line over the candles, one value for each; tone 1 to 3.</summary>
public sealed record ChartLine(string Label, int Tone, IReadOnlyList<decimal?> Values);

/// <summary>A price across the picture; tone as of a badge.</summary>
public sealed record ChartMark(string Label, string Tone, decimal Price);

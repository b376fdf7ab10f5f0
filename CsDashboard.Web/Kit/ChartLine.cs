namespace CsDashboard.Web.Kit;

/// <summary>A line over the candles, one value for each; tone 1 to 3.</summary>
public sealed record ChartLine(string Label, int Tone, IReadOnlyList<decimal?> Values);

namespace CsDashboard.Web.Kit;

/// <summary>A price across the picture; tone as of a badge.</summary>
public sealed record ChartMark(string Label, string Tone, decimal Price);

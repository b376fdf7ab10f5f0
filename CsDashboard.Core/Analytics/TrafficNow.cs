namespace CsDashboard.Analytics;

/// <summary>What calls of the last quarter of an hour were like. Null where there was none.</summary>
public sealed record TrafficNow(long Calls, decimal? AverageMs, decimal? P95Ms, decimal? FaultShare);

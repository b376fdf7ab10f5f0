namespace CsDashboard.Web.Kit;

/// <summary>What a chart shows under one name: a value for each of its steps, null where there was nothing to measure.</summary>
public sealed record ChartValues(string Name, IReadOnlyList<decimal?> Values, ChartStroke Stroke = ChartStroke.Columns);

namespace CsDashboard.Analytics.Behaviour;

/// <summary>A hint (contract: market, Behaviour): Kind is engagement, growth or conversion, Priority low, medium or high.</summary>
public sealed record Insight(string Kind, string Title, string Message, string Priority);

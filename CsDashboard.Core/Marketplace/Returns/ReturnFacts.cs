namespace CsDashboard.Marketplace.Returns;

/// <summary>What the history keeps of a return.</summary>
public sealed record ReturnFacts(ReturnStatus Status, int Items, decimal? Refund);

namespace CsDashboard.Marketplace.Returns;

/// <summary>What was found of a line when a return was opened; without a word on restocking its reason decides.</summary>
public sealed record ReceivedLine(Guid LineId, int? Quantity, bool? Restock);

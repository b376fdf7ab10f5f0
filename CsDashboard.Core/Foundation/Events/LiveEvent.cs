namespace CsDashboard.Foundation.Events;

/// <summary>What programs outside see of an event: its name in the contract and a small body.</summary>
public sealed record LiveEvent(string Name, object Data);

namespace CsDashboard.Bots;

/// <summary>What a bot would propose: BUY or SELL at these prices.</summary>
public sealed record Proposal(string Direction, decimal Entry, decimal Stop, decimal Target);

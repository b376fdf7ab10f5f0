namespace CsDashboard.Marketplace.Deliveries;

/// <summary>What came of filling a pool: new keys, those that it knew, and the orders that waited and have their keys now.</summary>
public sealed record PoolFilled(int Added, int Known, int Served);

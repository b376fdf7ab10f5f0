namespace CsDashboard.Marketplace.Deliveries;

/// <summary>The keys of a variant: those that nobody has, those that were given, and those that buyers wait for.</summary>
public sealed record PoolView(Guid VariantId, string Label, int Free, int Given, int Waiting);

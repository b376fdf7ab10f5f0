namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A product that another program numbers: one that isn't there yet is made under its number, as of that time.</summary>
internal sealed record ProductOrigin(DateTimeOffset? CreatedAt);

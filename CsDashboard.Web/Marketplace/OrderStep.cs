namespace CsDashboard.Web.Marketplace;

/// <summary>A step of an order; without a time it is ahead.</summary>
internal sealed record OrderStep(string Name, string Icon, DateTimeOffset? At);

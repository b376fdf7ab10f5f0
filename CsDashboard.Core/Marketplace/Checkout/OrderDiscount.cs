namespace CsDashboard.Marketplace.Checkout;

/// <summary>What is taken off, and for what: the goods, or how they are sent.</summary>
public sealed record OrderDiscount(Guid Id, string Title, decimal Saved, bool IsOnShipping);

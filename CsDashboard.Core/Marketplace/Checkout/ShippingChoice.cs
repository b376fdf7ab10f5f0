namespace CsDashboard.Marketplace.Checkout;

/// <summary>A way to send what is bought, and what it costs for that.</summary>
public sealed record ShippingChoice(string Word, string Name, decimal Cost, int Days);

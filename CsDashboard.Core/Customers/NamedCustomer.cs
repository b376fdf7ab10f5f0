namespace CsDashboard.Customers;

/// <summary>Who a customer is, where only that is said.</summary>
public sealed record NamedCustomer(string PublicId, string Name);

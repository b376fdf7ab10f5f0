namespace CsDashboard.Customers;

/// <summary>Somebody who may open an account, and the code of the link that does it.</summary>
public sealed record Opening(Guid TenantId, string Name, string Email, string Language, string Code);

using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed record CartAnswer(IReadOnlyList<CartLineAnswer> Items, decimal Subtotal, string Currency);

using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>Cost and ShippingCost are the same. Not known: the company sends nothing that way, and an order can't name it.</summary>
[SnakeCase]
public sealed record ShippingAnswer(decimal Cost, decimal ShippingCost, string ShippingMethod, int EstimatedDays, bool Known);

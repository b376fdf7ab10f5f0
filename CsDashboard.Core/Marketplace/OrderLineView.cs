using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

public sealed record OrderLineView(string Name, string? Sku, string? Category, int Quantity, decimal UnitPrice);

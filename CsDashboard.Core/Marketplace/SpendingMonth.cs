using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>A calendar month in the customer's own zone.</summary>
public sealed record SpendingMonth(int Year, int Month, int Purchases, decimal Spent);

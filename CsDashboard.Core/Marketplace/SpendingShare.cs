using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// Percentages are whole and add up to a hundred, the amounts to what was spent. A null category holds what has none: shipping alone, an
/// order without lines.
/// </summary>
public sealed record SpendingShare(string? Category, int Percent, decimal Amount);

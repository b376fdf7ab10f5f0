using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>What was bought in one month of UTC; cancelled and returned orders are not counted.</summary>
public sealed record OrderMonth(int Year, int Month, int Count, decimal Value);

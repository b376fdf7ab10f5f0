using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

/// <summary>How many lie between two bounds, the lower included, the upper not; null means no bound.</summary>
public sealed record ValueBand(decimal? From, decimal? To, int Count);

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

/// <summary>How many lie between two bounds: the lower one is within, the upper one is not. Null has no bound.</summary>
public sealed record ValueBand(decimal? From, decimal? To, int Count);

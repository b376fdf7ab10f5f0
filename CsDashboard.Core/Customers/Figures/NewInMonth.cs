using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

/// <summary>How many customers were new in a month of UTC.</summary>
public sealed record NewInMonth(int Year, int Month, int Count);

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

/// <summary>How many last bought more than From and at most To days ago. Both null: never.</summary>
public sealed record QuietBand(int? From, int? To, int Count);

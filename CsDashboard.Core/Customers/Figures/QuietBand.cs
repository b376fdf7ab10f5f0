using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

/// <summary>How many bought last so many days ago: more than From, at most To. Both null: never.</summary>
public sealed record QuietBand(int? From, int? To, int Count);

using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Importing;

/// <summary>An import in figures.</summary>
public sealed record ImportTally(int Rows, int Added, int Skipped, int Failed);

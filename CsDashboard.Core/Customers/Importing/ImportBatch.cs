using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Importing;

/// <summary>Rows of a file that are dealt with in one write, and what is done with them there.</summary>
internal sealed record ImportBatch<TRun>(int Rows, Func<AppDb, TRun, Task> Keep);

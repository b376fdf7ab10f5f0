namespace CsDashboard.Customers.Privacy;

/// <summary>An archive that is decided and recorded, ready to be written.</summary>
public sealed record CustomerArchive(string FileName, Func<Stream, CancellationToken, Task> Write);

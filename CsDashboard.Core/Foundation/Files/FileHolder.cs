using CsDashboard.Foundation.Storage;

namespace CsDashboard.Foundation.Files;

/// <summary>What a room keeps for a company until somebody removes it: how many bytes the open company's files take.</summary>
public sealed record FileHolder(Func<AppDb, CancellationToken, Task<long>> Bytes);

namespace CsDashboard.Bench;

/// <summary>
/// One way in: requests that callers send round and round, and what the ceiling is asked for the same rows (the path without the bytes that
/// it shall send).
/// </summary>
internal sealed record Door(string Name, byte[][] Requests, string[] Bare)
{
    /// <summary>How many callers knock at once, one measurement each.</summary>
    public int[] Callers { get; init; } = [16, 1];

    /// <summary>A write leaves work behind, which is waited for and counted.</summary>
    public bool IsWrite { get; init; }
}

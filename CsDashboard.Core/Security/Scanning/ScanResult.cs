namespace CsDashboard.Security.Scanning;

/// <summary>What was found, each with the piece that gave it away. Score is 0 for nothing, and more the more classes there are.</summary>
public sealed record ScanResult(IReadOnlyList<(Threat Threat, string Piece)> Found)
{
    public bool IsSafe => Found.Count == 0;
    public decimal Score => Found.Count == 0 ? 0 : Math.Min(1, 0.6m + 0.2m * (Found.Count - 1));
}

namespace CsDashboard.Analytics.Behaviour;

/// <summary>A page that was seen, or something that was done; see <see cref="Hit"/>.</summary>
public sealed record HitInput(HitKind Kind, string? Name)
{
    public string? Text { get; init; }
    public string? From { get; init; }
    public int Seconds { get; init; }
    public int Depth { get; init; }
    public int? Product { get; init; }
    public int? Category { get; init; }
    public string? Details { get; init; }
}

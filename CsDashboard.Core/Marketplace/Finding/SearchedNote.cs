namespace CsDashboard.Marketplace.Finding;

/// <summary>Something that was looked for, or opened, on its way to be counted.</summary>
internal sealed record SearchedNote(SearchedKind Kind, string Words, string Said, DateTimeOffset At)
{
    public int Missed { get; init; }
    public int Corrected { get; init; }
    public int Opened { get; init; }
    public int Searched { get; init; } = 1;
}

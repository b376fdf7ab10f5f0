namespace CsDashboard.Marketplace.Finding;

/// <summary>Words that were looked for: folded and as typed, how often, how often in vain, how often something found was opened.</summary>
public sealed record SearchedWords(string Words, string Said, int Count, int Missed, int Opened);

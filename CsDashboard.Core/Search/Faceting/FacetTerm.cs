namespace CsDashboard.Search.Faceting;

/// <summary>A word that is looked for, folded; with so many errors where nobody has it as it was typed.</summary>
internal sealed record FacetTerm(string Word, IReadOnlyList<IReadOnlyList<string>> Synonyms)
{
    public int Errors { get; init; }
    public bool IsCorrected => Errors > 0;
}

namespace CsDashboard.Search;

/// <summary>Words that must be next to each other, usually one; the last may be only the beginning of a word.</summary>
public sealed record Term(IReadOnlyList<string> Words, bool IsPrefix)
{
    public bool Matches(IReadOnlyList<FoldedWord> text, int at)
    {
        if (at + Words.Count > text.Count)
            return false;
        for (var i = 0; i < Words.Count; i++)
        {
            if (!text[at + i].Is(Words[i], beginning: IsPrefix && i == Words.Count - 1))
                return false;
        }
        return true;
    }
}

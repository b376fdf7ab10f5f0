namespace CsDashboard.Foundation;

/// <summary>
/// A search in texts that no index holds: every piece between spaces must occur in one of them, even as part of a word, both folded
/// (<see cref="Folding"/>).
/// </summary>
public sealed class Sought
{
    // Only the beginning of a longer text is searched for.
    private const int MaxLength = 400,
        MaxPieces = 10;

    private Sought(IReadOnlyList<SoughtPiece> pieces) => Pieces = pieces;

    public IReadOnlyList<SoughtPiece> Pieces { get; }

    /// <summary>Null when there is nothing to look for.</summary>
    public static Sought? For(string? text) => Of(Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxPieces));

    /// <summary>The whole text as one piece, for texts full of numbers and ids in which any short piece would be found.</summary>
    public static Sought? Phrase(string? text) => Clean(text).Trim() is { Length: > 0 } piece ? Of([piece]) : null;

    private static string Clean(string? text) =>
        text is null ? "" : string.Concat((text.Length > MaxLength ? text[..MaxLength] : text).EnumerateRunes()).Replace('\0', ' ');

    private static Sought? Of(IEnumerable<string> typed)
    {
        var pieces = typed.Select(piece => new SoughtPiece(piece, Folding.Fold(piece))).ToList();
        // Pieces of symbols alone are searched for only if there is nothing else.
        if (pieces.Exists(piece => piece.Folded.Length > 0))
            pieces.RemoveAll(piece => piece.Folded.Length == 0);
        return pieces.Count == 0 ? null : new Sought(pieces);
    }

    /// <summary>Whether the texts together hold every piece.</summary>
    public bool In(params ReadOnlySpan<string?> texts)
    {
        foreach (var piece in Pieces)
            if (!Any(texts, piece))
                return false;
        return true;
    }

    private static bool Any(ReadOnlySpan<string?> texts, SoughtPiece piece)
    {
        foreach (var text in texts)
            if (text is not null && piece.In(text))
                return true;
        return false;
    }
}

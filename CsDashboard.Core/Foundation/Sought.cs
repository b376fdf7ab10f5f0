namespace CsDashboard.Foundation;

/// <summary>
/// What somebody looks for in texts that no index holds: every piece between blanks must stand in one of them, as a part of a word too,
/// both folded (<see cref="Folding"/>).
/// </summary>
public sealed class Sought
{
    // Of a longer text only the beginning is looked for.
    private const int MaxLength = 400, MaxPieces = 10;

    private Sought(IReadOnlyList<SoughtPiece> pieces) => Pieces = pieces;

    public IReadOnlyList<SoughtPiece> Pieces { get; }

    /// <summary>Null when there is nothing to look for.</summary>
    public static Sought? For(string? text) => Of(Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxPieces));

    /// <summary>The whole text as one piece, for where numbers and ids stand about that would hold any short word.</summary>
    public static Sought? Phrase(string? text) => Clean(text).Trim() is { Length: > 0 } piece ? Of([piece]) : null;

    private static string Clean(string? text) =>
        text is null ? "" : string.Concat((text.Length > MaxLength ? text[..MaxLength] : text).EnumerateRunes()).Replace('\0', ' ');

    private static Sought? Of(IEnumerable<string> typed)
    {
        var pieces = typed.Select(piece => new SoughtPiece(piece, Folding.Fold(piece))).ToList();
        // Signs alone are looked for only where nothing else is.
        if (pieces.Exists(piece => piece.Folded.Length > 0)) pieces.RemoveAll(piece => piece.Folded.Length == 0);
        return pieces.Count == 0 ? null : new Sought(pieces);
    }

    /// <summary>Whether the texts together hold every piece.</summary>
    public bool In(params ReadOnlySpan<string?> texts)
    {
        foreach (var piece in Pieces)
            if (!Any(texts, piece)) return false;
        return true;
    }

    private static bool Any(ReadOnlySpan<string?> texts, SoughtPiece piece)
    {
        foreach (var text in texts)
            if (text is not null && piece.In(text)) return true;
        return false;
    }
}

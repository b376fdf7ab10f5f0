namespace CsDashboard.Foundation;

/// <summary>One piece, as it was typed and folded: its words with a blank between them, empty where it is signs alone.</summary>
public sealed record SoughtPiece(string Typed, string Folded)
{
    // C# and C++ (see Folding) are the only words of ASCII letters that are not written as they fold.
    private readonly bool asWritten =
        Folded.All(char.IsAsciiLetterOrDigit)
        && !Folded.EndsWith("sharp", StringComparison.Ordinal)
        && !Folded.EndsWith("plus", StringComparison.Ordinal);

    public bool In(string text)
    {
        if (text.Contains(Folded.Length == 0 ? Typed : Folded, StringComparison.OrdinalIgnoreCase))
            return true;
        // Most texts that are searched this way, such as the history's, are ASCII and need no folding.
        return Folded.Length > 0
            && !(asWritten && System.Text.Ascii.IsValid(text))
            && Folding.Fold(text).Contains(Folded, StringComparison.Ordinal);
    }
}

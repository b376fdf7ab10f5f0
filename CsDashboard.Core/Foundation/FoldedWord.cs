using System.Globalization;
using System.Text;

namespace CsDashboard.Foundation;

/// <summary>
/// A word in the form in which it is compared, and where in the text it stands. Joined: it was written as one with the word before it.
/// </summary>
public readonly record struct FoldedWord(string Text, int Start, int End, bool Joined = false)
{
    /// <summary>
    /// The unshortened word, where an article was removed or it was joined to the next one: what somebody types on the way to it.
    /// </summary>
    public string? Whole { get; init; }

    /// <summary>Without و ف ب ل ك at its beginning, which may be a word of their own ("and", "with") or a letter of this one.</summary>
    public IReadOnlyList<string> Bare { get; init; } = [];

    /// <summary>Whether it matches this folded search word, or one that begins like this.</summary>
    public bool Is(string asked, bool beginning) =>
        Meets(Text, asked, beginning)
        || (Whole is not null && Meets(Whole, asked, beginning))
        || Bare.Any(bare => Meets(bare, asked, beginning));

    private static bool Meets(string word, string asked, bool beginning) =>
        beginning ? word.StartsWith(asked, StringComparison.Ordinal) : word == asked;
}

using System.Text;

namespace CsDashboard.Foundation;

/// <summary>Names in addresses: lower-case Latin letters, digits and hyphens.</summary>
internal static class Slugs
{
    private const int Most = 100;

    /// <summary>
    /// The name that was given, else one made from a title. Invalid (slug) for other characters, and when nothing is left.
    /// </summary>
    public static string Of(string? given, string? title)
    {
        var isGiven = !string.IsNullOrWhiteSpace(given);
        var slug = isGiven ? given!.Trim().ToLowerInvariant() : Hyphened(title ?? "");
        return slug.Length > 0 && slug.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? slug
            : throw Refusal.Invalid("slug", Words.Of(isGiven ? "Slug_Bad" : "Text_Required"));
    }

    /// <summary>What of a title can stand in an address; empty where nothing can.</summary>
    public static string Hyphened(string title)
    {
        var words = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter))
                words.Append(letter);
            else if (letter is not ('\'' or '’') && words.Length > 0 && words[^1] != '-')
                words.Append('-');
        return words.ToString().Trim('-') is { Length: > Most } much ? much[..Most].Trim('-') : words.ToString().Trim('-');
    }
}

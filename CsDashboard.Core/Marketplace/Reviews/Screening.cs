using System.Text.RegularExpressions;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>What in a text leads away from the page: that is read by somebody before everybody can.</summary>
internal static partial class Screening
{
    public static PostDoubt Of(params string?[] texts)
    {
        var text = string.Join('\n', texts.OfType<string>());
        var doubt = PostDoubt.None;
        if (Email().IsMatch(text))
            doubt |= PostDoubt.Email;
        // An address has a domain in it and is no link.
        if (Link().IsMatch(Email().Replace(text, " ")))
            doubt |= PostDoubt.Link;
        if (Phone().IsMatch(text))
            doubt |= PostDoubt.Phone;
        return doubt;
    }

    [GeneratedRegex(@"[^\s@]{1,100}@[^\s@]{1,100}\.\p{L}{2,}", RegexOptions.None, 1_000)]
    private static partial Regex Email();

    [GeneratedRegex(
        @"https?://|\bwww\.|\b[a-z0-9-]{1,60}\.(com|net|org|io|co|me|info|shop|store|biz|app|dev|xyz|ru|sa|ae|eg|uk|de)\b",
        RegexOptions.IgnoreCase,
        1_000
    )]
    private static partial Regex Link();

    // Nine digits and more, in either digits, as people set them apart.
    [GeneratedRegex(@"(?<!\d)\+?\d(?:[ ().\-/]{0,2}\d){8,}", RegexOptions.None, 1_000)]
    private static partial Regex Phone();
}

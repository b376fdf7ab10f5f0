namespace CsDashboard.Foundation;

/// <summary>
/// Tags as they are stored: lower-case words between commas, with one at either end (",vip,payout,"), so that one can be searched for;
/// empty for none.
/// </summary>
public static class TagWords
{
    public const int Max = 20;

    public static IReadOnlyList<string> Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>At most 20 tags of 1 to 30 letters, digits or hyphens, lower-case; others are Invalid.</summary>
    public static string Join(IEnumerable<string> tags)
    {
        var clean = tags.Where(t => t is not null)
            .Select(Plain)
            .Where(t => t.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (clean.Count > Max || !clean.TrueForAll(IsTag))
            throw Refusal.Invalid("tags", Words.Of("Tags_Bad", Max));
        return clean.Count == 0 ? "" : "," + string.Join(',', clean) + ",";
    }

    /// <summary>Whether <see cref="Join"/> takes it.</summary>
    public static bool Reads(string tag) => IsTag(Plain(tag));

    private static string Plain(string tag) => tag.Trim().ToLowerInvariant().Replace(' ', '-');

    private static bool IsTag(string tag) => tag.Length is > 0 and <= 30 && tag.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}

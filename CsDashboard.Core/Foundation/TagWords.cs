namespace CsDashboard.Foundation;

/// <summary>Tags as they are stored: lower-case words between commas, with one at either end (",vip,payout,"), so that one can be looked for; empty for none.</summary>
public static class TagWords
{
    public const int Max = 20;

    public static IReadOnlyList<string> Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>At most 20 tags of 1 to 30 letters, digits or hyphens, lower-case; others are Invalid.</summary>
    public static string Join(IEnumerable<string> tags)
    {
        var clean = tags.Where(t => t is not null).Select(t => t.Trim().ToLowerInvariant().Replace(' ', '-')).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (clean.Count > Max || clean.Any(t => t.Length > 30 || t.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_')))) throw Refusal.Invalid("tags", Words.Of("Tags_Bad", Max));
        return clean.Count == 0 ? "" : "," + string.Join(',', clean) + ",";
    }
}

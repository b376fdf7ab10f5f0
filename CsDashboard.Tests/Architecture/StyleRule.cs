using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>A rule of a style sheet: for what, what it declares, and the body as it is written.</summary>
internal sealed partial record StyleRule(IReadOnlyList<string> Selectors, IReadOnlyList<string> Declarations, string Body)
{
    public static IEnumerable<StyleRule> Of(string css)
    {
        css = Comment().Replace(css, "");
        for (var (start, i) = (0, 0); i < css.Length; i++)
        {
            if (css[i] == '}')
                start = i + 1;
            if (css[i] != '{')
                continue;
            var head = css[start..i].Trim();
            start = i + 1;
            var end =
                head.StartsWith("@keyframes", StringComparison.Ordinal) ? css.IndexOf("}\n", i, StringComparison.Ordinal)
                : head.StartsWith('@') ? i
                : css.IndexOf('}', i);
            if (!head.StartsWith('@'))
                yield return new([.. Split(head, ',')], [.. Split(css[start..end], ';')], css[start..end]);
            i = end;
            start = end + 1;
        }
    }

    /// <summary>The classes that a selector names. What a thing is at the moment (is-open, invalid) is no class of its own.</summary>
    public static IReadOnlySet<string> Classes(string selector) =>
        Class().Matches(Attribute().Replace(selector, "")).Select(m => m.Groups[1].Value).Where(name => !State().IsMatch(name)).ToHashSet();

    /// <summary>Parts between separators that stand in no brackets.</summary>
    public static IEnumerable<string> Split(string text, char separator)
    {
        for (var (depth, start, i) = (0, 0, 0); i <= text.Length; i++)
        {
            if (i < text.Length)
                depth +=
                    text[i] is '(' or '[' ? 1
                    : text[i] is ')' or ']' ? -1
                    : 0;
            if (i < text.Length && (text[i] != separator || depth > 0))
                continue;
            if (text[start..i].Trim() is { Length: > 0 } part)
                yield return part;
            start = i + 1;
        }
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    public static partial Regex Comment();

    [GeneratedRegex(@"\.(-?[a-zA-Z_][\w-]*)")]
    private static partial Regex Class();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Attribute();

    [GeneratedRegex("^(is-.*|invalid)$")]
    private static partial Regex State();
}

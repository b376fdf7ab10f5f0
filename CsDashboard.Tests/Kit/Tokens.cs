using System.Text.RegularExpressions;
using CsDashboard.Tests.Architecture;

namespace CsDashboard.Tests.Kit;

/// <summary>The colours of tokens.css, by day and by night.</summary>
internal sealed partial class Tokens
{
    private readonly Dictionary<string, (string Light, string Dark)> colours = new(StringComparer.Ordinal);

    private Tokens(string css)
    {
        foreach (Match token in Token().Matches(css))
        {
            var pair = StyleRule.Split(token.Groups[2].Value, ',').ToList();
            colours[token.Groups[1].Value] = (pair[0], pair[1]);
        }
    }

    public static Tokens Read() => new(File.ReadAllText(Path.Combine(StyleSheet.Folder, "css", "tokens.css")));

    public string Of(string name, bool dark) => dark ? colours[name].Dark : colours[name].Light;

    /// <summary>The token that has these two values, if there is one.</summary>
    public string? Named(Func<string, string> written, string light, string dark) =>
        colours.FirstOrDefault(token => written(token.Value.Light) == light && written(token.Value.Dark) == dark).Key;

    [GeneratedRegex(@"--([\w-]+):\s*light-dark\(((?:[^()]|\([^()]*\))*)\);")]
    private static partial Regex Token();
}

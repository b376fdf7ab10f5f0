using System.Text;
using System.Text.RegularExpressions;
using Bunit;
using CsDashboard.Tests.Architecture;
using MudBlazor;
using MudBlazor.Services;
using MudBlazor.Utilities;

namespace CsDashboard.Tests.Kit;

/// <summary>
/// css/mud-theme.css: our tokens in the words of the component library. Its own provider would write them into a style element, which
/// the policy of our pages forbids; a sheet is dark by the cookie before anything is drawn.
/// </summary>
internal static partial class ThemeSheet
{
    public static readonly string File = Path.Combine(StyleSheet.Folder, "css", "mud-theme.css");

    public static string Written()
    {
        var tokens = Tokens.Read();
        var (light, dark) = (Values(tokens, dark: false), Values(tokens, dark: true));
        var (both, nights) = (new StringBuilder(), new List<string>());
        foreach (var (name, value) in light)
        {
            var night = dark[name];
            if (value == night)
                both.Append($"  {name}: {value};\n");
            else if (tokens.Named(Plain, Plain(value), Plain(night)) is { } token)
                both.Append($"  {name}: var(--{token});\n");
            else if (value.StartsWith("rgba(", StringComparison.Ordinal))
                both.Append($"  {name}: light-dark({value}, {night});\n");
            else
            {
                both.Append($"  {name}: {value};\n");
                nights.Add($"{name}: {night};\n");
            }
        }
        return $$"""
            /* The tokens in the words of the component library: made by ThemeSheetTests, who say how. Its colours as three numbers can't be
               light-dark(). */
            :root {
            {{both}}}

            [data-theme="dark"] {
            {{string.Concat(nights.Select(line => "  " + line))}}}

            @media (prefers-color-scheme: dark) {
              [data-theme="system"] {
            {{string.Concat(nights.Select(line => "    " + line))}}  }
            }

            """.ReplaceLineEndings("\n");
    }

    /// <summary>What the library's provider would write, by name.</summary>
    public static Dictionary<string, string> Values(Tokens tokens, bool dark)
    {
        using var screen = new BunitContext();
        screen.JSInterop.Mode = JSRuntimeMode.Loose;
        screen.Services.AddMudServices();
        var drawn = screen.Render<MudThemeProvider>(p =>
            p.Add(t => t.Theme, Theme.Of(tokens))
                .Add(t => t.IsDarkMode, dark)
                .Add(t => t.ObserveSystemDarkModeChange, false)
                .Add(t => t.DefaultScrollbar, true)
        );
        return Declaration()
            .Matches(drawn.Markup)
            .ToDictionary(m => m.Groups[1].Value, m => Ours(m.Groups[1].Value, m.Groups[2].Value.Trim()));
    }

    // The family is written in quotes, which would make a name of a variable; clearness has many digits.
    private static string Ours(string name, string value) =>
        name.EndsWith("-family", StringComparison.Ordinal) ? "var(--font)" : Digits().Replace(value, "$1");

    [GeneratedRegex(@"(0\.\d{2})\d+")]
    private static partial Regex Digits();

    private static string Plain(string colour) =>
        colour.StartsWith('#') || Solid().IsMatch(colour) ? new MudColor(colour).ToString(MudColorOutputFormats.RGBA) : colour;

    [GeneratedRegex(@"^rgb\(\d+,\d+,\d+\)$")]
    private static partial Regex Solid();

    [GeneratedRegex(@"(--mud[\w-]*):\s*([^;]+);")]
    private static partial Regex Declaration();
}

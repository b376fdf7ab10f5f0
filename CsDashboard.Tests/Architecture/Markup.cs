using System.Reflection;
using System.Text.RegularExpressions;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using App = CsDashboard.Web.Shell.App;

namespace CsDashboard.Tests.Architecture;

/// <summary>What components are written of: which stand on the pages of an area, and the classes that they name.</summary>
internal static partial class Markup
{
    private static readonly Dictionary<string, string> Components = Sources
        .Files("*.razor")
        .Where(file => Path.GetFileName(file) != "_Imports.razor")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

    /// <summary>Every class that is given to something.</summary>
    public static ILookup<string, string> Classes { get; } =
        Components
            .SelectMany(c => Given(c.Value).Select(name => (name, component: c.Key)))
            .Distinct()
            .ToLookup(c => c.name, c => c.component);

    /// <summary>The classes on pages that somebody of this area may open.</summary>
    public static IReadOnlySet<string> ClassesIn(string area)
    {
        var pages = typeof(App).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute)) && AreasOf(type).Contains(area));
        var (todo, seen) = (new Stack<string>(pages.Select(page => page.Name).Append(nameof(App))), new HashSet<string>());
        while (todo.TryPop(out var name))
        {
            // The signed-in product around a page is for nobody else.
            if (!Components.TryGetValue(name, out var text) || (area == "public" && name is "AppLayout" or "NavMore") || !seen.Add(name))
                continue;
            foreach (Match part in Part().Matches(text))
                todo.Push(part.Groups.Cast<Group>().Last(g => g.Success).Value);
        }
        return seen.SelectMany(name => Named(Components[name])).ToHashSet();
    }

    private static string[] AreasOf(Type page)
    {
        if (page.IsDefined(typeof(AllowAnonymousAttribute)))
            return ["public", "portal", "staff"];
        var policies = page.GetCustomAttributes<AuthorizeAttribute>().Select(a => a.Policy).ToHashSet();
        return policies.Contains(Policies.Customer) ? ["portal"]
            : policies.Overlaps([Policies.Staff, Policies.Admin]) ? ["staff"]
            : ["portal", "staff"];
    }

    /// <summary>Names in class attributes, in the texts of their code, too.</summary>
    public static IEnumerable<string> Given(string razor)
    {
        foreach (Match at in ClassAttribute().Matches(razor))
        {
            var value = Value(razor, at.Index + at.Length);
            // What is glued to a name (tone-@(…)) is the rest of it.
            var texts = Code()
                .Matches(value)
                .Where(code => code.Index == 0 || value[code.Index - 1] != '-')
                .SelectMany(code => Text().Matches(code.Value));
            var plain = Expression().Replace(Code().Replace(value, "@"), "@");
            foreach (var name in Words(plain).Concat(texts.SelectMany(text => Words(text.Groups[1].Value))))
                yield return name;
        }
    }

    // In code a text with a hyphen is a class, or names nothing that is one.
    private static IEnumerable<string> Named(string razor) =>
        Given(razor)
            .Concat(
                Text()
                    .Matches(razor)
                    .SelectMany(text => Words(text.Groups[1].Value))
                    .Where(name => name.Contains('-', StringComparison.Ordinal))
            );

    // To the quote that closes the attribute: those within brackets belong to code.
    private static string Value(string text, int start)
    {
        var (end, depth) = (start, 0);
        for (; end < text.Length && (depth > 0 || text[end] != '"'); end++)
            depth +=
                text[end] == '(' ? 1
                : text[end] == ')' ? -1
                : 0;
        return text[start..end];
    }

    // Within a text that is put together ($"btn {(On ? "is-on" : null)}"), code looks like text.
    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value).Where(word => word != "null");

    [GeneratedRegex(@"(?<![\w.)])<(?:[A-Z]\w*\.)*([A-Z]\w+)|@layout (\w+)|typeof\((\w+)\)")]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(class|\w*Class|\w*Css)=""")]
    private static partial Regex ClassAttribute();

    [GeneratedRegex(@"@\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")]
    private static partial Regex Code();

    [GeneratedRegex(@"@[\w.]+(\([^)]*\))?")]
    private static partial Regex Expression();

    [GeneratedRegex(@"(?<!\w=)""((?:[^""\\\n]|\\.)*)""")]
    private static partial Regex Text();

    [GeneratedRegex(@"(?<![\w.{-])[a-z][\w-]*(?![\w@{.(-])")]
    private static partial Regex Word();
}

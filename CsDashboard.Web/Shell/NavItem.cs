using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Shell;

/// <summary>
/// One line of the menu. The page says its address and whose it is (<c>@page</c>, <c>@attribute [Authorize]</c>); its name is a text of its
/// own room. Keys is the shortcut; Group is a heading's key in <see cref="ShellTexts"/>.
/// </summary>
public sealed record NavItem(Type Page, Type Texts, string Text, string Icon, string Keys)
{
    /// <summary>A line that leads to a page, with a name out of the texts of the page's room.</summary>
    public static NavItem To<TPage, TTexts>(string text, string icon, string keys)
        where TPage : IComponent => new(typeof(TPage), typeof(TTexts), text, icon, keys);

    public string Href { get; } =
        Page.GetCustomAttributes<RouteAttribute>()
            .Select(r => r.Template)
            .First(address => !address.Contains('{', StringComparison.Ordinal));

    /// <summary>The policy of who sees the line: that of the page, unless the page is for everybody.</summary>
    public string? Policy { get; init; } =
        Page.GetCustomAttributes<AuthorizeAttribute>().Select(a => a.Policy).FirstOrDefault(policy => policy is not null);

    /// <summary>Who finds the page elsewhere and has no line to it.</summary>
    public string? NotFor { get; init; }
    public string? Group { get; init; }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace CsDashboard.Web.Shell;

/// <summary>The whole menu (Navigation.cs), of which everybody sees their own lines.</summary>
public sealed class MainMenu(IReadOnlyList<NavItem> all, IAuthorizationService authorization)
{
    public async Task<IReadOnlyList<NavItem>> For(ClaimsPrincipal user)
    {
        var lines = new List<NavItem>();
        foreach (var item in all)
            if (await Is(item.Policy) && !await Is(item.NotFor))
                lines.Add(item);
        return lines;

        async Task<bool> Is(string? policy) => policy is not null && (await authorization.AuthorizeAsync(user, policy)).Succeeded;
    }

    /// <summary>The line whose address is the longest prefix of this path.</summary>
    public static string? Current(IEnumerable<NavItem> items, string path) =>
        items
            .Select(item => item.Href)
            .Where(href => path == href || path.StartsWith(href + "/", StringComparison.Ordinal))
            .MaxBy(href => href.Length);
}

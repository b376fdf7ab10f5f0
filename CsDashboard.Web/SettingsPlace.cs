using System.Reflection;
using System.Security.Claims;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CsDashboard.Web;

/// <summary>
/// Something that can be set: a page, or a section of one, with the address that leads there. Its name is a text of its room, the one that
/// stands over it.
/// </summary>
public sealed record SettingsPlace(Type Page, string Href, Type Texts, string Text)
{
    public static SettingsPlace In<TPage, TTexts>(string href, string text)
        where TPage : IComponent => new(typeof(TPage), href, typeof(TTexts), text);

    /// <summary>Who may set it: whoever may open the page, unless it is said otherwise. Null is everybody who is signed in.</summary>
    public string? Policy { get; init; } =
        Page.GetCustomAttributes<AuthorizeAttribute>().Select(a => a.Policy).FirstOrDefault(policy => policy is not null);

    public string NameIn(IStringLocalizerFactory localizers) => localizers.Create(Texts)[Text];

    /// <summary>Those of the person whose name holds every word that was typed, however it is written.</summary>
    public static async Task<IReadOnlyList<SettingsPlace>> Find(
        IReadOnlyList<SettingsPlace> all,
        string? typed,
        ClaimsPrincipal person,
        IStringLocalizerFactory localizers,
        IAuthorizationService authorization
    )
    {
        var words = Folding.Fold(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return [];
        var found = new List<SettingsPlace>();
        foreach (var place in all)
        {
            var name = Folding.Fold(place.NameIn(localizers));
            if (
                words.All(word => name.Contains(word, StringComparison.Ordinal))
                && (place.Policy is null || (await authorization.AuthorizeAsync(person, place.Policy)).Succeeded)
            )
                found.Add(place);
        }
        return found;
    }
}

using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Live;

/// <summary>
/// Leads an open page to the sign-in page when its session has ended. Every part of the page notices that by itself, and all
/// at once: the browser is told once, for a page that is left several times over can take the browser's tab with it.
/// </summary>
internal sealed class SignInRedirect
{
    // Whoever chose to stay for the sake of unsaved text is asked again after this.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);
    private long? told;

    public void ToSignIn(NavigationManager navigation, TimeProvider clock)
    {
        if (told is { } before && clock.GetElapsedTime(before) < Again) return;
        told = clock.GetTimestamp();
        navigation.NavigateTo("/login?returnUrl=" + Uri.EscapeDataString(new Uri(navigation.Uri).PathAndQuery), forceLoad: true);
    }
}

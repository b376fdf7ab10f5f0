using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Live;

/// <summary>
/// Leads an open page to the sign-in page when its session has ended. Every part of the page notices at the same time, but the browser is
/// told once, since leaving a page several times over can crash the tab.
/// </summary>
internal sealed class SignInRedirect
{
    // People who chose to stay because of unsaved text are asked again after this.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);
    private long? told;

    public void ToSignIn(NavigationManager navigation, TimeProvider clock)
    {
        if (told is { } before && clock.GetElapsedTime(before) < Again)
            return;
        told = clock.GetTimestamp();
        navigation.NavigateTo("/login?returnUrl=" + Uri.EscapeDataString(new Uri(navigation.Uri).PathAndQuery), forceLoad: true);
    }
}

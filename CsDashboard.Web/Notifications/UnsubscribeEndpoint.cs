using CsDashboard.Foundation;
using CsDashboard.Notifications;

namespace CsDashboard.Web.Notifications;

/// <summary>
/// The call that stops messages by the link in them (RFC 8058): made by mail programs with one click, without a sign-in, and by
/// the button of the page at the same address, which a GET shows.
/// </summary>
internal static class UnsubscribeEndpoint
{
    // Mapped before the page, which like every page would take form posts, too.
    public static void MapUnsubscribe(this WebApplication app) =>
        app.MapPost("/unsubscribe/{word}", Stop).AllowAnonymous().WithOrder(-1).ExcludeFromDescription();

    private static async Task<IResult> Stop(string word, Stops stops, string? page = null)
    {
        try
        {
            await stops.Stop(word);
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.NotFound)
        {
            // Whoever came from the page reads there what is wrong with the link.
            if (page is null)
                return Results.NotFound();
        }
        return page is null ? Results.Ok() : Results.LocalRedirect("/unsubscribe/" + Uri.EscapeDataString(word));
    }
}

using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Signals;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Portal;

/// <summary>"Ask about this signal": the card is frozen here on the server, from what this page showed, with the time.</summary>
internal static class AskAboutSignal
{
    public static async Task About(
        SignalRow signal,
        DateTimeOffset shownAt,
        SignalSight sight,
        Actor actor,
        SubjectCards cards,
        NavigationManager navigation
    )
    {
        var card = await cards.Freeze(actor, SignalWords.Card(signal, shownAt, sight));
        navigation.NavigateTo($"/portal/tickets/new?card={card}");
    }
}

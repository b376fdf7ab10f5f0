using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Portal;

/// <summary>"Ask about this": the card is frozen here on the server, from what the page showed, with the time.</summary>
internal static class AskAbout
{
    public static async Task This(NewSubjectCard shown, Actor actor, SubjectCards cards, NavigationManager navigation)
    {
        var card = await cards.Freeze(actor, shown);
        navigation.NavigateTo($"/portal/tickets/new?card={card}");
    }
}

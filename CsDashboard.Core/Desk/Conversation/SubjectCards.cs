using System.Text.Json;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>
/// Cards that tickets carry. Pages of other rooms make them from what the server knows; no API call makes one, so that a customer can't
/// forge it.
/// </summary>
public sealed class SubjectCards(Store store)
{
    /// <summary>
    /// Freezes a card for the ticket that the customer is about to open with its id
    /// (<see cref="CsDashboard.Desk.Ticketing.NewTicket.CardId"/>).
    /// </summary>
    public async Task<Guid> Freeze(Actor actor, NewSubjectCard card)
    {
        var customer = actor.DemandCustomer();
        return await store.Write(
            actor,
            db =>
            {
                var row = Frozen(card, customer, actor.Now);
                db.SubjectCards.Add(row);
                return Task.FromResult(row.Id);
            }
        );
    }

    internal static SubjectCard Frozen(NewSubjectCard card, Guid customerId, DateTimeOffset now, Guid? ticketId = null) =>
        new()
        {
            CustomerId = customerId,
            TicketId = ticketId,
            Kind = card.Kind,
            Title = card.Title,
            Link = card.Link,
            FactText = JsonSerializer.Serialize(card.Facts, StoredEvent.Json),
            ShownAt = card.ShownAt,
            FrozenAt = now,
        };

    /// <summary>One of the customer's own that waits for its ticket. NotFound otherwise.</summary>
    public async Task<SubjectCardView> Get(Actor actor, Guid cardId)
    {
        var customer = actor.DemandCustomer();
        await using var db = store.Open(actor);
        return (
            await db.SubjectCards.SingleOrDefaultAsync(c => c.Id == cardId && c.CustomerId == customer && c.TicketId == null)
            ?? throw Refusal.NotFound()
        ).View;
    }

    /// <summary>
    /// Ties a waiting card to a ticket inside a write. Invalid for one that is not the customer's own or is tied already.
    /// </summary>
    internal static async Task<SubjectCardView?> Claim(AppDb db, string? cardId, Ticket ticket)
    {
        if (string.IsNullOrEmpty(cardId))
            return null;
        var card = Guid.TryParse(cardId, out var id) ? await db.SubjectCards.SingleOrDefaultAsync(c => c.Id == id) : null;
        if (card is null || card.TicketId is not null || card.CustomerId != ticket.CustomerId || card.CustomerId != db.Actor.CustomerId)
            throw Refusal.Invalid("cardId", Words.Of("Card_Unknown"));
        card.TicketId = ticket.Id;
        return card.View;
    }

    /// <summary>Removes cards that were frozen a day ago and never sent; for the schedule.</summary>
    internal async Task RemoveUnclaimed(Actor company)
    {
        var limit = company.Now - TimeSpan.FromDays(1);
        await store.Write(company, db => db.SubjectCards.Where(c => c.TicketId == null && c.FrozenAt < limit).ExecuteDeleteAsync());
    }
}

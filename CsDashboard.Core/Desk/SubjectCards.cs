using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>How the value of a fact is shown: as it is, as a figure, or as an instant in the reader's zone.</summary>
public enum FactForm { Text, Figure, Time }

/// <summary>One line of a card: a label and a value in both languages, frozen.</summary>
public sealed record CardFact(string Label, string LabelAr, string Value, string ValueAr, FactForm Form = FactForm.Text)
{
    public string LabelIn(string language) => language == "ar" ? LabelAr : Label;
    public string ValueIn(string language) => language == "ar" ? ValueAr : Value;
}

/// <summary>What a ticket is about, as another room shows it: a title, facts, where it lies, and when the customer was shown it.</summary>
public sealed record NewSubjectCard(string Kind, string Title, string? Link, DateTimeOffset ShownAt, IReadOnlyList<CardFact> Facts);

public sealed record SubjectCardView(Guid Id, string Kind, string Title, string? Link, DateTimeOffset ShownAt, DateTimeOffset FrozenAt, IReadOnlyList<CardFact> Facts);

/// <summary>A thing of another room as the customer saw it, frozen for a ticket. Data, not a reference: it stays what it was.</summary>
public sealed class SubjectCard : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }
    /// <summary>None while it waits for its ticket; then only the customer sees it.</summary>
    public Guid? TicketId { get; set; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public string? Link { get; init; }
    public required string FactText { get; init; }
    public DateTimeOffset ShownAt { get; init; }
    public DateTimeOffset FrozenAt { get; init; }

    internal SubjectCardView View => new(Id, Kind, Title, Link, ShownAt, FrozenAt, JsonSerializer.Deserialize<List<CardFact>>(FactText, StoredEvent.Json)!);
}

/// <summary>
/// Cards that tickets carry. They are made by the pages of other rooms, out of what the server knows; no call of the API makes
/// one, so that a customer can't forge it.
/// </summary>
public sealed class SubjectCards(Store store)
{
    /// <summary>Freezes a card for the ticket that the customer is about to open with its id (<see cref="NewTicket.CardId"/>).</summary>
    public async Task<Guid> Freeze(Actor actor, NewSubjectCard card)
    {
        var customer = actor.DemandCustomer();
        return await store.Write(actor, db =>
        {
            var row = new SubjectCard
            {
                CustomerId = customer, Kind = card.Kind, Title = card.Title, Link = card.Link, FactText = JsonSerializer.Serialize(card.Facts, StoredEvent.Json), ShownAt = card.ShownAt, FrozenAt = actor.Now,
            };
            db.SubjectCards.Add(row);
            return Task.FromResult(row.Id);
        });
    }

    /// <summary>One of the customer's own that waits for its ticket. NotFound otherwise.</summary>
    public async Task<SubjectCardView> Get(Actor actor, Guid cardId)
    {
        var customer = actor.DemandCustomer();
        await using var db = store.Open(actor);
        return (await db.SubjectCards.SingleOrDefaultAsync(c => c.Id == cardId && c.CustomerId == customer && c.TicketId == null) ?? throw Refusal.NotFound()).View;
    }

    /// <summary>Ties a waiting card to a ticket inside a write. Invalid for one that is not the customer's own or is tied already.</summary>
    internal static async Task<SubjectCardView?> Claim(AppDb db, string? cardId, Ticket ticket)
    {
        if (string.IsNullOrEmpty(cardId)) return null;
        var card = Guid.TryParse(cardId, out var id) ? await db.SubjectCards.SingleOrDefaultAsync(c => c.Id == id) : null;
        if (card is null || card.TicketId is not null || card.CustomerId != ticket.CustomerId || card.CustomerId != db.Actor.CustomerId) throw Refusal.Invalid("cardId", Words.Of("Card_Unknown"));
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

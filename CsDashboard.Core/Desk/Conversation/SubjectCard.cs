using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

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

    internal SubjectCardView View =>
        new(Id, Kind, Title, Link, ShownAt, FrozenAt, JsonSerializer.Deserialize<List<CardFact>>(FactText, StoredEvent.Json)!);
}

using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>
/// Something that happened to a ticket, as it stands between its messages. From and To are the names of enum values, a person's
/// name, a subject or a tag; null where there was or is none.
/// </summary>
/// <param name="By">Who did it; empty for a customer who reads of what the company did.</param>
public sealed record TicketMoment(DateTimeOffset At, string By, bool ByCustomer, TicketFact Fact, string? From, string? To);

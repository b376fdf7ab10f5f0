namespace CsDashboard.Desk;

/// <summary>A rating of a ticket, and who the ticket is assigned to.</summary>
internal sealed record TicketRating(DateTimeOffset At, int Stars, Guid? AgentId);

namespace CsDashboard.Desk.Complaints;

/// <summary>A complaint in the CRM's words (contract: crm, Complaints). The ticket is there where complaints are tickets of ours.</summary>
public sealed record Complaint
{
    public required string Number { get; init; }
    public required Guid? TicketId { get; init; }
    public required string? OrderId { get; init; }
    public required string Category { get; init; }
    public required string Subject { get; init; }
    public required string Status { get; init; }
    public required string Priority { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? ResolvedAt { get; init; }
}

namespace CsDashboard.Desk;

/// <summary>When a ticket was opened, answered for the first time, and resolved.</summary>
internal sealed record TicketTimes(DateTimeOffset CreatedAt, DateTimeOffset? FirstRespondedAt, DateTimeOffset? ResolvedAt)
{
    public TimeSpan? FirstReply => FirstRespondedAt - CreatedAt;
    public TimeSpan? Resolution => ResolvedAt - CreatedAt;
}

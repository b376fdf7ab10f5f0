namespace CsDashboard.Desk.Ticketing;

/// <summary>A ticket and its place in a list, while a query is put together.</summary>
internal sealed class PlacedTicket
{
    public required Ticket Ticket { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid Id { get; init; }
}

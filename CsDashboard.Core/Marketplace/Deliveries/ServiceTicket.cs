using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>The ticket by which the team does what an order's services are; one an order.</summary>
public sealed class ServiceTicket : ITenantOwned
{
    public Guid OrderId { get; init; }
    public Guid TenantId { get; set; }
    public Guid TicketId { get; init; }

    /// <summary>The team was told that it is not to be done any more.</summary>
    public bool IsCalledOff { get; set; }
}

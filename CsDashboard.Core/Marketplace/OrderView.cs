using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

public sealed record OrderView
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required OrderStatus Status { get; init; }
    public required bool IsReturnOpen { get; init; }
    public required string Currency { get; init; }
    public required decimal Shipping { get; init; }
    public required decimal Tax { get; init; }
    public required decimal Total { get; init; }
    public required string? City { get; init; }
    public required string? State { get; init; }
    public required string? Country { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required IReadOnlyList<OrderLineView> Lines { get; init; }

    /// <summary>The total in the company's currency; null while no rate is there for it.</summary>
    public Money? Worth { get; init; }

    public required int Items { get; init; }

    /// <summary>The status in the CRM's words (contract C20).</summary>
    public string Word => WordOf(Status, IsReturnOpen);

    internal static string WordOf(OrderStatus status, bool isReturnOpen) =>
        isReturnOpen ? "Return Requested"
        : status is OrderStatus.Pending or OrderStatus.Confirmed ? "Placed"
        : status.ToString();
}

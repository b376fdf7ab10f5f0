using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>What staff note about a customer; the customer never sees it.</summary>
public sealed class CustomerNote : ITenantOwned
{
    public const int MaxLength = 1000;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }
    public required string Text { get; init; }
    public string Author { get; init; } = "";
    public Guid? AuthorId { get; init; }
    public DateTimeOffset At { get; init; }
}

using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Segments;

/// <summary>Since when a customer is in an own segment.</summary>
public sealed class OwnSegmentMember : ITenantOwned
{
    public Guid SegmentId { get; init; }
    public Guid CustomerId { get; init; }
    public Guid TenantId { get; set; }
    public DateTimeOffset Since { get; init; }
}

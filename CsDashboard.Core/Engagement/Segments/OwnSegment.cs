using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Segments;

/// <summary>A segment that a company made of conditions.</summary>
public sealed class OwnSegment : ITenantOwned
{
    public const int MaxConditions = 12;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string Name { get; set; }

    /// <summary>True if one condition is enough; otherwise all must hold.</summary>
    public bool Any { get; set; }
    public string ConditionText { get; private set; } = "[]";
    public DateTimeOffset CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";

    public IReadOnlyList<SegmentCondition> Conditions
    {
        get => JsonSerializer.Deserialize<List<SegmentCondition>>(ConditionText, StoredEvent.Json) ?? [];
        set => ConditionText = JsonSerializer.Serialize(value, StoredEvent.Json);
    }

    internal Expression<Func<Customer, bool>> Test(DateTimeOffset now) => SegmentCondition.All(Conditions, Any, now);

    internal OwnSegmentFacts Facts => new(Name, Any, Conditions);
}

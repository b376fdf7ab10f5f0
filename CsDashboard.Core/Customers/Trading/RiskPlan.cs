using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Trading;

/// <summary>The plan of one customer; without one, the plan that the assessment suggests applies.</summary>
public sealed class RiskPlan : ITenantOwned
{
    public Guid CustomerId { get; init; }
    public Guid TenantId { get; set; }

    /// <summary>The <see cref="RiskLimits"/> as JSON.</summary>
    public string LimitText { get; set; } = "{}";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
}

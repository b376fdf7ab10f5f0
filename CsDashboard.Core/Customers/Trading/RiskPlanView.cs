using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Trading;

/// <summary>With IsSuggested nobody has chosen yet.</summary>
public sealed record RiskPlanView(RiskLimits Limits, bool IsSuggested, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt);

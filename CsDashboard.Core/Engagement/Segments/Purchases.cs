using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Segments;

/// <summary>
/// What a customer bought, as the rules see it, without cancelled and returned orders. Recent and Before count the two windows of "at
/// risk".
/// </summary>
public sealed record Purchases(decimal Spend, DateTimeOffset? LastAt, int InYear, int Recent, int Before)
{
    public static readonly Purchases None = new(0, null, 0, 0, 0);
}

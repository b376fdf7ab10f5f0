using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>
/// A membership tier that a customer has bought, for a time. While one runs the customer's tier is the best of those that run; when the
/// last has ended it is again what it was before.
/// </summary>
public sealed class AccessGrant : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; private set; }
    public Guid OrderId { get; init; }

    /// <summary>The line that it was bought with, once.</summary>
    public Guid LineId { get; init; }
    public Guid ProductId { get; init; }
    public required string Tier { get; init; }

    /// <summary>The tier that the customer has without any of it.</summary>
    public required string Base { get; set; }
    public DateTimeOffset From { get; private set; }
    public DateTimeOffset Until { get; private set; }

    /// <summary>When it ended: by its time, or before because it went back.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public bool IsTakenBack { get; private set; }

    /// <summary>What is bought while the same tier runs begins when that ends.</summary>
    internal static AccessGrant Of(Order order, OrderLine line, Bought bought, IReadOnlyList<AccessGrant> running, DateTimeOffset now)
    {
        var from = running.Where(g => g.Tier == bought.Tier).Select(g => g.Until).Append(now).Max();
        return new AccessGrant
        {
            CustomerId = order.CustomerId,
            OrderId = order.Id,
            LineId = line.Id,
            ProductId = bought.ProductId,
            Tier = bought.Tier,
            Base = bought.Base,
            From = from,
            Until = from.AddDays(Math.Min((long)bought.Days * line.Quantity, Longest)),
        };
    }

    internal sealed record Bought(Guid ProductId, string Tier, int Days, string Base);

    // A hundred years.
    private const long Longest = 36_500;

    internal void End(DateTimeOffset now, bool takenBack) => (EndedAt, IsTakenBack) = (now, takenBack);

    /// <summary>What was to come after one that went back begins earlier, by what that one had left.</summary>
    internal void MoveUp(TimeSpan by) => (From, Until) = (From - by, Until - by);

    /// <summary>The best of them, beside what the customer has anyway.</summary>
    internal static string Best(string without, IEnumerable<AccessGrant> running) =>
        running.Select(g => g.Tier).Append(without).MaxBy(tier => Array.IndexOf(Tiers.All, tier))!;
}

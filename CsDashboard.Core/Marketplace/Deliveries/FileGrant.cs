using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>That the files of a product may be downloaded: for a time, and so often. One a line of an order.</summary>
public sealed class FileGrant : ITenantOwned
{
    /// <summary>So many downloads for each unit bought, of whichever file.</summary>
    public const int Each = 10;

    /// <summary>So many days after it was bought.</summary>
    public const int Days = 365;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid OrderId { get; init; }
    public Guid LineId { get; init; }
    public Guid ProductId { get; init; }
    public DateTimeOffset From { get; init; }
    public DateTimeOffset Until { get; init; }
    public int Most { get; init; }
    public int Count { get; private set; }
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>When it was taken back, since the order was cancelled or the line paid back.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    internal static FileGrant Of(Order order, OrderLine line, DateTimeOffset now) =>
        new()
        {
            OrderId = order.Id,
            LineId = line.Id,
            ProductId = line.ProductId!.Value,
            From = now,
            Until = now.AddDays(Days),
            Most = (int)Math.Min((long)Each * line.Quantity, 1_000),
        };

    internal void End(DateTimeOffset now) => EndedAt ??= now;
}

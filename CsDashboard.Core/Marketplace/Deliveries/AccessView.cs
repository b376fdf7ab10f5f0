namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A membership tier that was bought, until when, and with what.</summary>
public sealed record AccessView
{
    public required Guid Id { get; init; }
    public required string Tier { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset Until { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>It ended before its time, since its order was cancelled or paid back.</summary>
    public required bool IsTakenBack { get; init; }
    public required string OrderNumber { get; init; }
    public required string Product { get; init; }
    public required string? ProductAr { get; init; }
    public required string ProductSlug { get; init; }

    public string ProductIn(string language) => language == "ar" ? ProductAr ?? Product : Product;
}

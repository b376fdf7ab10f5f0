using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics.Behaviour;

/// <summary>A page that was seen, or something that was done there.</summary>
public sealed class Hit : ITenantOwned
{
    public const int MaxName = 500,
        MaxText = 200,
        MaxDetails = 2_000;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid? VisitId { get; init; }
    public required string Who { get; init; }
    public Guid? CustomerId { get; set; }
    public DateTimeOffset At { get; init; }
    public HitKind Kind { get; init; }
    public Trust Trust { get; init; }

    /// <summary>The address of the page, or the word of what was done.</summary>
    public required string Name { get; init; }

    /// <summary>The page's title, or the text of what was pressed, or what was searched for.</summary>
    public string? Text { get; init; }

    /// <summary>Where it was come from, or which element it was.</summary>
    public string? From { get; init; }

    /// <summary>How long it was looked at, and how far down, in percent.</summary>
    public int Seconds { get; init; }
    public int Depth { get; init; }
    public int? Product { get; init; }
    public int? Category { get; init; }
    public string? Details { get; init; }
}

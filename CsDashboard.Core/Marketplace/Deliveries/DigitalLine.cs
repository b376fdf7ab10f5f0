namespace CsDashboard.Marketplace.Deliveries;

/// <summary>What came with a line of an order that nobody sends: its keys, or its files.</summary>
public sealed record DigitalLine
{
    public required Guid LineId { get; init; }
    public required string Name { get; init; }

    /// <summary>Whole for the buyer, but for its last letters hidden from staff.</summary>
    public IReadOnlyList<GivenKey> Keys { get; init; } = [];

    /// <summary>So many keys are still to come.</summary>
    public int Waiting { get; init; }
    public IReadOnlyList<GivenFile> Files { get; init; } = [];

    /// <summary>How often its files may still be downloaded, and until when; null for keys.</summary>
    public int? Left { get; init; }
    public DateTimeOffset? Until { get; init; }

    /// <summary>It was taken back, since the order was cancelled or paid back.</summary>
    public bool IsTakenBack { get; init; }
}

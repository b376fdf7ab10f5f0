namespace CsDashboard.Marketplace.Returns;

/// <summary>A return as it is asked for. No lines mean everything that hasn't come back yet.</summary>
public sealed class ReturnInput
{
    /// <summary>One of our words for reasons, or any other.</summary>
    [Text(500, Optional = true)]
    public string? Reason { get; set; }

    [Text(Return.MaxText - 600, Optional = true)]
    public string? Description { get; set; }

    [WordOf<ReturnMethod>]
    public string? Method { get; set; }
    public IReadOnlyList<ReturnItem>? Items { get; set; }
}

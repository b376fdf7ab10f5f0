namespace CsDashboard.Marketplace.Returns;

/// <summary>What becomes of a return.</summary>
public sealed class ReturnMove
{
    public ReturnStatus To { get; set; }

    /// <summary>What is to go back; none means as much as can.</summary>
    public decimal? Refund { get; set; }

    /// <summary>For the customer to read.</summary>
    [Text(1_000, Optional = true)]
    public string? Note { get; set; }

    /// <summary>What was found when it was opened; none means everything that was to come.</summary>
    public IReadOnlyList<ReceivedLine>? Lines { get; set; }
}

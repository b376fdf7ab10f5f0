namespace CsDashboard.Analytics.Behaviour;

/// <summary>Of whom something is told: in the teller's words, and the customer it is, where one with the right says so.</summary>
public sealed record Visitor
{
    /// <summary>Invalid, with field user_id, for no word and for one beyond 100 letters.</summary>
    public Visitor(string? who, Guid? customerId = null)
    {
        Who = HitText.Demand("user_id", who, Visit.MaxWho);
        CustomerId = customerId;
    }

    public string Who { get; }
    public Guid? CustomerId { get; }
    internal string Person => CustomerId?.ToString("N") ?? Who;
}

namespace CsDashboard.Security.Telling;

/// <summary>Whom a program tells something of: in its own words, and the customer it is, where it is one of ours.</summary>
public sealed record Told
{
    /// <summary>Invalid, with field user_id, for no word and for one beyond 100 letters.</summary>
    public Told(string? word, Guid? customerId = null)
    {
        Word = ToldText.Demand("user_id", word, SecurityEvent.MaxWho);
        CustomerId = customerId;
    }

    public string Word { get; }
    public Guid? CustomerId { get; }

    // Two names of one customer are one person.
    internal string Key => CustomerId?.ToString("N") ?? Word;
}

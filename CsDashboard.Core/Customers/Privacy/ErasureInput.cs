namespace CsDashboard.Customers.Privacy;

public sealed class ErasureInput
{
    /// <summary>The customer's number or unique id, typed by hand.</summary>
    [Text(40)]
    public string? Confirm { get; set; }

    /// <summary>What to do with each kind where it differs from the default: anonymise, erase, keep.</summary>
    public IReadOnlyDictionary<string, string>? Fates { get; set; }
}

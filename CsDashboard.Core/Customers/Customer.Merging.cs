using CsDashboard.Customers.Merging;

namespace CsDashboard.Customers;

public sealed partial class Customer
{
    /// <summary>The record that took this one over. It stays and leads there: none of its names is given to anybody else.</summary>
    public Guid? MergedInto { get; private set; }

    // Derived, and kept only to be looked up by: what is read back is derived anew.
    public string MailKey { get => MatchKeys.OfEmail(NormalizedEmail); private set { } }
    public string? PhoneKey { get => Phones.Key(Phone); private set { } }
    public string? NameKey { get => MatchKeys.OfName(Name); private set { } }

    internal void LeadTo(Guid winner) => MergedInto = winner;

    internal void StandAlone() => MergedInto = null;
}
